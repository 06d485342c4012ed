"""What claims look like from afar: how many where, when, of what kind and by whose voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    func,
    select,
    union,
)

from whosays.ledger.fetch import claims_of_rows, fetch_claim_rows, fetch_reports
from whosays.ledger.judgements import Rulings
from whosays.ledger.query import ClaimFilter, select_claim_keys
from whosays.ledger.schema import UNDATED, claims, participants, readings, reports, voices
from whosays.ledger.slots import select_corrected
from whosays.ledger.spots import Spot, fetch_spots
from whosays.ledger.text import chunks, fold
from whosays.model import Claim, Report, Subject

TOP = 20
"""Values of a facet that are listed, the commonest first."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Claims, counted: all of them, by place, by day and by the values of their slots.

    `unplaced` have no place that is on the map, `undated` neither a day of their own nor one of
    publication. `facets` are the commonest values with their counts: kind, stance, party (as voice, actor
    or target), voice.
    """

    total: int
    spots: tuple[Spot, ...]
    unplaced: int
    days: Mapping[date, int]
    undated: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]


def fetch_picture(connection: Connection, wanted: ClaimFilter | None) -> Picture:
    """The picture of the claims that are `wanted`, by the judgements in force.

    Those with a corrected slot are few: the database counts the others, and these are counted one by one.
    """
    found, rulings = select_claim_keys(wanted or ClaimFilter()), Rulings.fetch(connection)
    if not rulings.on_slots:
        return _drawn(connection, found.subquery(), rulings, [])
    is_corrected = claims.c.claim_id.in_(select_corrected())
    corrected = _claims(connection, found.where(is_corrected), rulings)
    return _drawn(connection, found.where(~is_corrected).subquery(), rulings, corrected)


def _drawn(
    connection: Connection, keys: Subquery, rulings: Rulings, corrected: Sequence[tuple[Report, Claim]]
) -> Picture:
    spots, unplaced = fetch_spots(connection, keys, rulings, [claim for _, claim in corrected])
    days = _days(connection, keys)
    days.update(_day(report, claim) for report, claim in corrected)
    undated = days.pop(UNDATED, 0)
    return Picture(
        total=unplaced + sum(spot.claims for spot in spots),
        spots=spots,
        unplaced=unplaced,
        days=dict(sorted(days.items())),
        undated=undated,
        facets=_facets(connection, keys, rulings, [claim for _, claim in corrected]),
    )


def _claims(connection: Connection, found: Select[int], rulings: Rulings) -> list[tuple[Report, Claim]]:
    made: list[tuple[Report, Claim]] = []
    for part in chunks(connection.scalars(found).all()):
        rows = fetch_claim_rows(connection, part)
        known = fetch_reports(connection, {row["digest"] for row in rows})
        of = [known[row["digest"]] for row in rows]
        read = claims_of_rows(connection, rows, [report.text for report in of])
        made += [
            (report, rulings.applied(claim, report.digest)) for report, claim in zip(of, read, strict=True)
        ]
    return made


def _day(report: Report, claim: Claim) -> date:
    return (claim.time and (claim.time.earliest or claim.time.latest)) or report.day or UNDATED


def _facets(
    connection: Connection, keys: Subquery, rulings: Rulings, corrected: Sequence[Claim]
) -> dict[str, tuple[tuple[str, int], ...]]:
    counted = {
        "kind": _counts(connection, _by(claims.c.kind, keys)),
        "stance": _counts(connection, _by(claims.c.stance, keys)),
        "party": _parties(connection, keys, rulings),
        "voice": _counts(connection, _voices(keys)),
    }
    names = {fold(name): name for name in counted["voice"]}
    for claim in corrected:
        sides = {voice.party for voice in claim.voices} | {n.party for n in (*claim.actor, *claim.target)}
        counted["kind"][claim.kind] += 1
        counted["stance"][claim.stance] += 1
        counted["party"].update(filter(None, sides))
        voiced = {fold(voice.name): voice.name for voice in claim.voices}
        counted["voice"].update(names.setdefault(folded, name) for folded, name in voiced.items())
    return {name: _first(counts.items()) for name, counts in counted.items()}


def _days(connection: Connection, keys: Subquery) -> Counter[date]:
    """Claims by the first day of their time, or the day of publication."""
    joined = claims.join(keys, keys.c.id == claims.c.id).join(readings, claims.c.reading == readings.c.id)
    day = func.coalesce(claims.c.time_earliest, claims.c.time_latest, reports.c.day).label("on")
    found = select(day, func.count().label("claims")).select_from(joined.join(reports)).group_by(day)
    return Counter({row.on: row.claims for row in connection.execute(found)})


def _by(column: ColumnElement[str], keys: Subquery) -> Select[str, int]:
    joined = claims.join(keys, keys.c.id == claims.c.id)
    return select(column.label("value"), func.count().label("claims")).select_from(joined).group_by(column)


def _voices(keys: Subquery) -> Select[str, int]:
    joined = voices.join(keys, keys.c.id == voices.c.claim)
    count = func.count(voices.c.claim.distinct()).label("claims")
    name = func.min(voices.c.name).label("value")
    return select(name, count).select_from(joined).group_by(voices.c.folded)


def _counts(connection: Connection, found: Select[str, int]) -> Counter[str]:
    return Counter({row.value: row.claims for row in connection.execute(found)})


def _first(rows: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0]))[:TOP])


def _parties(connection: Connection, keys: Subquery, rulings: Rulings) -> Counter[str]:
    """Parties by how many claims they speak, act or suffer in."""
    if not rulings.is_on(Subject.PARTY):
        return _counts(connection, _as_read(keys))
    counted: dict[str, set[int]] = {}
    for row in connection.execute(union(*(_named(table, keys) for table in (voices, participants)))):
        party = rulings.party(row.name, row.party, row.report)
        if party is not None:
            counted.setdefault(party, set()).add(row.claim)
    return Counter({party: len(of) for party, of in counted.items()})


def _as_read(keys: Subquery) -> Select[str, int]:
    said = (
        select(table.c.claim, table.c.party)
        .join(keys, keys.c.id == table.c.claim)
        .where(table.c.party.is_not(None))
        for table in (voices, participants)
    )
    each = union(*said).subquery()
    return select(each.c.party.label("value"), func.count().label("claims")).group_by(each.c.party)


def _named(table: FromClause, keys: Subquery) -> Select[int, str, str, str]:
    joined = table.join(keys, keys.c.id == table.c.claim).join(claims, claims.c.id == table.c.claim)
    of = table.c.claim, table.c.name, table.c.party, readings.c.report
    return select(*of).select_from(joined.join(readings, claims.c.reading == readings.c.id))
