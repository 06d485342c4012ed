"""How references and endnotes read in every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from whosays.export.brief.document import Document, Note, Sentence
from whosays.export.brief.wording import day, listed, table


def runs(sentence: Sentence, document: Document) -> Iterator[tuple[int, int]]:
    """The numbers of a sentence's notes as runs from first to last: 1, 2, 3 and 7 are (1, 3) and (7, 7)."""
    numbers = sorted({document.numbers[claim] for claim in sentence.claims})
    for _, run in groupby(enumerate(numbers), key=lambda item: item[1] - item[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]


def source(note: Note) -> str:
    """A note's outlets, chain of voices and day: "Zawiya Voice › Hala Mardini, 14 March 2008"."""
    words = table("notes")
    outlets = listed(note.outlets) or words["unknown_outlet"]
    chain = words["joint"].join((outlets, *note.voices))
    return f"{chain}, {day(note.day) if note.day else words['undated']}"


def claim_ids(note: Note, digits: int = 10) -> str:
    """The starts of the ids of a note's claims, enough for `whosays show`."""
    return " ".join(claim[:digits] for claim in note.claims)


def spans(numbers: Iterable[tuple[int, int]]) -> Sequence[str]:
    """As in "1–3" and "7"."""
    return [str(first) if first == last else f"{first}–{last}" for first, last in numbers]
