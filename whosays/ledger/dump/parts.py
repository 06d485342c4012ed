"""Lines of a dump as the nouns that they tell, with a sentence that names the line of one that is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection

from whosays.ledger.dump import codec
from whosays.ledger.dump.lines import Line
from whosays.ledger.dump.records import JudgementRecord, ReadingRecord
from whosays.ledger.fetch import fetch_reports
from whosays.model import InputError, Judgement, Reading, UsageError

R = TypeVar("R")
Part = Sequence[Line]
"""Lines of one kind that are put in together."""
Put = Callable[[Connection, Part], int]
"""Puts in what a part says, and tells how much of it was not there."""


def records(kind: type[R], part: Part) -> list[R]:
    """The records of a part. Raises InputError, which names the line."""
    return [_record(kind, line) for line in part]


def readings(connection: Connection, part: Part) -> list[tuple[ReadingRecord, Reading]]:
    """The readings of a part, whose reports are there already. Raises InputError likewise."""
    digests = [str(line.fields.get("report")) for line in part]
    reports = fetch_reports(connection, set(digests))
    found = []
    for line, digest in zip(part, digests, strict=True):
        if digest not in reports:
            raise InputError(line.where, "no line before it has its report")
        record = _record(ReadingRecord, line, reports[digest].text)
        found.append((record, record.reading(reports[digest])))
    return found


def judgements(part: Part) -> Iterator[tuple[int, Judgement]]:
    """The judgements of a part, each with its number. Raises InputError likewise."""
    for line, record in zip(part, records(JudgementRecord, part), strict=True):
        try:
            yield record.number, record.judgement()
        except UsageError as error:
            raise InputError(line.where, str(error)) from error


def _record(kind: type[R], line: Line, text: str = "") -> R:
    try:
        return codec.noun(kind, line.fields, text)
    except ValueError as error:
        raise InputError(line.where, str(error)) from error
