"""Gold spans as labels of word pieces."""

from __future__ import annotations

import pytest

from training.corpus import said
from training.labels import covered, ends, head_piece
from whosays.read.encoder.pieces import pieces

TEXT = "The town has reportedly been retaken, according to a monitor."


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.mark.parametrize(
    ("cue", "head"),
    [
        ("according to", "according"),
        ("has reportedly been retaken", "retaken"),
        ("reportedly", "reportedly"),
        ("has", "has"),
    ],
)
def test_the_head_of_a_cue_is_its_first_word_that_is_no_auxiliary(cue: str, head: str) -> None:
    found = pieces(TEXT)
    piece = head_piece(found, [at(cue)])
    assert piece is not None
    assert head.startswith(TEXT[found.starts[piece] : found.ends[piece]])


def test_nothing_has_no_head() -> None:
    assert head_piece(pieces(TEXT), []) is None


def test_covered_pieces_lie_in_the_spans() -> None:
    found = pieces(TEXT)
    inside = covered(found, [at("The town"), at("a monitor")])
    assert [TEXT[found.starts[i] : found.ends[i]] for i in inside] == ["The", "town", "a", "monitor"]


def test_ends_are_the_first_and_last_piece_of_each_span() -> None:
    found = pieces(TEXT)
    opens, closes = ends(found, [at("The town"), at("been retaken")])
    assert [TEXT[found.starts[i] : found.ends[i]] for i in opens] == ["The", "been"]
    assert closes[0] == opens[0] + 1


def test_a_name_is_looked_for_near_the_trigger_under_any_of_its_alternatives() -> None:
    text = "Rebels left. " + "The army came. " * 20 + "The rebels and the Free Army returned."
    near = len(text) - 10
    words = [text[slice(*span)] for span in said(text, "rebels|Free Army", near)]
    assert words == ["Free Army", "rebels", "Rebels"]
    assert text[slice(*said(text, "rebels|Free Army", 0)[0])] == "Rebels"
    assert said(text, "the militia|", near) == []
