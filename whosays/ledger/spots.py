"""Where claims are said to have happened: how many at each place, and how reports write its name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from sqlalchemy import Connection, RowMapping, Select, Subquery, case, func, select

from whosays.ledger import decode
from whosays.ledger.judgements import Rulings
from whosays.ledger.query import select_disputed
from whosays.ledger.schema import claims, readings
from whosays.ledger.slots import select_corrected
from whosays.model import Claim, Place, Subject


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map, and how many claims are there.

    `written` is its name as most of them write it, `disputed` how many are of incidents whose accounts cannot
    all be so.
    """

    place: Place
    written: str
    claims: int
    disputed: int


@dataclass(slots=True)
class _Tally:
    """The claims of one place, as far as they are counted."""

    names: Counter[str] = field(default_factory=Counter)
    disputed: int = 0

    def add(self, name: str, claims: int, disputed: int) -> None:
        self.names[name] += claims
        self.disputed += disputed

    def spot(self, place: Place) -> Spot:
        written = min(self.names, key=lambda name: (-self.names[name], name))
        return Spot(place, written, self.names.total(), self.disputed)


def fetch_spots(
    connection: Connection, keys: Subquery, rulings: Rulings, corrected: Sequence[Claim]
) -> tuple[tuple[Spot, ...], int]:
    """The places of the claims with those keys, and of `corrected` ones, the commonest first.

    Beside them, how many claims have no place that is on the map.
    """
    tallies: dict[Place | None, _Tally] = defaultdict(_Tally)
    for row in connection.execute(_places(keys, by_report=rulings.is_on(Subject.PLACE))).mappings():
        tallies[_meant(row, rulings)].add(row["location_name"] or "", row["claims"], row["disputed"])
    disputed = _disputed(connection) if corrected else frozenset()
    for claim in corrected:
        place, name = (claim.place.place, claim.place.name) if claim.place else (None, "")
        tallies[place].add(name, 1, claim.id in disputed)
    unplaced = tallies.pop(None, _Tally()).names.total()
    return _sorted(tally.spot(place) for place, tally in tallies.items() if place), unplaced


def _sorted(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    return tuple(sorted(spots, key=lambda spot: (-spot.claims, spot.place.name)))


_PLACE = tuple(
    column for column in claims.c if column.name.startswith("place_") and column.name != "place_folded"
)


def _places(keys: Subquery, *, by_report: bool) -> Select[*tuple[object, ...]]:
    """Names of places with what they were read to be, and how many claims use them so."""
    joined = claims.join(keys, keys.c.id == claims.c.id).join(readings, claims.c.reading == readings.c.id)
    of = (claims.c.location_name, *_PLACE, *((readings.c.report,) if by_report else ()))
    disputed = func.sum(case((claims.c.id.in_(select_disputed()), 1), else_=0)).label("disputed")
    return select(*of, func.count().label("claims"), disputed).select_from(joined).group_by(*of)


def _meant(row: RowMapping, rulings: Rulings) -> Place | None:
    if row["location_name"] is None:
        return None
    return rulings.place(row["location_name"], decode.place(row), row.get("report", ""))


def _disputed(connection: Connection) -> AbstractSet[str]:
    """The ids of the corrected claims of disputed incidents."""
    of = claims.c.claim_id.in_(select_corrected()), claims.c.id.in_(select_disputed())
    return frozenset(connection.scalars(select(claims.c.claim_id).where(*of)))
