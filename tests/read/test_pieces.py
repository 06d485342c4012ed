"""Long texts are cut to be parsed, and nothing is lost or moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.model import Report
from whosays.pipeline import Pipeline
from whosays.read import pieces
from whosays.read.pieces import cut
from whosays.read.syntax import LONGEST_SENTENCE, Syntax

PARAGRAPH = "Rebels shelled Ariha on Friday, the mayor said. Four people were killed in the old market.\n"


@given(st.text(alphabet="ab .\n", max_size=400), st.integers(4, 60))
def test_pieces_join_to_the_text_and_none_is_too_long(text: str, longest: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "LONGEST", longest)
        found = list(cut(text))
    assert "".join(found) == text
    assert all(len(piece) <= longest for piece in found)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One two.\nThree four five", "One two.\n"),
        ("One two. Three four five", "One two. "),
        ("One two three four five", "One two three "),
        ("Onetwothreefourfivesixseven", "Onetwothreefour"),
    ],
)
def test_a_cut_falls_where_a_line_a_sentence_or_a_word_ends(
    text: str, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "LONGEST", 15)
    assert next(cut(text)) == first


def test_a_text_in_pieces_is_read_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report(text=PARAGRAPH * 6)
    whole = Pipeline.default().read(report)
    monkeypatch.setattr(pieces, "LONGEST", 2 * len(PARAGRAPH) + 10)
    assert [c.trigger for c in Pipeline.default().read(report).claims] == [c.trigger for c in whole.claims]


def test_words_without_an_end_are_cut_into_sentences() -> None:
    syntax = Syntax().parse("the army shelled the town again and " * 300)
    assert max(len(sentence) for sentence in syntax.sents) <= LONGEST_SENTENCE
