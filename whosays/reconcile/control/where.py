"""Which place, or which part of it, a claim on ground is about."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from whosays.model import Claim, FigureSort, Location, Measure, Place, PlacePrecision
from whosays.reconcile import naming
from whosays.reconcile.control.ground import (
    Event,
    clause_after,
    clause_before,
    event_of,
    in_passing,
    lexicon,
    tokens,
    words,
)

FAR = 10
"""Words before a trigger among which what is held is looked for, where the place stands before it, too."""


@dataclass(frozen=True, slots=True)
class Held:
    """A place that somebody holds: `key` is its GeoNames id, or its folded name where it is on no map.

    `part` is which part of it ("east"), "" the whole.
    """

    key: str
    part: str
    name: str
    place: Place | None


def held(claim: Claim) -> Held | None:
    """What the claim is about; None where that is unnamed places, or something within or beside one."""
    location = claim.place
    if location is None or _counted(claim) or not _nameable(location):
        return None
    part = None if _is_shared(claim) else _part(claim, location)
    if part is None:
        return None
    name = location.place.name if location.place else location.name
    return Held(_key(location), part, name, location.place)


def _nameable(location: Location) -> bool:
    """A name of a place that one side can hold: no country, no "part of its Old City", no "40 villages"."""
    if location.place:
        return location.place.precision is not PlacePrecision.COUNTRY
    first, *rest = location.name.split()
    particle = bool(rest) and first.casefold() in words("particles")
    proper = first[:1].isupper() or particle or "-" in first
    return proper and naming.tells_apart(location.name) and not set(tokens(location.name)) & words("compass")


def _counted(claim: Claim) -> bool:
    """Whether it tells of so and so many places: those have no names, and the place is where they lie."""
    return any(f.measure is Measure.PLACES and f.sort is FigureSort.COUNT for f in claim.figures)


def _key(location: Location) -> str:
    place = location.place
    if place is None:
        return naming.key(location.name)
    if place.geonames_id is None:
        return naming.key(f"{place.name} {place.country}")
    return str(place.geonames_id)


def _is_shared(claim: Claim) -> bool:
    """Whether it tells of a place that several hold: "divided between rebel and government control"."""
    return not in_passing(claim) and bool(words("shared") & set(tokens(claim.evidence.quote)))


def _part(claim: Claim, location: Location) -> str | None:
    """The part by its words, "" for the whole, None where what is held is not the place."""
    named = _of_target(claim, location)
    if named != "":
        return named
    text, start = claim.evidence.quote, claim.evidence.start
    here, trigger = location.span.start - start, claim.trigger.end - start
    before = tokens(text[:here])[-6:] if 0 <= here <= len(text) else []
    between = tokens(text[trigger:here]) if 0 <= trigger <= here else None
    if between is None and set(before) & words("compass"):
        return None
    if compass := _compass(before):
        return compass if all(_plain(word, location) for word in (between or ["-"])[:-1]) else None
    if before[-1:] == ["of"] and (outside := _compass(before[:-1])):
        return outside if before[-3:-2] == ["the"] else None
    return _of_clause(claim, location, before, between)


def _of_target(claim: Claim, location: Location) -> str | None:
    """The part by what is named as held; "" also where nothing is, or only by the place's name or sort."""
    if event_of(claim) is Event.REPEL:
        return ""  # what is repelled is an attack
    targets = [named for named in claim.target if not named.party and naming.words(named.name)]
    parts = [_of_name(naming.words(named.name), location) for named in targets]
    known = sorted({part for part in parts if part is not None})
    return known[-1] if known else (None if targets else "")


def _of_name(name: Sequence[str], location: Location) -> str | None:
    own = naming.words(location.name)
    rest = [word for word in name if word not in own]
    named = len(rest) < len(name) or set(rest) & _sorts(location) or _compass(rest)
    compass = _compass_in(rest, location) or ""
    also = words("compass") | _by_compass().keys() if compass else frozenset()
    return compass if named and all(_plain(word, location) or word in also for word in rest) else None


def _compass_in(found: Sequence[str], location: Location) -> str | None:
    """The part that words name; "the northern city" is no part."""
    pairs = itertools.zip_longest(found, found[1:])
    parts = (_compass([word]) for word, after in pairs if after not in _sorts(location))
    return next((part for part in parts if part), None)


def _of_clause(
    claim: Claim, location: Location, before: Sequence[str], between: Sequence[str] | None
) -> str | None:
    """The part by the words around the trigger."""
    following = clause_after(claim, 4)
    if between is None:
        if set(clause_before(claim, FAR)) & words("fragments"):
            return None
        if following[:2] == ["in", "the"] and (compass := _compass(following[2:3])):
            return compass
        if set(before[-1:]) & words("within") or not _after(claim, location):
            return None
    around = {*clause_before(claim, FAR), *following}
    if around & words("partly"):
        return None
    also = {word for named in claim.target for word in tokens(named.name)}
    if event_of(claim) is Event.REPEL:
        also |= words("between", "repel")
    return "" if all(word in also or _plain(word, location) for word in between or ()) else None


def _after(claim: Claim, location: Location) -> bool:
    """Whether what a trigger that tells by the way leads to is the place: "held city", not "held road"."""
    return not in_passing(claim) or all(_plain(word, location) for word in clause_after(claim, 1))


def _plain(word: str, location: Location) -> bool:
    """Whether a word says no more than what sort of place it is."""
    whose = word.endswith(tuple(lexicon()["between"]["endings"]))
    return whose or word in words("between") or word in _sorts(location)


def _sorts(location: Location) -> frozenset[str]:
    town = location.place is not None and location.place.kind == "city"
    return words("whole", "town" if town else "other")


def _compass(found: Sequence[str]) -> str | None:
    """The part that the last of the words names."""
    return _by_compass().get(found[-1]) if found else None


@cache
def _by_compass() -> dict[str, str]:
    return {word: part for part, entries in lexicon()["parts"].items() for word in entries}
