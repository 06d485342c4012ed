"""Points for countries and divisions, which the sources lack.

A country's or division's point is the mean of its cities, each counted once: near the middle of the
inhabited land, and never the capital's own point unless that is the only town. A division that no
city is filed under gets the point of its seat, if the division above has a town of its name ("Douma
District": Douma). One that has neither has no point, and is left out of the index.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from tools.gazetteer.entry import Entry, Point, by_key

Vector = tuple[float, float, float]


def place_divisions(entries: list[Entry], key_of: Callable[[str], str], words: Iterable[str]) -> list[Entry]:
    """The entries with every derivable point and population set, without those that have no point."""
    known = by_key(entries)
    _set_means(entries, known)
    _set_seats(entries, key_of, frozenset(words))
    return [entry for entry in entries if entry.point is not None]


def _set_means(entries: list[Entry], known: Mapping[str, Entry]) -> None:
    inside: dict[str, list[Entry]] = defaultdict(list)
    for city in entries:
        if city.key.startswith("city:"):
            for division in _above(city, known):
                inside[division.key].append(city)
    for key, cities in inside.items():
        division = known[key]
        division.point = mean([city.point for city in cities if city.point])
        division.population = division.population or sum(city.population for city in cities)


def _set_seats(entries: list[Entry], key_of: Callable[[str], str], words: frozenset[str]) -> None:
    empty = [entry for entry in entries if entry.kind == "district" and entry.point is None]
    towns = _towns_by_name(entries, {division.parent for division in empty}, key_of)
    for division in empty:
        seat = towns.get((division.parent, key_of(_bare(division.name, words))))
        if seat is not None:
            division.point, division.population = seat.point, seat.population


def _towns_by_name(
    entries: list[Entry], parents: set[str | None], key_of: Callable[[str], str]
) -> dict[tuple[str | None, str], Entry]:
    """The cities filed directly under `parents`, by parent and each of their names."""
    towns: dict[tuple[str | None, str], Entry] = {}
    for city in entries:
        if city.key.startswith("city:") and city.parent in parents:
            for name, _ in city.names:
                towns.setdefault((city.parent, key_of(name)), city)
    return towns


def _above(entry: Entry, known: Mapping[str, Entry]) -> Iterator[Entry]:
    while entry.parent is not None and entry.parent in known:
        entry = known[entry.parent]
        yield entry


def _bare(name: str, words: frozenset[str]) -> str:
    return " ".join(word for word in name.split() if word not in words)


def mean(points: list[Point]) -> Point:
    """The mean direction of points on the globe: safe across the 180th meridian."""
    x, y, z = (math.fsum(axis) for axis in zip(*map(_vector, points), strict=True))
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 5), round(math.degrees(math.atan2(y, x)), 5)


def _vector(point: Point) -> Vector:
    lat, lon = map(math.radians, point)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)
