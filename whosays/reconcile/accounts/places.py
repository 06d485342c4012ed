"""How two places stand to each other."""

from __future__ import annotations

import math

from whosays.model import Location, Place, PlacePrecision
from whosays.reconcile.accounts.relation import Match, Relation
from whosays.reconcile.naming import brief, key

NEAR_KM = 15.0
"""Towns this close are taken for one another in reports: the village that was hit, and the town beside it."""

DISTRICT_KM = 60.0
"""How far from the point of a district its towns may lie."""

EARTH_KM = 6371.0

FINE = (PlacePrecision.EXACT, PlacePrecision.TOWN)


def relate(one: Location, other: Location) -> Relation | None:
    """By what contains what, and by distance; None where one is not on the map and the names differ."""
    if one.place is None or other.place is None:
        return Relation(Match.SAME) if key(one.name) == key(other.name) else None
    if _is_same(one.place, other.place):
        return Relation(Match.SAME)
    for inner, outer in ((one, other), (other, one)):
        if inner.place and outer.place and _contains(outer.place, inner.place):
            return Relation(Match.WITHIN, f"{brief(inner.name)} lies in {brief(outer.name)}")
    return _apart(one.place, other.place)


def _is_same(one: Place, other: Place) -> bool:
    if one.geonames_id is not None and other.geonames_id is not None:
        return one.geonames_id == other.geonames_id
    return key(one.name) == key(other.name) and one.country == other.country and one.admin1 == other.admin1


def _contains(outer: Place, inner: Place) -> bool:
    """Whether a province, district, country or part of the world has the other in it, as far as is known."""
    if outer.precision is PlacePrecision.REGION:
        return inner.precision is not PlacePrecision.REGION
    if outer.country is None or outer.country != inner.country:
        return False
    if outer.precision is PlacePrecision.COUNTRY:
        return inner.precision is not PlacePrecision.REGION
    in_province = outer.admin1 is not None and outer.admin1 == inner.admin1
    if outer.precision is PlacePrecision.DISTRICT:
        return in_province and inner.precision in FINE and distance(outer, inner) <= DISTRICT_KM
    return in_province and outer.precision is PlacePrecision.PROVINCE


def is_coarser(one: Location, other: Location) -> bool:
    """Whether who says both says no more with the first."""
    if one.place is None or other.place is None:
        return one.place is None and other.place is not None
    return _contains(one.place, other.place) and not _contains(other.place, one.place)


def _apart(one: Place, other: Place) -> Relation:
    if one.precision is PlacePrecision.REGION and other.precision is PlacePrecision.REGION:
        return Relation(Match.OPEN, "neither has fixed borders")
    if one.precision not in FINE or other.precision not in FINE:
        return Relation(Match.APART)
    km = distance(one, other)
    match = Match.OPEN if km <= NEAR_KM else Match.APART
    return Relation(match, f"they lie {km:.0f} km from each other")


def distance(one: Place, other: Place) -> float:
    """Kilometres along the ground."""
    lat, lon, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
