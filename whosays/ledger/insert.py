"""A reading into the ledger's tables, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import Connection, Table, insert, select

from whosays.ledger import schema
from whosays.ledger.dialects import dialect_of
from whosays.ledger.encode import ReadingEncoder, report_row
from whosays.model import Claim, Reading, Report


def has_reading(connection: Connection, report: Report, reader: str) -> bool:
    """Whether `reader`'s reading of `report` is there."""
    found = select(schema.readings.c.id).where(
        schema.readings.c.report == report.digest, schema.readings.c.reader == reader
    )
    return connection.scalar(found) is not None


def insert_reading(connection: Connection, reading: Reading) -> None:
    """Insert `reading`, and its report unless it is there already.

    Raises LedgerError if a span does not quote the report.
    """
    now = datetime.now(UTC)
    _insert_report(connection, reading.report, now)
    row = {"report": reading.report.digest, "reader": reading.reader, "read_at": now}
    key = connection.execute(insert(schema.readings).returning(schema.readings.c.id), row).scalar_one()
    encoder = ReadingEncoder(key, reading.report)
    _insert_mentions(connection, encoder, reading)
    _insert_claims(connection, encoder, reading.claims)


def _insert_report(connection: Connection, report: Report, now: datetime) -> None:
    known = select(schema.reports.c.digest).where(schema.reports.c.digest == report.digest)
    if connection.scalar(known) is None:
        connection.execute(insert(schema.reports), report_row(report, now))


def _insert_mentions(connection: Connection, encoder: ReadingEncoder, reading: Reading) -> None:
    attributions = list(enumerate(reading.attributions))
    insert_rows(connection, schema.attributions, (encoder.attribution(i, a) for i, a in attributions))
    parts = (row for i, a in attributions for row in encoder.attribution_parts(i, a))
    insert_rows(connection, schema.attribution_parts, parts)
    places = (encoder.place_mention(i, mention) for i, mention in enumerate(reading.places))
    insert_rows(connection, schema.place_mentions, places)
    times = (encoder.time_mention(i, mention) for i, mention in enumerate(reading.times))
    insert_rows(connection, schema.time_mentions, times)
    words = (encoder.loaded(i, word) for i, word in enumerate(reading.loaded))
    insert_rows(connection, schema.loaded, words)
    causes = (encoder.cause(i, cause) for i, cause in enumerate(reading.causes))
    insert_rows(connection, schema.causes, causes)


def _insert_claims(connection: Connection, encoder: ReadingEncoder, claims: Sequence[Claim]) -> None:
    if not claims:
        return
    rows = [encoder.claim(position, claim) for position, claim in enumerate(claims)]
    made = insert(schema.claims).returning(schema.claims.c.id, sort_by_parameter_order=True)
    keyed = list(zip(connection.scalars(made, rows), claims, strict=True))
    voices = (encoder.voice(key, i, voice) for key, claim in keyed for i, voice in enumerate(claim.voices))
    insert_rows(connection, schema.voices, voices)
    participants = (row for key, claim in keyed for row in encoder.participants(key, claim))
    insert_rows(connection, schema.participants, participants)
    figures = (
        encoder.figure(key, i, figure) for key, claim in keyed for i, figure in enumerate(claim.figures)
    )
    insert_rows(connection, schema.figures, figures)
    dialect_of(connection).index_claims(connection, (_search_entry(key, claim) for key, claim in keyed))


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
