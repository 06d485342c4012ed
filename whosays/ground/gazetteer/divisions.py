"""In which division of an index the places of a dump lie.

A dump has its divisions as rows of their own, and places give their codes. Where that leads nowhere
a place lies where the nearest town does, if that is near: villages seldom lie across a provincial
border from it. Else it lies in its country, and no more is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from whosays.ground.gazetteer.dump import Toponym
from whosays.ground.gazetteer.folding import exact_key
from whosays.ground.gazetteer.store import Store

_NEIGHBOUR_KM = 30.0
_KM_A_DEGREE = 111.2
_SORTS = {"A.ADM1": "province", "A.ADM2": "district"}

Codes = tuple[str, str, str]
"""The codes of a country and its first- and second-order division."""


class Divisions:
    """The divisions of an index, and what lies in them. `rows` are the index's by GeoNames id."""

    def __init__(self, store: Store, rows: Mapping[int, int], divisions: Iterable[Toponym]) -> None:
        self._store = store
        self._towns: dict[str, NDArray[np.int64]] = {}
        self._by_code: dict[Codes, int] = {}
        for division in divisions:
            row = rows.get(division.geonames_id, self._called(division))
            if row >= 0:
                self._by_code[_codes(division)] = row

    def around(self, place: Toponym) -> int:
        """The row of the smallest known division that holds the place; -1 if there is not even a country."""
        first, second = place.divisions
        for codes in ((place.country, first, second), (place.country, first, "")):
            if codes in self._by_code:
                return self._by_code[codes]
        return self._beside(place)

    def _called(self, division: Toponym) -> int:
        """The row of the division of that country and name; -1 if there is none."""
        for name in (*division.names, *division.variants):
            for row, _ in self._store.matches("exact", exact_key(name)):
                if self._is(row, _SORTS[division.feature], division.country):
                    return row
        return -1

    def _is(self, row: int, kind: str, country: str) -> bool:
        columns = self._store.columns
        there = self._store.countries[columns["country"][row]]
        return bool(self._store.kinds[columns["kind"][row]] == kind and there == country)

    def _beside(self, place: Toponym) -> int:
        """What holds the nearest town of the country, or the country."""
        columns, towns = self._store.columns, self._towns_of(place.country)
        if len(towns):
            east = (columns["lon"][towns] - place.point[1]) * np.cos(np.radians(place.point[0]))
            distances = _KM_A_DEGREE * np.hypot(columns["lat"][towns] - place.point[0], east)
            if distances.min() <= _NEIGHBOUR_KM:
                return int(columns["parent"][towns[distances.argmin()]])
        return int(next(iter(self._rows("country", place.country)), -1))

    def _towns_of(self, country: str) -> NDArray[np.int64]:
        if country not in self._towns:
            self._towns[country] = self._rows("city", country)
        return self._towns[country]

    def _rows(self, kind: str, country: str) -> NDArray[np.int64]:
        """The rows of that kind in that country."""
        if country not in self._store.countries:
            return np.empty(0, np.int64)
        columns = self._store.columns
        there = columns["country"] == self._store.countries.index(country)
        return np.flatnonzero(there & (columns["kind"] == self._store.kinds.index(kind)))


def _codes(division: Toponym) -> Codes:
    first, second = division.divisions
    return division.country, first, second if division.feature == "A.ADM2" else ""
