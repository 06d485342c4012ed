"""A brief as every format has it: headings, paragraphs of sentences with references, pictures, endnotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from whosays.model import Place


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, and the ids of the claims behind them. Raises ValueError where there is no claim."""

    words: str
    claims: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError(f"no claim stands behind {self.words!r}")


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part; `level` 2 is a section, 3 an incident in it."""

    words: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together, behind a `label` (a place and a day) if they have one."""

    sentences: tuple[Sentence, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map, the report's name for it, and how many claims lie there."""

    name: str
    place: Place
    claims: int


@dataclass(frozen=True, slots=True)
class Map:
    """Where the claims lie; provinces and wider places, which no point stands for, are in no `points`."""

    points: tuple[Point, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many claims tell of each day from the first of the period to the last."""

    days: tuple[tuple[date, int], ...]
    caption: str


Block = Heading | Paragraph | Map | Timeline


@dataclass(frozen=True, slots=True)
class Note:
    """A passage that sentences rest on, as several outlets print it, by a chain of voices.

    `number` counts from 1 in the order in which sentences refer to it; `claims` are those read in it.
    """

    number: int
    voices: tuple[str, ...]
    outlets: tuple[str, ...]
    day: date | None
    quote: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The brief. `about` are lines on its period, place, party and sources, each a label and a value."""

    title: str
    about: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in order."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield from block.sentences

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of the note that each claim is told in."""
        return {claim: note.number for note in self.notes for claim in note.claims}
