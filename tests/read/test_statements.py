"""Statements are found by where they stand, however long they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.model import Attribution, Span
from whosays.read.statements import CELL, Statements, with_parents

TEXT = "x" * (10 * CELL)


def statement(start: int, end: int, cue: int) -> Attribution:
    return Attribution((), (Span.of(TEXT, cue, cue + 4),), (Span.of(TEXT, start, end),))


LONG = statement(10, 5 * CELL, 2)
INNER = statement(2 * CELL + 20, 3 * CELL, 2 * CELL + 10)
ELSEWHERE = statement(6 * CELL, 7 * CELL, 8 * CELL)


def test_those_that_hold_a_span_come_widest_first() -> None:
    filed = Statements.of([INNER, ELSEWHERE, LONG])
    assert filed.holding(Span.of(TEXT, 2 * CELL + 30, 2 * CELL + 35)) == [2, 0]
    assert filed.holding(Span.of(TEXT, 4 * CELL, 4 * CELL + 1)) == [2]
    assert filed.holding(Span.of(TEXT, 9 * CELL, 9 * CELL + 1)) == []


def test_a_statement_in_another_ones_words_has_it_as_parent() -> None:
    parents = {a.cue[0].start: a.parent for a in with_parents([ELSEWHERE, INNER, LONG])}
    assert parents == {2: None, INNER.cue[0].start: 0, ELSEWHERE.cue[0].start: None}


def test_two_statements_that_hold_each_others_cues_make_no_cycle() -> None:
    first, second = statement(0, 100, 150), statement(140, 240, 50)
    assert [a.parent for a in with_parents([first, second])] == [None, None]


CITED = "State radio said, citing a doctor, that nine people were hurt."


def words(quote: str) -> tuple[Span, ...]:
    return (Span.of(CITED, CITED.index(quote), CITED.index(quote) + len(quote)),)


@pytest.mark.parametrize("order", [1, -1])
def test_who_is_cited_is_passed_on_by_who_says_the_same(order: int) -> None:
    content = words("that nine people were hurt")
    said = Attribution(words("State radio"), words("said"), content)
    cited = Attribution(words("a doctor"), words("citing"), content)
    outer, inner = with_parents([said, cited][::order])
    assert (outer.source, outer.parent) == (words("State radio"), None)
    assert (inner.source, inner.parent) == (words("a doctor"), 0)


def test_the_outermost_comes_first_even_where_it_says_less() -> None:
    outer = Attribution(words("State radio"), words("said"), words("that nine people were hurt"))
    inner = Attribution(words("a doctor"), words("citing"), words(", that nine people were hurt."), parent=0)
    filed = Statements.of([outer, inner])
    assert filed.holding(words("hurt")[0]) == [0, 1]


PLACES = st.tuples(st.integers(0, len(CITED) - 9), st.integers(1, 8)).map(
    lambda p: Span.of(CITED, p[0], p[0] + p[1])
)
CUES = st.one_of(PLACES, st.just(words("citing")[0]))


@given(
    st.lists(
        st.builds(
            Attribution, st.just(()), st.tuples(CUES), st.lists(PLACES, min_size=1, max_size=3).map(tuple)
        )
    )
)
def test_no_statement_stands_within_itself(found: list[Attribution]) -> None:
    filed = with_parents(found)
    for index in range(len(filed)):
        seen, at = {index}, filed[index].parent
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = filed[at].parent
