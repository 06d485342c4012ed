"""Which event reports are worth comparing: those that share a key.

A key is a family of kinds, a week, and something that both say: a cell of the map, a word for a place that is
on no map, a side or a toll. So the pairs grow with how much is told of one week in one place, not with the
square of all that is told.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from whosays.reconcile.incidents.event_report import EventReport, Spot
from whosays.reconcile.incidents.vocabulary import VOCABULARY
from whosays.reconcile.incidents.when import APART_DAYS, window
from whosays.reconcile.incidents.where import NEAR_KM

CELL = 0.5
"""Degrees that a cell of the map has a side."""

_ROUND = int(360 / CELL)
"""Cells around the globe: the last and the first lie beside each other."""

WEEK = 7

_KM_PER_DEGREE = 111.0

_MARGIN = NEAR_KM / _KM_PER_DEGREE


def keys(told: EventReport) -> Iterator[str]:
    """The keys of an event report, each once; none where nothing is known of its time."""
    spell = window(told)
    if spell is None or not told.kinds:
        return
    families = sorted({VOCABULARY.family[kind] for kind in told.kinds})
    said = sorted(set(_said(told)))
    for week in range((spell[0] - APART_DAYS) // WEEK, spell[1] // WEEK + 1):
        for family in families:
            yield from (f"{family}/{week}/{words}" for words in said)


def _said(told: EventReport) -> Iterator[str]:
    for spot in told.spots:
        if spot.fine:
            yield from _cells(spot)
    countries = {spot.country or "" for spot in told.spots} or {""}
    for country in countries:
        yield from (f"{country}/{side}" for side in told.sides | told.hit)
        if told.killed and told.killed.low:
            yield f"{country}/killed {told.killed.low:g}"


def _cells(spot: Spot) -> Iterator[str]:
    """The cells that lie within NEAR_KM of its point; the words of a place that has none."""
    if spot.point is None:
        yield from spot.within if spot.key is None else (spot.key,)
        return
    lat, lon = spot.point
    wide = _MARGIN / max(math.cos(math.radians(lat)), _MARGIN)
    for row in _steps(lat, _MARGIN):
        for column in _steps(lon, wide):
            yield f"{row}:{column % _ROUND}"


def _steps(degrees: float, margin: float) -> range:
    return range(math.floor((degrees - margin) / CELL), math.floor((degrees + margin) / CELL) + 1)
