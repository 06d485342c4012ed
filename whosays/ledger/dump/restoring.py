"""A dump's records into the tables of an empty ledger, as they are: it is then the ledger that was dumped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from whosays.ledger import matching, schema, telling
from whosays.ledger.dump.parts import Part, Put, judgements, readings, records
from whosays.ledger.dump.records import (
    ChangeRecord,
    EventReportRecord,
    IncidentRecord,
    MatchRecord,
    ReportRecord,
    SignaturesRecord,
)
from whosays.ledger.encode import Row
from whosays.ledger.insert import insert_readings, insert_reports, insert_rows
from whosays.ledger.judgements import insert_judgement
from whosays.model import InputError


def _put_changes(connection: Connection, part: Part) -> int:
    rows = [{"id": each.number, "at": each.at} for each in records(ChangeRecord, part)]
    insert_rows(connection, schema.changes, rows)
    return len(rows)


def put_reports(connection: Connection, part: Part) -> int:
    """Put in the reports that are not there."""
    return insert_reports(connection, ((each.report, each.added_at) for each in records(ReportRecord, part)))


def _put_readings(connection: Connection, part: Part) -> int:
    found = readings(connection, part)
    rows = [(reading, {"id": of.number, "read_at": of.read_at}) for of, reading in found]
    insert_readings(connection, rows)
    grouped = ({"reading": of.number, "change": of.change} for of, _ in found if of.change is not None)
    insert_rows(connection, schema.grouped, grouped)
    return len(rows)


def _put_judgements(connection: Connection, part: Part) -> int:
    for number, judgement in judgements(part):
        insert_judgement(connection, judgement, number=number)
    return len(part)


def _put_signatures(connection: Connection, part: Part) -> int:
    found = records(SignaturesRecord, part)
    rows = [{"report": each.report, "signatures": len(each.signatures)} for each in found]
    insert_rows(connection, schema.signed, rows)
    held = ({"report": each.report, "signature": found} for each in found for found in each.signatures)
    insert_rows(connection, schema.signatures, held)
    return len(rows)


def _put_matches(connection: Connection, part: Part) -> int:
    found = [record.match for record in records(MatchRecord, part)]
    rows = [{"one": match.a, "other": match.b, "found": matching.written(match)} for match in found]
    insert_rows(connection, schema.matches, rows)
    return len(rows)


def _put_event_reports(connection: Connection, part: Part) -> int:
    found = records(EventReportRecord, part)
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


def _event_claims(connection: Connection, part: Part, found: Sequence[EventReportRecord]) -> Iterator[Row]:
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


def _put_incidents(connection: Connection, part: Part) -> int:
    rows = [{"incident": each.id, "disputed": each.disputed} for each in records(IncidentRecord, part)]
    insert_rows(connection, schema.compared, rows)
    return len(rows)


RESTORE: Mapping[str, Put] = {
    "change": _put_changes,
    "report": put_reports,
    "reading": _put_readings,
    "judgement": _put_judgements,
    "signatures": _put_signatures,
    "match": _put_matches,
    "event report": _put_event_reports,
    "incident": _put_incidents,
}
"""By what lines call themselves."""
