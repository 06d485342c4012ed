"""How the places of two event reports stand to each other."""

from __future__ import annotations

import math
from collections.abc import Sequence

from whosays.reconcile.incidents.event_report import Spot

NEAR_KM = 15.0
"""Towns this close are taken for one another in reports: the village that was hit, and the town beside it."""

EARTH_KM = 6371.0


def relation(some: Sequence[Spot], others: Sequence[Spot]) -> str:
    """The closest relation between any two of their places, as a word of RELATIONS."""
    if not some or not others:
        return "unsaid"
    if len(some) == len(others) == 1:
        return _relation(some[0], others[0])
    found = {_relation(one, other) for one in some for other in others}
    return next((name for name in RELATIONS if name in found), "unsaid")


RELATIONS = ("spot", "spot in town", "town", "other spot", "near", "within", "around", "far")
"""From the closest on; "unsaid" where one of them names no place.

spot: one part of one town. spot in town: a town, and a part of it. town: one town. other spot: two parts of
one town. near: two towns within NEAR_KM. within: a town, and a province or country around it. around: one
province or country.
"""


def _relation(one: Spot, other: Spot) -> str:
    if one.key is None or other.key is None:
        return "spot" if one.within and one.within == other.within else "unsaid"
    if one.key == other.key and one.fine == other.fine:
        return _in_town(one, other) if one.fine else "around"
    if one.fine and other.fine:
        return "near" if distance(one.point, other.point) <= NEAR_KM else "far"
    return _contains(one, other)


def _in_town(one: Spot, other: Spot) -> str:
    if one.within and other.within:
        shared = len(one.within & other.within)
        return "spot" if 2 * shared >= min(len(one.within), len(other.within)) else "other spot"
    return "spot in town" if one.within or other.within else "town"


def _contains(one: Spot, other: Spot) -> str:
    apart = one.admin1 and other.admin1 and one.admin1 != other.admin1
    if one.country != other.country or apart:
        return "far"
    return "within" if one.fine or other.fine else "around"


def distance(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float:
    """Kilometres along the ground; infinite where a point is not known."""
    if one is None or other is None:
        return math.inf
    (lat, lon), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))
