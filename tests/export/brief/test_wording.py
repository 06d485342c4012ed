"""Connectives, numbers and days."""

from __future__ import annotations

from datetime import date

import pytest

from whosays.export.brief.document import Sentence
from whosays.export.brief.wording import interval, listed, number, quoted, sentence, spell
from whosays.model import Interval

MARCH = date(2031, 3, 14)


@pytest.mark.parametrize(
    ("items", "most", "expected"),
    [
        ([], None, ""),
        (["A"], None, "A"),
        (["A", "B", "A"], None, "A and B"),
        (["A", "B", "C"], None, "A, B and C"),
        (["A", "B", "C", "D"], 3, "A, B, C and D"),
        (["A", "B", "C", "D", "E"], 3, "A, B, C and two others"),
    ],
)
def test_lists(items: list[str], most: int | None, expected: str) -> None:
    assert listed(items, most=most) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (MARCH, MARCH, "14 March 2031"),
        (MARCH, date(2031, 3, 15), "14 to 15 March 2031"),
        (MARCH, date(2031, 4, 2), "14 March to 2 April 2031"),
        (MARCH, date(2032, 1, 2), "14 March 2031 to 2 January 2032"),
        (MARCH, None, "since 14 March 2031"),
        (None, MARCH, "until 14 March 2031"),
    ],
)
def test_spells(first: date | None, last: date | None, expected: str) -> None:
    assert spell(first, last) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2031-03-14", "on 14 March 2031"),
        ("2031-03", "in March 2031"),
        ("2031", "in 2031"),
        ("2031-03-14/2031-03-16", "within 14 to 16 March 2031"),
        ("../2031-03-14", "until 14 March 2031"),
    ],
)
def test_times_stay_as_wide_as_they_are(when: str, expected: str) -> None:
    assert interval(Interval.parse(when)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two say so", "Two say so."),
        ("“rescuers” say so", "“Rescuers” say so."),
        ("X writes: “It fell.”", "X writes: “It fell.”"),
        ("X writes: “It fell”", "X writes: “It fell”."),
    ],
)
def test_sentences_begin_and_end_as_they_should(words: str, expected: str) -> None:
    assert sentence(words) == expected


def test_quotations_are_on_one_line_and_cut_at_a_word() -> None:
    assert quoted("- He said “no”\nand\x1b left.") == "“He said ‘no’ and\ufffd left.”"
    assert quoted("some longer words", 12) == "“some…”"


def test_small_numbers_are_in_letters() -> None:
    assert [number(n) for n in (2, 10, 11, 1200)] == ["two", "ten", "11", "1,200"]


def test_nothing_is_said_without_a_claim() -> None:
    with pytest.raises(ValueError, match="no claim stands behind"):
        Sentence("It rained.", ())
