"""A dump's records into the tables of a ledger, within the caller's transaction.

Into an empty ledger they come as they are, so that it is the ledger that was dumped, past groupings included.
One that holds something gets the reports and readings that it lacks, as if they were added now: its own past
stays what it was, which the dump's past cannot become a part of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter
from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from whosays.ledger import matching, schema, telling
from whosays.ledger.dialects import dialect_of
from whosays.ledger.dump import codec
from whosays.ledger.dump.lines import Line
from whosays.ledger.dump.records import (
    KINDS,
    ChangeRecord,
    EventReportRecord,
    IncidentRecord,
    JudgementRecord,
    MatchRecord,
    ReadingRecord,
    ReportRecord,
    SignaturesRecord,
)
from whosays.ledger.encode import Row
from whosays.ledger.fetch import fetch_reports
from whosays.ledger.insert import has_reading, insert_readings, insert_reports, insert_rows
from whosays.ledger.judgements import insert_judgement, is_held
from whosays.model import InputError, Judgement, LedgerError, Reading, UsageError

R = TypeVar("R")
_AT_ONCE = 25
"""Records that are put in together: one may be a report's whole reading."""


@dataclass(frozen=True, slots=True)
class Added:
    """How much was put in that was not there; whether the ledger is the one that was dumped."""

    reports: int
    readings: int
    judgements: int
    is_whole: bool


_Put = Callable[[Connection, Sequence[Line]], int]
"""Puts in what some lines of one kind say, and tells how much of it was not there."""


def load(connection: Connection, lines: Iterable[Line]) -> Added:
    """Put in what the lines of a dump say. Raises InputError for a line that makes no sense where it stands.

    Raises LedgerError if the ledger holds something, and the dump has judgements that it does not hold: which
    of two on one matter is the later, and so holds, only one ledger can tell.
    """
    is_empty = _is_empty(connection)
    put = _PUT if is_empty else _ADD
    counts = dict.fromkeys(KINDS, 0)
    for kind, of_kind in groupby(lines, key=attrgetter("kind")):
        while part := list(islice(of_kind, _AT_ONCE)):
            if kind in put:
                counts[kind] += _put(connection, put[kind], part)
    dialect_of(connection).after_loading(connection)
    return Added(counts["report"], counts["reading"], counts["judgement"], is_whole=is_empty)


def _is_empty(connection: Connection) -> bool:
    tables = (schema.reports, schema.judgements, schema.changes)
    return all(connection.execute(select(table).limit(1)).first() is None for table in tables)


def _put(connection: Connection, put: _Put, part: Sequence[Line]) -> int:
    try:
        return put(connection, part)
    except IntegrityError as error:
        first, last = part[0].where, part[-1].where.rpartition(" ")[2]
        raise InputError(f"{first} to {last}", "they do not go with the lines before them") from error


def _records(kind: type[R], part: Sequence[Line]) -> list[R]:
    return [_record(kind, line) for line in part]


def _record(kind: type[R], line: Line, text: str = "") -> R:
    try:
        return codec.noun(kind, line.fields, text)
    except ValueError as error:
        raise InputError(line.where, str(error)) from error


def _put_changes(connection: Connection, part: Sequence[Line]) -> int:
    rows = [{"id": each.number, "at": each.at} for each in _records(ChangeRecord, part)]
    insert_rows(connection, schema.changes, rows)
    return len(rows)


def _put_reports(connection: Connection, part: Sequence[Line]) -> int:
    return insert_reports(connection, ((each.report, each.added_at) for each in _records(ReportRecord, part)))


def _put_readings(connection: Connection, part: Sequence[Line]) -> int:
    found = _readings(connection, part)
    rows = [(reading, {"id": of.number, "read_at": of.read_at}) for of, reading in found]
    insert_readings(connection, rows)
    grouped = ({"reading": of.number, "change": of.change} for of, _ in found if of.change is not None)
    insert_rows(connection, schema.grouped, grouped)
    return len(rows)


def _add_readings(connection: Connection, part: Sequence[Line]) -> int:
    found = _readings(connection, part)
    new = [(of, reading) for of, reading in found if not has_reading(connection, reading.report, of.reader)]
    if new:
        insert_readings(connection, [(reading, {"read_at": of.read_at}) for of, reading in new])
    return len(new)


def _readings(connection: Connection, part: Sequence[Line]) -> list[tuple[ReadingRecord, Reading]]:
    digests = [str(line.fields.get("report")) for line in part]
    reports = fetch_reports(connection, set(digests))
    found = []
    for line, digest in zip(part, digests, strict=True):
        if digest not in reports:
            raise InputError(line.where, "no line before it has its report")
        record = _record(ReadingRecord, line, reports[digest].text)
        found.append((record, record.reading(reports[digest])))
    return found


def _put_judgements(connection: Connection, part: Sequence[Line]) -> int:
    for number, judgement in _judgements(part):
        insert_judgement(connection, judgement, number=number)
    return len(part)


def _judgements(part: Sequence[Line]) -> Iterator[tuple[int, Judgement]]:
    for line, record in zip(part, _records(JudgementRecord, part), strict=True):
        try:
            yield record.number, record.judgement()
        except UsageError as error:
            raise InputError(line.where, str(error)) from error


def _check_judgements(connection: Connection, part: Sequence[Line]) -> int:
    new = next((each for _, each in _judgements(part) if not is_held(connection, each)), None)
    if new:
        raise LedgerError(
            f"the dump has judgements that the ledger does not ({new.by}: {new.why}); of two ledgers nobody"
            " can tell which judgement is the later, so load it into an empty one"
        )
    return 0


def _put_signatures(connection: Connection, part: Sequence[Line]) -> int:
    found = _records(SignaturesRecord, part)
    rows = [{"report": each.report, "signatures": len(each.signatures)} for each in found]
    insert_rows(connection, schema.signed, rows)
    held = ({"report": each.report, "signature": found} for each in found for found in each.signatures)
    insert_rows(connection, schema.signatures, held)
    return len(rows)


def _put_matches(connection: Connection, part: Sequence[Line]) -> int:
    found = [record.match for record in _records(MatchRecord, part)]
    rows = [{"one": match.a, "other": match.b, "found": matching.written(match)} for match in found]
    insert_rows(connection, schema.matches, rows)
    return len(rows)


def _put_event_reports(connection: Connection, part: Sequence[Line]) -> int:
    found = _records(EventReportRecord, part)
    insert_rows(connection, schema.event_reports, map(_event_report, found))
    insert_rows(connection, schema.event_claims, _event_claims(connection, part, found))
    blocks = ({"key": key, "event_report": each.number} for each in found for key in each.blocks)
    insert_rows(connection, schema.blocks, blocks)
    insert_rows(connection, schema.likeness, (row for each in found for row in _likeness(each)))
    insert_rows(connection, schema.memberships, (row for each in found for row in _memberships(each)))
    return len(found)


def _event_report(record: EventReportRecord) -> Row:
    return {
        "id": record.number,
        "anchor": record.told.id,
        "reading": record.reading,
        "told": telling.written(record.told),
        "day": record.day,
        "since": record.since,
        "until": record.until,
    }


def _event_claims(
    connection: Connection, part: Sequence[Line], found: Sequence[EventReportRecord]
) -> Iterator[Row]:
    table = schema.claims
    readings = {each.reading for each in found}
    of = select(table.c.reading, table.c.position, table.c.id).where(table.c.reading.in_(readings))
    keys = {(row.reading, row.position): row.id for row in connection.execute(of)}
    for line, each in zip(part, found, strict=True):
        for position in each.claims:
            if (each.reading, position) not in keys:
                raise InputError(line.where, f"its reading has no claim {position}")
            yield {"claim": keys[each.reading, position], "event_report": each.number}


def _likeness(record: EventReportRecord) -> Iterator[Row]:
    for each in record.like:
        yield {"one": record.number, "other": each.to, "chance": each.chance}
        yield {"one": each.to, "other": record.number, "chance": each.chance}


def _memberships(record: EventReportRecord) -> Iterator[Row]:
    for each in record.memberships:
        yield {
            "event_report": record.number,
            "incident": each.incident,
            "since": each.since,
            "until": each.until,
        }


def _put_incidents(connection: Connection, part: Sequence[Line]) -> int:
    rows = [{"incident": each.id, "disputed": each.disputed} for each in _records(IncidentRecord, part)]
    insert_rows(connection, schema.compared, rows)
    return len(rows)


_PUT: Mapping[str, _Put] = {
    "change": _put_changes,
    "report": _put_reports,
    "reading": _put_readings,
    "judgement": _put_judgements,
    "signatures": _put_signatures,
    "match": _put_matches,
    "event report": _put_event_reports,
    "incident": _put_incidents,
}
"""Into an empty ledger."""

_ADD: Mapping[str, _Put] = {
    "report": _put_reports,
    "reading": _add_readings,
    "judgement": _check_judgements,
}
"""Into one that holds something; what follows from these is found again."""
