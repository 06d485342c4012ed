"""A ledger's tables as records, a few hundred rows at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC
from importlib.metadata import version
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, RowMapping, Select, func, select

from whosays.ledger import decode, matching, schema, telling
from whosays.ledger.dump.lines import written
from whosays.ledger.dump.records import (
    KINDS,
    ChangeRecord,
    EventReportRecord,
    IncidentRecord,
    JudgementRecord,
    Likeness,
    MatchRecord,
    Membership,
    ReadingRecord,
    Record,
    ReportRecord,
    SignaturesRecord,
)
from whosays.ledger.fetch import fetch_readings
from whosays.ledger.judgements import fetch_judgements

_AT_ONCE = 25
"""Reports, or readings, that are fetched together: their texts may be long."""
_MANY = 400
"""Other rows that are."""


def dumped(connection: Connection) -> Iterator[bytes]:
    """The lines of the ledger's dump: equal for equal ledgers."""
    return written(_about(connection), _records(connection))


def _about(connection: Connection) -> dict[str, Any]:
    tables = (
        schema.changes,
        schema.reports,
        schema.readings,
        schema.judgements,
        schema.signed,
        schema.matches,
        schema.event_reports,
        schema.compared,
    )
    counts = {name: _count(connection, table) for name, table in zip(KINDS, tables, strict=True)}
    readers = connection.scalars(select(schema.readings.c.reader).distinct()).all()
    claims = _count(connection, schema.claims)
    return {
        "program": f"whosays {version('whosays')}",
        "readers": sorted(readers),
        "counts": {**counts, "claim": claims},
    }


def _count(connection: Connection, table: FromClause) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _records(connection: Connection) -> Iterator[Record]:
    yield from _changes(connection)
    yield from _reports(connection)
    yield from _readings(connection)
    yield from _judgements(connection)
    yield from _signatures(connection)
    yield from _matches(connection)
    yield from _event_reports(connection)
    yield from _incidents(connection)


def _parts(
    connection: Connection, wanted: Select[*tuple[Any, ...]], size: int
) -> Iterator[Sequence[RowMapping]]:
    """The rows of a query, streamed so many at a time."""
    return connection.execute(wanted.execution_options(yield_per=size)).mappings().partitions()


def _changes(connection: Connection) -> Iterator[Record]:
    table = schema.changes
    for rows in _parts(connection, select(table).order_by(table.c.id), _MANY):
        yield from (ChangeRecord(row["id"], row["at"].replace(tzinfo=UTC)) for row in rows)


def _reports(connection: Connection) -> Iterator[Record]:
    table = schema.reports
    for rows in _parts(connection, select(table).order_by(table.c.digest), _AT_ONCE):
        yield from (ReportRecord(decode.report(row), row["added_at"].replace(tzinfo=UTC)) for row in rows)


def _readings(connection: Connection) -> Iterator[Record]:
    table, grouped = schema.readings, schema.grouped
    joined = table.outerjoin(grouped, grouped.c.reading == table.c.id)
    found = select(table, grouped.c.change).select_from(joined).order_by(table.c.id)
    for rows in _parts(connection, found, _AT_ONCE):
        for row, reading in zip(rows, fetch_readings(connection, rows), strict=True):
            yield ReadingRecord(
                number=row["id"],
                report=row["report"],
                reader=reading.reader,
                read_at=row["read_at"].replace(tzinfo=UTC),
                change=row["change"],
                attributions=reading.attributions,
                places=reading.places,
                times=reading.times,
                claims=reading.claims,
                loaded=reading.loaded,
                causes=reading.causes,
            )


def _judgements(connection: Connection) -> Iterator[Record]:
    return (JudgementRecord.of(each, each.id or 0) for each in fetch_judgements(connection))


def _signatures(connection: Connection) -> Iterator[Record]:
    table, signed = schema.signatures, schema.signed.c.report
    for rows in _parts(connection, select(signed).order_by(signed), _AT_ONCE):
        digests = [row["report"] for row in rows]
        found = _grouped(connection, select(table).order_by(table.c.signature), table.c.report, digests)
        for digest in digests:
            yield SignaturesRecord(digest, tuple(row["signature"] for row in found[digest]))


def _matches(connection: Connection) -> Iterator[Record]:
    table = schema.matches
    for rows in _parts(connection, select(table).order_by(table.c.one, table.c.other), _MANY):
        yield from (MatchRecord(matching.read(row["one"], row["other"], row["found"])) for row in rows)


def _event_reports(connection: Connection) -> Iterator[Record]:
    table = schema.event_reports
    for rows in _parts(connection, select(table).order_by(table.c.id), _MANY):
        parts = _PartsOfEventReports(connection, [row["id"] for row in rows])
        yield from map(parts.record, rows)


class _PartsOfEventReports:
    """The rows that hang on some event reports, by these."""

    def __init__(self, connection: Connection, keys: Sequence[int]) -> None:
        claims, likeness = schema.event_claims, schema.likeness
        of_claims = select(claims.c.event_report, schema.claims.c.position).select_from(
            claims.join(schema.claims, schema.claims.c.id == claims.c.claim)
        )
        earlier = select(likeness).where(likeness.c.other < likeness.c.one).order_by(likeness.c.other)
        blocks, members = schema.blocks, schema.memberships
        self._claims = _grouped(
            connection, of_claims.order_by(schema.claims.c.position), claims.c.event_report, keys
        )
        self._like = _grouped(connection, earlier, likeness.c.one, keys)
        self._blocks = _grouped(
            connection, select(blocks).order_by(blocks.c.key), blocks.c.event_report, keys
        )
        self._members = _grouped(
            connection, select(members).order_by(members.c.id), members.c.event_report, keys
        )

    def record(self, row: RowMapping) -> EventReportRecord:
        """The record of a row of `event_reports`."""
        key = row["id"]
        return EventReportRecord(
            number=key,
            reading=row["reading"],
            claims=tuple(each["position"] for each in self._claims[key]),
            told=telling.read(row["told"]),
            day=row["day"],
            since=row["since"],
            until=row["until"],
            blocks=tuple(each["key"] for each in self._blocks[key]),
            like=tuple(Likeness(each["other"], each["chance"]) for each in self._like[key]),
            memberships=tuple(
                Membership(each["incident"], each["since"], each["until"]) for each in self._members[key]
            ),
        )


def _incidents(connection: Connection) -> Iterator[Record]:
    table = schema.compared
    for rows in _parts(connection, select(table).order_by(table.c.incident), _MANY):
        yield from (IncidentRecord(row["incident"], row["disputed"]) for row in rows)


def _grouped(
    connection: Connection, wanted: Select[*tuple[Any, ...]], by: ColumnElement[Any], keys: Sequence[Any]
) -> Mapping[Any, list[RowMapping]]:
    """The rows of a query whose column `by` holds one of `keys`, by these."""
    groups: dict[Any, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(wanted.where(by.in_(keys))).mappings():
        groups[row[by.name]].append(row)
    return groups
