"""Loaded words as people like to read them: each once, with whose word it is and who else uses it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.text import Text

from whosays.cli.console import safe
from whosays.cli.render import Line
from whosays.model import Attribution, Loaded, LoadedSort, Reading

Spoken = tuple[Loaded, Attribution | None]
"""A loaded word and the statement that it is part of; None is the report's own word."""

OWN = "the report itself"


def of_reading(reading: Reading) -> list[Spoken]:
    """The loaded words of a reading, each with its statement."""
    found = reading.attributions
    return [(word, found[word.said_by] if word.said_by is not None else None) for word in reading.loaded]


def loaded_lines(words: Iterable[Spoken]) -> Iterator[Line]:
    """A heading, then each word with its speakers and below it who uses it; nothing if there are none."""
    speakers: dict[tuple[str, str], Counter[str]] = {}
    for word, said in words:
        speakers.setdefault(_described(word), Counter())[_speaker(said)] += 1
    if not speakers:
        return
    yield Line(Text())
    yield Line(Text("loaded words", style="bold"))
    for (quote, note), counts in speakers.items():
        by = ", ".join(_counted(*item) for item in counts.items())
        yield Line(Text.assemble((f"“{safe(quote)}”", "yellow"), f": {by}"), 2)
        yield Line(Text(safe(note), style="dim"), 4)


def _described(word: Loaded) -> tuple[str, str]:
    """The word in small letters on one line, and what is to be known of it."""
    quote = " ".join(word.span.quote.split()).casefold()
    marks = "in quotation marks" if word.sort is LoadedSort.SCARE_QUOTES else word.sort.value
    return quote, word.note or marks


def _speaker(said: Attribution | None) -> str:
    return " ".join(" ".join(part.quote for part in said.source).split()) if said is not None else OWN


def _counted(speaker: str, count: int) -> str:
    return safe(speaker) + (f" ×{count}" if count > 1 else "")
