"""Finding words in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.model import Span
from whosays.read.llm.align import find

TEXT = (
    'The army’s jets hit Hass.\nA doctor said "nine\npeople" died. The jets left. Hassan fled to Hass again.'
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Hass", "Hass"),
        ("hass", "Hass"),
        ("“Hass”", "Hass"),
        ("The army's jets", "The army’s jets"),
        ("nine people", "nine\npeople"),
        ('"nine people" died', 'nine\npeople" died'),
        ("Hassan", "Hassan"),
    ],
)
def test_words_are_found_as_they_stand(words: str, found: str) -> None:
    span = find(TEXT, words, 0)
    assert span is not None
    assert (span.quote, TEXT[span.start : span.end]) == (found, found)


@pytest.mark.parametrize("words", ["", '""', "Damascus", "Has", "ten people", "jets hit Homs", "x" * 500])
def test_what_is_not_there_is_not_found(words: str) -> None:
    assert find(TEXT, words, 0) is None


def test_the_nearest_is_taken() -> None:
    first, last = find(TEXT, "Hass", 0), find(TEXT, "Hass", len(TEXT))
    assert first is not None
    assert last is not None
    assert first.start == TEXT.index("Hass")
    assert last.start == TEXT.rindex("Hass")


def test_what_stands_within_comes_first() -> None:
    within = Span.of(TEXT, TEXT.index("Hassan"), len(TEXT))
    found = find(TEXT, "Hass", 0, within)
    assert found is not None
    assert within.covers(found)


@given(st.text(), st.text(), st.integers(-5, 50))
def test_whatever_is_found_quotes_the_text(text: str, words: str, near: int) -> None:
    span = find(text, words, near)
    assert span is None or span.quote == text[span.start : span.end] != ""
