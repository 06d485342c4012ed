"""Our own list against the cities of the sources: one entry a place, and each in its province.

An own town or quarter that the sources have too (a city of like-sounding name within a few
kilometres) gives it its names, and goes. One that they lack is put in the division of the nearest
city, if that is near: quarters and villages seldom lie across a provincial border from it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from tools.gazetteer.entry import Entry, Point

_SAME_KM = 6.0
_NEIGHBOUR_KM = 30.0
_WIDEST_KM = 15
_KM_A_DEGREE = 111.2


def settle_own(entries: Iterable[Entry], own: Iterable[Entry], key_of: Callable[[str], str]) -> list[Entry]:
    """The entries of `own` that are new, with their divisions; the others' names go to `entries`."""
    cities: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "city":
            cities[entry.country].append(entry)
    return [place for place in own if not _merge(place, cities[place.country], key_of)]


def add_names(entries: Iterable[Entry], names: Mapping[str, Sequence[str]]) -> None:
    """Give places more names of their own, by GeoNames id."""
    for entry in entries:
        entry.aliases += tuple(names.get(str(entry.geonames_id), ()))


def _merge(place: Entry, cities: Sequence[Entry], key_of: Callable[[str], str]) -> bool:
    """Give the names of `place` to the city that it is, else put it into the nearest city's division."""
    if place.radius > _WIDEST_KM or not cities:
        return False
    near = sorted((_km(place.point, city.point), city.geonames_id, city) for city in cities)[:20]
    keys = {key_of(name) for name, _ in place.names}
    for distance, _, city in near:
        if (
            place.kind == "city"
            and distance <= _SAME_KM
            and not keys.isdisjoint(key_of(n) for n, _ in city.names)
        ):
            city.aliases += tuple(name for name, _ in place.names)
            return True
    if near[0][0] <= _NEIGHBOUR_KM:
        place.parent = near[0][2].parent
    return False


def _km(a: Point | None, b: Point | None) -> float:
    """Distance on a flat map: good enough next door."""
    if a is None or b is None:
        return math.inf
    east = (a[1] - b[1]) * math.cos(math.radians(a[0]))
    return _KM_A_DEGREE * math.hypot(a[0] - b[0], east)
