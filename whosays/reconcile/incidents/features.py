"""What speaks for and against two event reports being of one happening: a table of named values."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import chain

from whosays.reconcile.incidents import when, where
from whosays.reconcile.incidents.event_report import EventReport, Toll
from whosays.reconcile.incidents.vocabulary import VOCABULARY

Features = dict[str, float]
"""Names of features to their values; one that is not there is 0."""


def features(one: EventReport, other: EventReport) -> Features:
    """The table for two event reports; the same whichever comes first."""
    return dict(chain.from_iterable(part(one, other) for part in _TABLE))


def _place_and_time(one: EventReport, other: EventReport) -> Iterator[tuple[str, float]]:
    place, time = where.relation(one.spots, other.spots), when.relation(one, other)
    yield f"place: {place}", 1
    yield f"time: {time}", 1
    if time in ("day", "spell"):
        yield f"that day, place: {place}", 1


def _sides(one: EventReport, other: EventReport) -> Iterator[tuple[str, float]]:
    for name, some, others in (("sides", one.sides, other.sides), ("hit", one.hit, other.hit)):
        if not some or not others:
            yield f"{name}: unsaid", 1
        elif shared := some & others:
            yield f"{name}: shared", len(shared) / len(some | others)
        else:
            yield f"{name}: others", 1


def _kinds(one: EventReport, other: EventReport) -> Iterator[tuple[str, float]]:
    means = [kinds & VOCABULARY.means.keys() for kinds in (one.kinds, other.kinds)]
    if not all(means):
        yield "kind: open", 1
    elif means[0] & means[1]:
        yield "kind: same", 1
    else:
        yield "kind: other", 1


def _tolls(one: EventReport, other: EventReport) -> Iterator[tuple[str, float]]:
    for name, mine, its in (
        ("killed", one.killed, other.killed),
        ("wounded", one.wounded, other.wounded),
    ):
        if mine and its:
            yield from ((f"{name}: {words}", value) for words, value in _compared(mine, its))


def _compared(mine: Toll, its: Toll) -> Iterator[tuple[str, float]]:
    shared, most = max(mine.low, its.low) <= min(mine.high, its.high), max(mine.high, its.high)
    if most == 0:
        yield "none", 1
    elif shared:
        yield "same", 1
        yield "same, how many", math.log(max(1, min(mine.high, its.high)))
    elif min(mine.high, its.high) == 0:
        yield "one none", 1
        yield "one none, how many", math.log(max(1, most))
    else:
        ratio = abs(math.log(mine.low) - math.log(its.low)) if mine.low and its.low else _MUCH
        yield "other", ratio
        yield "about", float(ratio < _ABOUT)


_ABOUT, _MUCH = 0.5, 3.0
"""Logarithms of ratios: up to two thirds more is about the same; none beside some counts as twenty times."""


def _articles(one: EventReport, other: EventReport) -> Iterator[tuple[str, float]]:
    if one.source == other.source:
        yield "one article", 1
        return
    if one.words and other.words:
        yield "title", len(one.words & other.words) / math.sqrt(len(one.words) * len(other.words))
    if one.outlet and one.outlet == other.outlet:
        yield "one outlet", 1
    if one.published and other.published:
        days = abs(one.published - other.published)
        yield "published that day", float(days == 0)
        yield "published days apart", math.log1p(min(days, _YEAR))


_YEAR = 365

_TABLE: tuple[Callable[[EventReport, EventReport], Iterator[tuple[str, float]]], ...] = (
    _place_and_time,
    _sides,
    _kinds,
    _tolls,
    _articles,
)
