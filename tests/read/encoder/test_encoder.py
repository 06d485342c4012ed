"""The network's answers: one for every piece, the same whatever else is read."""

from __future__ import annotations

import numpy as np
import pytest

from whosays.read.encoder import Encoded, Encoder
from whosays.read.encoder.questions import PER_PIECE, RELATIONS

SHORT = "State radio said that rebels had left Dabiq, while activists blamed the army for the fire."
LONG = " ".join(
    f"On day {i} a doctor told the Orontes Post that {i} people had been hurt." for i in range(60)
)


def same(one: Encoded, other: Encoded) -> bool:
    return all(
        np.array_equal(a.answers[q], b.answers[q]) and np.array_equal(a.related(0), b.related(0))
        for a, b in zip(one.views, other.views, strict=True)
        for q in PER_PIECE
    )


@pytest.mark.parametrize("text", [SHORT, LONG])
def test_the_same_text_gives_the_same_numbers_alone_or_among_others(text: str) -> None:
    encoder = Encoder()
    first = encoder.encode(text)
    for other in (LONG, "Nothing.", SHORT):
        encoder.encode(other)
    assert same(first, encoder.encode(text))
    assert same(first, Encoder().encode(text))


def test_every_window_has_an_answer_to_every_question() -> None:
    encoded = Encoder().encode(LONG)
    assert len(encoded.views) > 1
    for view in encoded.views:
        n = view.window.end - view.window.start
        assert {q: a.shape for q, a in view.answers.items()} == {
            q: (n, size) for q, size in PER_PIECE.items()
        }
        assert view.related(3).shape == (len(RELATIONS), n)
        assert np.isfinite(view.related(3)).all()


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_a_text_without_words_has_no_windows(text: str) -> None:
    assert Encoder().encode(text).views == ()
