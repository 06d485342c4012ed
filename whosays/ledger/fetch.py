"""Readings and claims back out of the ledger's tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Column, Connection, RowMapping, ScalarResult, Select, Table, select

from whosays.ledger import decode, schema
from whosays.ledger.decode import ClaimParts
from whosays.ledger.text import chunks
from whosays.model import Attribution, Claim, Loaded, Reading, Report

N = TypeVar("N")

BATCH = 500
"""Claims fetched together: some forty reports' worth, a few hundred kilobytes."""

_FIRST_BATCH = 64
"""Those that are fetched first: who asks for a page takes no more."""


def growing(keys: ScalarResult[int]) -> Iterator[Sequence[int]]:
    """Keys in batches, the first of them small."""
    size = _FIRST_BATCH
    while batch := keys.fetchmany(size):
        yield batch
        size = min(BATCH, 2 * size)


def fetch_reading(connection: Connection, row: RowMapping) -> Reading:
    """The reading of a row of `readings`."""
    return next(fetch_readings(connection, [row]))


def fetch_readings(connection: Connection, rows: Sequence[RowMapping]) -> Iterator[Reading]:
    """The readings of rows of `readings`, in their order, all fetched together."""
    reports = fetch_reports(connection, {row["report"] for row in rows})
    texts = {row["id"]: reports[row["report"]].text for row in rows}
    claims = fetch_keyed_claims(connection, texts)
    parts = _PartsOfReadings(connection, list(texts))
    attributions = parts.attributions(texts)
    places = parts.decoded(schema.place_mentions, decode.place_mention, texts)
    times = parts.decoded(schema.time_mentions, decode.time_mention, texts)
    words = parts.decoded(schema.loaded, decode.loaded, texts)
    causes = parts.decoded(schema.causes, decode.cause, texts)
    for row in rows:
        key = row["id"]
        yield Reading(
            report=reports[row["report"]],
            reader=row["reader"],
            attributions=attributions[key],
            places=places[key],
            times=times[key],
            claims=tuple(claim for _, claim in claims[key]),
            loaded=words[key],
            causes=causes[key],
        )


def fetch_report(connection: Connection, digest: str) -> Report:
    """The report of that digest."""
    return fetch_reports(connection, {digest})[digest]


def fetch_reports(connection: Connection, digests: set[str]) -> dict[str, Report]:
    """The reports of those digests, a batch's worth at most."""
    found = select(schema.reports).where(schema.reports.c.digest.in_(digests))
    return {row["digest"]: decode.report(row) for row in connection.execute(found).mappings()}


def fetch_claim_rows(connection: Connection, keys: Sequence[int]) -> list[RowMapping]:
    """Rows of `claims` with their report's `digest`, a batch's worth at most, in the order of `keys`."""
    joined = schema.claims.join(schema.readings, schema.claims.c.reading == schema.readings.c.id)
    digest = schema.readings.c.report.label("digest")
    found = select(schema.claims, digest).select_from(joined).where(schema.claims.c.id.in_(keys))
    rows = {row["id"]: row for row in connection.execute(found).mappings()}
    return [rows[key] for key in keys]


def claims_of_rows(
    connection: Connection, rows: Sequence[RowMapping], texts: Iterable[str]
) -> Iterator[Claim]:
    """The claims of rows of `claims`, a batch's worth at most, each in its text."""
    keys = [row["id"] for row in rows]
    voices = _grouped(connection, schema.voices, keys)
    participants = _grouped(connection, schema.participants, keys)
    figures = _grouped(connection, schema.figures, keys)
    for key, row, text in zip(keys, rows, texts, strict=True):
        yield decode.claim(text, row, ClaimParts(voices[key], participants[key], figures[key]))


def _grouped(connection: Connection, table: Table, keys: Sequence[int]) -> Mapping[int, list[RowMapping]]:
    found = select(table).where(table.c.claim.in_(keys)).order_by(*table.primary_key.columns)
    groups: dict[int, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(found).mappings():
        groups[row["claim"]].append(row)
    return groups


def fetch_keyed_claims(
    connection: Connection, texts: Mapping[int, str]
) -> dict[int, list[tuple[int, Claim]]]:
    """The claims of some readings (of those texts), each with the key of its row, in order."""
    table = schema.claims
    wanted = select(table).where(table.c.reading.in_(texts)).order_by(table.c.reading, table.c.position)
    found: dict[int, list[tuple[int, Claim]]] = {reading: [] for reading in texts}
    for batch in chunks(connection.execute(wanted).mappings().all(), BATCH):
        made = claims_of_rows(connection, batch, [texts[row["reading"]] for row in batch])
        for row, claim in zip(batch, made, strict=True):
            found[row["reading"]].append((row["id"], claim))
    return found


@dataclass(frozen=True, slots=True)
class _PartsOfReadings:
    """The rows that hang on some readings, by these."""

    connection: Connection
    keys: Sequence[int]

    def attributions(self, texts: Mapping[int, str]) -> dict[int, tuple[Attribution, ...]]:
        """Their attributions, in order."""
        parts: dict[tuple[int, int], list[RowMapping]] = defaultdict(list)
        for part in self._rows(schema.attribution_parts):
            parts[part["reading"], part["attribution"]].append(part)
        return self.decoded(
            schema.attributions,
            lambda text, row: decode.attribution(text, row, parts[row["reading"], row["position"]]),
            texts,
        )

    def decoded(
        self, table: Table, decoder: Callable[[str, RowMapping], N], texts: Mapping[int, str]
    ) -> dict[int, tuple[N, ...]]:
        """What each row of a table tells in the text of its reading, in order."""
        found: dict[int, list[N]] = {key: [] for key in self.keys}
        for row in self._rows(table):
            found[row["reading"]].append(decoder(texts[row["reading"]], row))
        return {key: tuple(made) for key, made in found.items()}

    def _rows(self, table: Table) -> Iterable[RowMapping]:
        of = select(table).where(table.c.reading.in_(self.keys)).order_by(*table.primary_key.columns)
        return self.connection.execute(of).mappings()


def fetch_loaded(
    connection: Connection, claim: RowMapping, text: str
) -> Iterator[tuple[Loaded, Attribution | None]]:
    """The loaded words within the evidence of a row of `claims`, each with what its speaker says."""
    words = schema.loaded.c
    within = _of_reading(schema.loaded, claim["reading"]).where(
        words.span_start >= claim["evidence_start"], words.span_end <= claim["evidence_end"]
    )
    for row in connection.execute(within).mappings().all():
        yield decode.loaded(text, row), _attribution(connection, claim["reading"], row["said_by"], text)


def _attribution(connection: Connection, reading: int, position: int | None, text: str) -> Attribution | None:
    found = _of_reading(schema.attributions, reading).where(schema.attributions.c.position == position)
    row = connection.execute(found).mappings().first()
    if row is None:
        return None
    of = schema.attribution_parts.c.attribution == position
    parts = connection.execute(_of_reading(schema.attribution_parts, reading).where(of)).mappings()
    return decode.attribution(text, row, parts)


def _of_reading(table: Table, reading: int) -> Select[*tuple[object, ...]]:
    position: Column[int] = table.c.position
    return select(table).where(table.c.reading == reading).order_by(position)
