"""Looking up names of places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from whosays.ground.gazetteer.folding import exact_key, loose_key
from whosays.ground.gazetteer.store import PACKAGED, Store
from whosays.ground.gazetteer.user import user_store
from whosays.model import Place, PlacePrecision

UNCOUNTED = 1
"""The population of a village whose people nobody counted: hardly any, or the package would have it.
0 is what regions have, and others that may have any number."""

_EXACT_KM = 1
_SHORTEST_LOOSE = 4
_PRECISIONS = {
    "city": PlacePrecision.TOWN,
    "district": PlacePrecision.DISTRICT,
    "province": PlacePrecision.PROVINCE,
    "country": PlacePrecision.COUNTRY,
}
_SPOTS = frozenset({"base", "camp", "crossing", "dam", "landmark"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    `within` are the rows of the divisions that hold it, the smallest first and its country last.
    `radius` is kilometres around the point, 0 where unknown; `capital`, whether it is a country's.
    `own` says whether the name is one of the place's own or merely a variant in use, `exact` whether
    the spelling agrees or only the sound.
    """

    row: int
    place: Place
    population: int
    radius: int
    within: tuple[int, ...]
    capital: bool = False
    own: bool = True
    exact: bool = True

    @property
    def counted(self) -> int | None:
        """The population, if somebody counted it."""
        return self.population if self.population > UNCOUNTED else None


class Gazetteer:
    """An index of places. Reads only; threads may share one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows_of_countries: dict[str, int] | None = None
        self._find = lru_cache(maxsize=20_000)(self._find_keys)

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """The gazetteer at `path`; by default the user's own or, without one, the package's.

        InputError if it cannot be read.
        """
        own = user_store() if path is None else None
        return cls(own) if own else _open(path or PACKAGED)

    @property
    def edition(self) -> str:
        """What tells a user's own index from others; empty for the package's."""
        return self._store.edition

    def lookup(self, name: str, *, loose: bool = True) -> tuple[Candidate, ...]:
        """Places called `name`, the most populous first.

        Spellings that merely sound like it count only if no spelling agrees, and only if `loose`.
        """
        found = self._find(exact_key(name), "exact")
        return found if found or not loose else self.sounding(name)

    def sounding(self, name: str) -> tuple[Candidate, ...]:
        """Places that sound like `name`, however they are spelt; none for a name too short to tell."""
        key = loose_key(name)
        return self._find(key, "loose") if len(key) >= _SHORTEST_LOOSE else ()

    def entry(self, row: int) -> Candidate:
        """The place in `row`, as `Candidate.within` gives it. IndexError if there is no such row."""
        return self._candidate(row, own=True, exact=True)

    def numbered(self, geonames_id: int) -> Candidate | None:
        """The place with that GeoNames id."""
        rows = np.flatnonzero(self._store.columns["geonames_id"] == geonames_id)
        return self.entry(int(rows[0])) if len(rows) and geonames_id else None

    def country(self, code: str) -> Candidate | None:
        """The country with that ISO 3166 alpha-2 code, in capitals."""
        if self._rows_of_countries is None:
            rows = np.flatnonzero(self._store.columns["kind"] == self._store.kinds.index("country")).tolist()
            codes = (self._store.countries[self._column("country", row)] for row in rows)
            self._rows_of_countries = dict(zip(codes, rows, strict=True))
        row = self._rows_of_countries.get(code)
        return None if row is None else self.entry(row)

    def _find_keys(self, key: str, label: str) -> tuple[Candidate, ...]:
        if not key:
            return ()
        matches = self._store.matches(label, key)
        if not matches:
            return ()
        found = (self._candidate(row, own=own, exact=label == "exact") for row, own in matches)
        return tuple(sorted(found, key=lambda candidate: (-candidate.population, candidate.row)))

    def _candidate(self, row: int, *, own: bool, exact: bool) -> Candidate:
        within = self._within(row)
        radius = int(self._column("radius", row))
        place = self._place(row, within, radius)
        capital = bool(self._column("capital", row))
        population = int(self._column("population", row))
        return Candidate(row, place, population, radius, within, capital, own, exact)

    def _place(self, row: int, within: tuple[int, ...], radius: int) -> Place:
        kind = self._kind(row)
        province = next(
            (self._store.name(above) for above in within if self._kind(above) == "province"), None
        )
        return Place(
            geonames_id=int(self._column("geonames_id", row)) or None,
            name=self._store.name(row),
            kind=kind,
            country=self._store.countries[self._column("country", row)] or None,
            admin1=self._store.name(row) if kind == "province" else province,
            lat=round(float(self._column("lat", row)), 5),
            lon=round(float(self._column("lon", row)), 5),
            precision=_precision(kind, radius),
        )

    def _within(self, row: int) -> tuple[int, ...]:
        rows: list[int] = []
        while (row := int(self._column("parent", row))) >= 0:
            rows.append(row)
        return tuple(rows)

    def _kind(self, row: int) -> str:
        kind: int = self._column("kind", row)
        return self._store.kinds[kind]

    def _column(self, name: str, row: int) -> Any:
        return self._store.columns[name][row]


@cache
def _open(path: Path) -> Gazetteer:
    return Gazetteer(Store.open(path))


def _precision(kind: str, radius: int) -> PlacePrecision:
    if kind in _SPOTS and radius <= _EXACT_KM:
        return PlacePrecision.EXACT
    if kind in _SPOTS:
        return PlacePrecision.TOWN
    return _PRECISIONS.get(kind, PlacePrecision.REGION)
