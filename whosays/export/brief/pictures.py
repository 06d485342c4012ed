"""What a map and a timeline show: how many claims lie where, and tell of which day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from whosays.export.brief.document import Map, Point, Timeline
from whosays.export.brief.scope import Material
from whosays.export.brief.wording import plain, table
from whosays.model import Place, PlacePrecision, Told

POINTS = (PlacePrecision.EXACT, PlacePrecision.TOWN)
"""Precisions of places that a point may stand for."""


def pictures(material: Material) -> Iterator[Map | Timeline]:
    """A map where any claim is at a point, and a timeline where the period is longer than a day."""
    points = tuple(_points(material))
    if points:
        yield Map(points, table("pictures")["map"])
    days = _days(material)
    if len(days) > 1:
        yield Timeline(tuple(days.items()), table("pictures")["timeline"])


def _points(material: Material) -> Iterator[Point]:
    """The places that are points, those of most claims first, each by the name that most reports use."""
    names: dict[Place, Counter[str]] = defaultdict(Counter)
    for told in material.told:
        location = told.claim.place
        if location and location.place and location.place.precision in POINTS:
            names[location.place][plain(location.name)] += 1
    ordered = sorted(
        names.items(), key=lambda item: (-item[1].total(), item[0].name, item[0].lat, item[0].lon)
    )
    for place, used in ordered:
        yield Point(min(used, key=lambda name: (-used[name], name)), place, used.total())


def _days(material: Material) -> dict[date, int]:
    """Claims of each day of the period; what began before it, or has no day, is in none."""
    scope, counted = material.scope, Counter(map(_day, material.told))
    length = (scope.until - scope.since).days + 1
    days = (scope.since + timedelta(days=n) for n in range(length))
    return {day: counted[day] for day in days}


def _day(told: Told) -> date | None:
    time = told.claim.time
    return (time.earliest or time.latest) if time else told.report.day
