"""The reference explains every word of the closed vocabularies, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import pytest

from tests.docs.shown import read_lines
from whosays.model import (
    Kind,
    LoadedSort,
    Measure,
    PlacePrecision,
    Stance,
    TimePrecision,
    TimeType,
    VoiceSort,
)

LINES = read_lines("docs/reference/claims.md")
ROW = re.compile(r"\| `(?P<word>[^`]+)` \| (?P<meaning>[^|]+) \| (?P<example>[^|]+) \|")


def rows(heading: str, column: str) -> Iterator[re.Match[str]]:
    """The rows of the table below a heading whose first column has that title."""
    below = LINES[LINES.index(f"## {heading}") :]
    start = next(number for number, line in enumerate(below) if line.startswith(f"| {column} |")) + 2
    for line in below[start:]:
        if not line:
            return
        row = ROW.fullmatch(line)
        assert row, f"not a word, its meaning and an example: {line}"
        yield row


@pytest.mark.parametrize(
    ("heading", "column", "words"),
    [
        ("Voices", "sort", VoiceSort),
        ("Kinds", "kind", Kind),
        ("Stances", "stance", Stance),
        ("Measures", "measure", Measure),
        ("Loaded words", "sort", LoadedSort),
        ("Places", "precision", PlacePrecision),
        ("Times", "precision", TimePrecision),
        ("Times", "type", TimeType),
    ],
)
def test_every_word_is_explained_in_its_order(heading: str, column: str, words: type[StrEnum]) -> None:
    assert [row["word"] for row in rows(heading, column)] == [word.value for word in words]
