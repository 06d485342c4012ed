"""A reading into the ledger's tables, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import Connection, Table, insert, select

from whosays.ledger import schema
from whosays.ledger.dialects import dialect_of
from whosays.ledger.encode import ReadingEncoder, Row, report_row
from whosays.model import Claim, Reading, Report


def has_reading(connection: Connection, report: Report, reader: str) -> bool:
    """Whether `reader`'s reading of `report` is there."""
    found = select(schema.readings.c.id).where(
        schema.readings.c.report == report.digest, schema.readings.c.reader == reader
    )
    return connection.scalar(found) is not None


def insert_reading(connection: Connection, reading: Reading) -> None:
    """Insert `reading`, and its report unless it is there already, as of now.

    Raises LedgerError if a span does not quote the report.
    """
    now = datetime.now(UTC)
    insert_report(connection, reading.report, now)
    insert_readings(connection, [(reading, {"read_at": now})])


def insert_report(connection: Connection, report: Report, added_at: datetime) -> bool:
    """Insert a report unless it is there already; whether it was not."""
    known = select(schema.reports.c.digest).where(schema.reports.c.digest == report.digest)
    if connection.scalar(known) is not None:
        return False
    connection.execute(insert(schema.reports), report_row(report, added_at))
    return True


def insert_readings(connection: Connection, made: Sequence[tuple[Reading, Row]]) -> None:
    """Insert readings whose reports are there, each with what else is in its row of `readings`.

    Raises LedgerError likewise.
    """
    rows = [{**row, "report": reading.report.digest, "reader": reading.reader} for reading, row in made]
    keyed = insert(schema.readings).returning(schema.readings.c.id, sort_by_parameter_order=True)
    keys = connection.scalars(keyed, rows).all()
    encoded = [(ReadingEncoder(key, r.report), r) for key, (r, _) in zip(keys, made, strict=True)]
    _insert_mentions(connection, encoded)
    _insert_claims(connection, [(encoder, i, c) for encoder, r in encoded for i, c in enumerate(r.claims)])


def _insert_mentions(connection: Connection, made: Sequence[tuple[ReadingEncoder, Reading]]) -> None:
    attributions = [(encoder, i, a) for encoder, r in made for i, a in enumerate(r.attributions)]
    rows = {
        schema.attributions: (encoder.attribution(i, a) for encoder, i, a in attributions),
        schema.attribution_parts: (row for e, i, a in attributions for row in e.attribution_parts(i, a)),
        schema.place_mentions: (e.place_mention(i, each) for e, r in made for i, each in enumerate(r.places)),
        schema.time_mentions: (e.time_mention(i, each) for e, r in made for i, each in enumerate(r.times)),
        schema.loaded: (e.loaded(i, word) for e, r in made for i, word in enumerate(r.loaded)),
        schema.causes: (e.cause(i, cause) for e, r in made for i, cause in enumerate(r.causes)),
    }
    for table, of in rows.items():
        insert_rows(connection, table, of)


def _insert_claims(connection: Connection, found: Sequence[tuple[ReadingEncoder, int, Claim]]) -> None:
    if not found:
        return
    rows = [encoder.claim(position, claim) for encoder, position, claim in found]
    made = insert(schema.claims).returning(schema.claims.c.id, sort_by_parameter_order=True)
    keyed = [
        (key, encoder, claim)
        for key, (encoder, _, claim) in zip(connection.scalars(made, rows), found, strict=True)
    ]
    voices = (e.voice(key, i, voice) for key, e, claim in keyed for i, voice in enumerate(claim.voices))
    insert_rows(connection, schema.voices, voices)
    participants = (row for key, encoder, claim in keyed for row in encoder.participants(key, claim))
    insert_rows(connection, schema.participants, participants)
    figures = (e.figure(key, i, figure) for key, e, claim in keyed for i, figure in enumerate(claim.figures))
    insert_rows(connection, schema.figures, figures)
    dialect_of(connection).index_claims(connection, (_search_entry(key, claim) for key, _, claim in keyed))


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
