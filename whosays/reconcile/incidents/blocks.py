"""Which event reports are worth comparing: those of which one is kept under a key that the other looks up.

A key is a family of kinds, a week, and something that both say: a cell of the map, a word for a place that is
on no map, a side or a toll. So the pairs grow with how much is told of one week in one place, not with the
square of all that is told. An event report is kept under the week of its time, or that of its publication,
and looks up the weeks in which another could be of the same happening. Two that both tell the town must meet
there, whatever sides and tolls they share.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator

from whosays.reconcile.incidents.event_report import EventReport, Spot
from whosays.reconcile.incidents.vocabulary import VOCABULARY
from whosays.reconcile.incidents.when import APART_DAYS, UNDATED_DAYS
from whosays.reconcile.incidents.where import NEAR_KM

CELL = 0.5
"""Degrees that a cell of the map has a side."""

_ROUND = int(360 / CELL)
"""Cells around the globe: the last and the first lie beside each other."""

WEEK = 7

_KM_PER_DEGREE = 111.0

_MARGIN = NEAR_KM / _KM_PER_DEGREE


def keys(told: EventReport) -> Iterator[str]:
    """The keys that an event report is kept under, each once; none where nothing is known of its time."""
    spell = _spell(told)
    said = [*_places(told), *(f"{_PINNED if _is_pinned(told) else _LOOSE}{words}" for words in _shared(told))]
    if spell:
        yield from _keys(told, _UNDATED if told.first is None else _DATED, *spell, said)


def lookups(told: EventReport) -> Iterator[str]:
    """The keys under which those are kept that it is to be compared with, likewise."""
    spell = _spell(told)
    said = [*_places(told), *(f"{_LOOSE}{words}" for words in _shared(told))]
    if not _is_pinned(told):
        said += (f"{_PINNED}{words}" for words in _shared(told))
    if spell:
        first, last = spell[0] - APART_DAYS, spell[1] + APART_DAYS
        if told.first is None:
            yield from _keys(told, _UNDATED, first, last, said)
            yield from _keys(told, _DATED, first - UNDATED_DAYS, last, said)
        else:
            yield from _keys(told, _UNDATED, first, last + UNDATED_DAYS, said)
            yield from _keys(told, _DATED, first, last, said)


_DATED, _UNDATED = "day", "published"

_PINNED, _LOOSE = "in town ", ""


def _spell(told: EventReport) -> tuple[int, int] | None:
    """First and last day of its time, else of its publication."""
    if told.first is not None and told.last is not None:
        return told.first, told.last
    return None if told.published is None else (told.published, told.published)


def _keys(told: EventReport, sort: str, first: int, last: int, said: Collection[str]) -> Iterator[str]:
    for week in range(first // WEEK, last // WEEK + 1):
        for family in {VOCABULARY.family[kind] for kind in told.kinds}:
            yield from (f"{family}/{sort}/{week}/{words}" for words in said)


def _is_pinned(told: EventReport) -> bool:
    """Whether all its places on the map are fine: another of that sort is at one of them or elsewhere."""
    known = [spot.fine for spot in told.spots if spot.key is not None]
    return bool(known) and all(known)


def _places(told: EventReport) -> set[str]:
    return {cell for spot in told.spots if spot.fine for cell in _cells(spot)}


def _shared(told: EventReport) -> set[str]:
    """Sides, those hit, and the dead, with the country."""
    said = told.sides | told.hit
    if told.killed and told.killed.low:
        said |= {f"killed {told.killed.low:g}"}
    return {f"{spot.country or ''}/{words}" for spot in told.spots or (_NOWHERE,) for words in said}


_NOWHERE = Spot(None, fine=False, within=frozenset())


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
