"""What a map and a timeline show: how many claims lie where, and tell of which day."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from statistics import median_low

from whosays.export.brief.document import Map, Point, Timeline
from whosays.export.brief.scope import Material
from whosays.export.brief.wording import MOST, listed, plain, say, table
from whosays.model import Place, PlacePrecision, Told

POINTS = (PlacePrecision.EXACT, PlacePrecision.TOWN)
"""Precisions of places that a point may stand for."""

SHOWN = 0.95
"""The share of claims that the map reaches for; places beyond it are named below."""


def pictures(material: Material) -> Iterator[Map | Timeline]:
    """A map where any claim is at a point, and a timeline where the period is longer than a day."""
    points = tuple(_points(material))
    if points:
        near = _near(points)
        yield Map(near, _caption([point for point in points if point not in near]))
    days = _days(material)
    if len(days) > 1:
        yield Timeline(tuple(days.items()), table("pictures")["timeline"])


def _near(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points around the middle of most claims: a few far ones would make the map too small to read."""
    lon, lat = (
        _middle([(p.place.lon, p.claims) for p in points]),
        _middle([(p.place.lat, p.claims) for p in points]),
    )
    outward = sorted(points, key=lambda p: math.hypot(p.place.lon - lon, p.place.lat - lat))
    before = accumulate((point.claims for point in outward), initial=0)
    most = SHOWN * sum(point.claims for point in points)
    near = {point for point, claims in zip(outward, before, strict=False) if claims < most}
    return tuple(point for point in points if point in near)


def _middle(weighed: Sequence[tuple[float, int]]) -> float:
    """The coordinate that as many claims lie on either side of."""
    return median_low(coordinate for coordinate, claims in weighed for _ in range(claims))


def _caption(beyond: Sequence[Point]) -> str:
    caption = str(table("pictures")["map"])
    names = [say("pictures", "counted", name=point.name, claims=f"{point.claims:,}") for point in beyond]
    return say("pictures", "beyond", caption=caption, places=listed(names, most=MOST)) if names else caption


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
