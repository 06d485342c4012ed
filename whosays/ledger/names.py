"""The names in a ledger's claims, and what each is taken for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, RowMapping, Select, func, select, union_all

from whosays.ledger import decode
from whosays.ledger.judgements import Rulings
from whosays.ledger.query import is_latest
from whosays.ledger.schema import claims, participants, readings, voices
from whosays.ledger.text import fold
from whosays.model import Judgement, Place, Subject

_PLACE = tuple(
    column for column in claims.c if column.name.startswith("place_") and column.name != "place_folded"
)


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as claims use it, and the place or party that it means there, None if none is known.

    `judgement` is the decision that makes it so; without one it is as it was read.
    """

    name: str
    place: Place | None
    party: str | None
    claims: int
    reports: int
    judgement: Judgement | None


@dataclass(slots=True)
class _Uses:
    """Claims by spelling, and the reports they are in."""

    spellings: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    reports: set[str] = field(default_factory=set)


def fetch_places(connection: Connection, part: str) -> list[NameUse]:
    """The names of places that have `part` in them, whatever the case and the accents, most used first."""
    counted = (
        select(claims.c.location_name.label("name"), readings.c.report, func.count().label("claims"), *_PLACE)
        .select_from(claims.join(readings))
        .where(is_latest(), claims.c.location_folded.contains(fold(part), autoescape=True))
        .group_by("name", readings.c.report, *_PLACE)
    )
    rulings = Rulings.fetch(connection)
    return _grouped(_placed(row, rulings) for row in connection.execute(counted).mappings())


def fetch_parties(connection: Connection, part: str) -> list[NameUse]:
    """The names of voices, actors and targets with `part` in them, likewise."""
    rulings = Rulings.fetch(connection)
    return _grouped(_sided(row, rulings) for row in connection.execute(_named(part)).mappings())


_Use = tuple[RowMapping, Place | None, str | None, Judgement | None]
"""A row of counts, and what its name means in its report by whose decision."""


def _placed(row: RowMapping, rulings: Rulings) -> _Use:
    ruled = rulings.on(Subject.PLACE, row["name"], row["report"])
    return row, ruled.place if ruled else decode.place(row), None, ruled


def _sided(row: RowMapping, rulings: Rulings) -> _Use:
    ruled = rulings.on(Subject.PARTY, row["name"], row["report"])
    return row, None, ruled.party if ruled else row["party"], ruled


def _named(part: str) -> Select[tuple[str, str, str, int]]:
    of = union_all(
        *(
            select(table.c.name, table.c.party, table.c.claim).where(
                table.c.folded.contains(fold(part), autoescape=True)
            )
            for table in (voices, participants)
        )
    ).subquery()
    return (
        select(of.c.name, of.c.party, readings.c.report, func.count(of.c.claim.distinct()).label("claims"))
        .select_from(of.join(claims, claims.c.id == of.c.claim).join(readings))
        .where(is_latest())
        .group_by(of.c.name, of.c.party, readings.c.report)
    )


def _grouped(uses: Iterable[_Use]) -> list[NameUse]:
    """Uses of one name for one thing put together, under the spelling that is used most."""
    groups: dict[tuple[str, Place | None, str | None, Judgement | None], _Uses] = defaultdict(_Uses)
    for row, place, party, ruled in uses:
        group = groups[fold(row["name"]), place, party, ruled]
        group.spellings[row["name"]] += row["claims"]
        group.reports.add(row["report"])
    return sorted(_counted(groups), key=lambda use: (-use.claims, use.name))


def _counted(
    groups: dict[tuple[str, Place | None, str | None, Judgement | None], _Uses],
) -> Iterator[NameUse]:
    for (_, place, party, ruled), uses in groups.items():
        name = max(uses.spellings, key=lambda spelling: (uses.spellings[spelling], spelling))
        yield NameUse(name, place, party, sum(uses.spellings.values()), len(uses.reports), ruled)
