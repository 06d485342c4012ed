"""Readings into the ledger's tables, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from operator import itemgetter

from sqlalchemy import Connection, Table, insert, select

from whosays.ledger import schema
from whosays.ledger.dialects import dialect_of
from whosays.ledger.encode import ReadingEncoder, Row, report_row
from whosays.ledger.text import chunks
from whosays.model import Claim, Reading, Report


def has_reading(connection: Connection, report: Report, reader: str) -> bool:
    """Whether `reader`'s reading of `report` is there."""
    return (report.digest, reader) in _there(connection, [report.digest])


def add_readings(connection: Connection, given: Sequence[Reading]) -> list[bool]:
    """Insert the readings that are not there, and their reports, as of now; for each, whether it was not.

    A table is written once for all of them, which costs half of what one reading after the other does.
    Raises LedgerError if a span does not quote its report.
    """
    there, new = _there(connection, [reading.report.digest for reading in given]), list[bool]()
    for reading in given:
        new.append((reading.report.digest, reading.reader) not in there)
        there.add((reading.report.digest, reading.reader))
    wanted = [reading for reading, is_new in zip(given, new, strict=True) if is_new]
    if wanted:
        now = datetime.now(UTC)
        insert_reports(connection, [(reading.report, now) for reading in wanted])
        insert_readings(connection, [(reading, {"read_at": now}) for reading in wanted])
    return new


def _there(connection: Connection, digests: Sequence[str]) -> set[tuple[str, str]]:
    """The reports' digests and readers of the readings of reports that are there."""
    table, there = schema.readings.c, set[tuple[str, str]]()
    for part in chunks(digests):
        found = connection.execute(select(table.report, table.reader).where(table.report.in_(part)))
        there.update((row.report, row.reader) for row in found)
    return there


def insert_reports(connection: Connection, given: Iterable[tuple[Report, datetime]]) -> int:
    """Insert the reports that are not there, each with when it was added; how many were not."""
    wanted, digest = (
        {report.digest: report_row(report, added_at) for report, added_at in given},
        schema.reports.c.digest,
    )
    for part in chunks(list(wanted)):
        for known in connection.scalars(select(digest).where(digest.in_(part))).all():
            del wanted[known]
    insert_rows(connection, schema.reports, wanted.values())
    return len(wanted)


def insert_readings(connection: Connection, made: Sequence[tuple[Reading, Row]]) -> None:
    """Insert readings whose reports are there, each with what else is in its row of `readings`.

    Raises LedgerError likewise.
    """
    rows = [{**row, "report": reading.report.digest, "reader": reading.reader} for reading, row in made]
    keyed = insert(schema.readings).returning(schema.readings.c.id, sort_by_parameter_order=True)
    keys = connection.scalars(keyed, rows).all()
    keyed_readings = sorted(zip(keys, (reading for reading, _ in made), strict=True), key=itemgetter(0))
    encoded = [(ReadingEncoder(key, reading.report), reading) for key, reading in keyed_readings]
    _insert_mentions(connection, encoded)
    _insert_claims(connection, encoded)


_Encoded = Sequence[tuple[ReadingEncoder, Reading]]


def _insert_mentions(connection: Connection, encoded: _Encoded) -> None:
    attributions = [(e, i, found) for e, r in encoded for i, found in enumerate(r.attributions)]
    insert_rows(connection, schema.attributions, (e.attribution(i, found) for e, i, found in attributions))
    parts = (row for e, i, found in attributions for row in e.attribution_parts(i, found))
    insert_rows(connection, schema.attribution_parts, parts)
    places = (e.place_mention(i, found) for e, r in encoded for i, found in enumerate(r.places))
    insert_rows(connection, schema.place_mentions, places)
    times = (e.time_mention(i, found) for e, r in encoded for i, found in enumerate(r.times))
    insert_rows(connection, schema.time_mentions, times)
    words = (e.loaded(i, found) for e, r in encoded for i, found in enumerate(r.loaded))
    insert_rows(connection, schema.loaded, words)
    causes = (e.cause(i, found) for e, r in encoded for i, found in enumerate(r.causes))
    insert_rows(connection, schema.causes, causes)


def _insert_claims(connection: Connection, encoded: _Encoded) -> None:
    claims = [(e, i, claim) for e, r in encoded for i, claim in enumerate(r.claims)]
    insert_rows(connection, schema.claims, (e.claim(i, claim) for e, i, claim in claims))
    keys = _claim_keys(connection, [e.reading for e, _ in encoded])
    keyed = [(key, e, claim) for key, (e, _, claim) in zip(keys, claims, strict=True)]
    voices = (e.voice(key, i, voice) for key, e, claim in keyed for i, voice in enumerate(claim.voices))
    insert_rows(connection, schema.voices, voices)
    participants = (row for key, e, claim in keyed for row in e.participants(key, claim))
    insert_rows(connection, schema.participants, participants)
    figures = (e.figure(key, i, found) for key, e, claim in keyed for i, found in enumerate(claim.figures))
    insert_rows(connection, schema.figures, figures)
    dialect_of(connection).index_claims(connection, (_search_entry(key, claim) for key, _, claim in keyed))


def _claim_keys(connection: Connection, readings: Sequence[int]) -> Iterator[int]:
    """The keys of the claims of readings, in the order in which they were inserted.

    To ask for them while inserting, SQLite would have to be given one claim at a time.
    """
    table = schema.claims.c
    for part in chunks(readings):
        wanted = select(table.id).where(table.reading.in_(part))
        yield from connection.scalars(wanted.order_by(table.reading, table.position))


def insert_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Insert `rows`, however many, some thousand at a time."""
    left = iter(rows)
    while part := list(islice(left, _AT_ONCE)):
        connection.execute(insert(table), part)


_AT_ONCE = 5000


def _search_entry(key: int, claim: Claim) -> dict[str, str | int]:
    return {
        "id": key,
        "evidence": claim.evidence.quote,
        "voices": "\n".join(voice.name for voice in claim.voices),
        "actors": "\n".join(actor.name for actor in claim.actor),
        "targets": "\n".join(target.name for target in claim.target),
        "place": "\n".join(_place_names(claim)),
    }


def _place_names(claim: Claim) -> Iterator[str]:
    if claim.place:
        yield claim.place.name
        if claim.place.place:
            yield claim.place.place.name
