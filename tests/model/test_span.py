"""Spans: the only address of evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.model import Span

TEXT = "Rebels 🚀 shelled the town."


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Any span of `TEXT`."""
    start = draw(st.integers(0, len(TEXT) - 1))
    return Span.of(TEXT, start, draw(st.integers(start + 1, len(TEXT))))


@given(spans())
def test_a_span_quotes_its_text(span: Span) -> None:
    assert TEXT[span.start : span.end] == span.quote


def test_offsets_count_code_points_not_bytes() -> None:
    assert Span.of(TEXT, 9, 16).quote == "shelled"


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [(-1, 2, "Reb"), (3, 3, ""), (5, 2, "els"), (0, 6, "Rebel"), (0, 6, "Rebels ")],
    ids=["before the text", "empty", "backwards", "quote too short", "quote too long"],
)
def test_what_is_no_span_is_refused(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValueError, match="no such span"):
        Span(start, end, quote)


def test_a_span_past_the_end_of_its_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no such span"):
        Span.of(TEXT, 20, len(TEXT) + 1)


@pytest.mark.parametrize(
    ("first", "second", "covers", "touches"),
    [
        ((0, 6), (0, 6), True, True),
        ((0, 6), (2, 4), True, True),
        ((2, 4), (0, 6), False, True),
        ((0, 6), (4, 8), False, True),
        ((0, 6), (6, 8), False, False),
        ((6, 8), (0, 6), False, False),
    ],
)
def test_covers_and_touches(
    first: tuple[int, int], second: tuple[int, int], covers: bool, touches: bool
) -> None:
    one, other = Span.of(TEXT, *first), Span.of(TEXT, *second)
    assert (one.covers(other), one.touches(other)) == (covers, touches)


@given(spans(), spans())
def test_touching_goes_both_ways_and_covering_implies_it(one: Span, other: Span) -> None:
    assert one.touches(other) == other.touches(one)
    assert one.touches(other) or not one.covers(other)


@given(st.lists(spans(), max_size=6))
def test_spans_sort_by_where_they_stand(parts: list[Span]) -> None:
    assert [s.start for s in sorted(parts)] == sorted(s.start for s in parts)
