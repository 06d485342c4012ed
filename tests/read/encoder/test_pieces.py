"""Word pieces and the characters that they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.read.encoder.pieces import LOWER, OTHER, TITLE, UPPER, pieces, shape


@given(st.text(max_size=300))
def test_pieces_are_in_order_and_within_the_text(text: str) -> None:
    found = pieces(text)
    assert len(found.ids) == len(found.shapes) == len(found.starts) == len(found.ends)
    assert all(0 <= s <= e <= len(text) for s, e in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)


@given(st.text(min_size=1, max_size=200), st.data())
def test_a_span_quotes_its_text(text: str, data: st.DataObject) -> None:
    found = pieces(text)
    if len(found):
        first = data.draw(st.integers(0, len(found) - 1))
        span = found.span(first, data.draw(st.integers(first + 1, len(found))))
        assert text[span.start : span.end] == span.quote


def test_a_span_takes_whole_words() -> None:
    found = pieces("Rebels left Khan Shaykhun.")
    inside = next(i for i, start in enumerate(found.starts) if start > found.text.index("Shaykhun"))
    assert found.span(inside, inside + 1).quote == "Shaykhun"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("town", LOWER),
        ("Town", TITLE),
        ("A", TITLE),
        ("SANA", UPPER),
        ("12", OTHER),
        ("“", OTHER),
        ("", OTHER),
    ],
)
def test_shape(word: str, expected: int) -> None:
    assert shape(word) == expected
