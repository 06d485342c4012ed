"""What reading a source yields, and what its caller says of it beforehand."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from whosays.ingest.language import language
from whosays.ingest.published import doubt
from whosays.model import InputError, Published, Report
from whosays.model.report import LONGEST

LARGEST = 1 << 28
"""Bytes of one document that are taken into memory: 256 MiB, for PDF files are full of pictures."""

_LONGEST_NAME = 200
"""Characters of a member's name that a message repeats."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the user should know of a source that was read all the same.

    `where` names the source ("notes.jsonl, line 17"), `what` is a clause without a capital or full stop.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


Item = Report | Notice | InputError


@dataclass(frozen=True, slots=True)
class Stated:
    """What the caller says of the source: the day of publication and the outlet."""

    published: Published = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a file: what begins from byte `start` on and before `end`.

    Stretches that follow one another hold each report of a file once.
    """

    start: int
    end: int

    def __contains__(self, at: int) -> bool:
        return self.start <= at < self.end

    def of(self, where: str) -> str:
        """What the stretch of the source `where` is called."""
        return f"{where}, from byte {self.start:,}" if self.start else where


WHOLE = Stretch(0, sys.maxsize)
"""All of a file."""

Inner = Callable[[bytes, str, Stated], Iterator[Item]]
"""Reads a document that lies in another: its bytes, its name, what is stated of it."""


def refuse_large(data: bytes, largest: int, where: str) -> None:
    """Raise InputError if a document is more than so many bytes."""
    if len(data) > largest:
        raise InputError(where, f"more than {largest >> 20} MiB are too much for one document; split it")


def finished(report: Report, where: str) -> Iterator[Item]:
    """The report with its language, after a notice if its day of publication is hard to believe.

    An error in its place if it is too long for one report.
    """
    if len(report.text) > LONGEST:
        yield InputError(where, f"{len(report.text):,} characters are too many for one report; split it")
        return
    doubtful = doubt(report.published)
    if doubtful:
        yield Notice(where, doubtful)
    yield replace(report, language=language(report.text))


def filled(items: Iterable[Item], stated: Stated) -> Iterator[Item]:
    """The items, with what is stated in the gaps of each report."""
    for item in items:
        if isinstance(item, Report):
            item = replace(
                item,
                published=item.published or stated.published,
                publisher=item.publisher or stated.publisher,
            )
        yield item


def guarded(items: Iterator[Item]) -> Iterator[Item]:
    """The items, with an error that ends them yielded in place of what cannot be read."""
    try:
        yield from items
    except InputError as error:
        yield error


def within(where: str, member: str) -> str:
    """The name of a member of the source `where`, on one line and of bearable length."""
    return f"{where}, {' '.join(member.split())[:_LONGEST_NAME]}"


def without_title(paragraphs: list[str], title: str | None) -> str:
    """The paragraphs, a blank line between two, without the title when it is the first of several."""
    rest = paragraphs[1:] if len(paragraphs) > 1 and paragraphs[0] == title else paragraphs
    return "\n\n".join(rest)
