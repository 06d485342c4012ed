"""NATO's Admiralty code of an account: the user's letter for who tells it, and a number for how it compares.

The number says how an account stands to what other known origins say. An unknown one gives and gets none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from whosays.model import Origin, OriginSort, Party, Slot, Told, UsageError
from whosays.reconcile.accounts.compare import by_origin, denials, of_main_family, pairs
from whosays.reconcile.accounts.relation import Match
from whosays.reconcile.accounts.sayings import MEASURES, Saying, sayings

Parties = Mapping[str, Party]


class Reliability(StrEnum):
    """How far a user trusts a source, by his own rating: the letter of the Admiralty code."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
    """It cannot be judged."""


class Credibility(IntEnum):
    """How a statement stands to what others say: the number of the Admiralty code."""

    CONFIRMED = 1
    PROBABLE = 2
    POSSIBLE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    UNJUDGED = 6


@dataclass(frozen=True, slots=True)
class Admiralty:
    """Letter and number of an account, each judged by itself: they are never made one."""

    origin: Origin
    reliability: Reliability
    credibility: Credibility
    reason: str


def admiralty(
    tolds: Iterable[Told], ratings: Mapping[str, str] | None = None, parties: Parties | None = None
) -> tuple[Admiralty, ...]:
    """Letter and number of each account, by the key of its origin.

    `ratings` are the user's own letters, A to F, by the key of an origin; who is not rated is F. The number
    comes from known origins alone. Raises UsageError for another letter.
    """
    letters = {key: _letter(key, letter) for key, letter in (ratings or {}).items()}
    said = sayings(tolds, parties)
    origins = {one.origin.key: one.origin for one in said}
    standings = _standings(of_main_family(said), parties or {})
    return tuple(
        Admiralty(origin, letters.get(key, Reliability.F), *_credibility(origin, standings.get(key, {})))
        for key, origin in sorted(origins.items())
    )


def _letter(origin: str, letter: str) -> Reliability:
    try:
        return Reliability(letter.upper())
    except ValueError:
        raise UsageError(f"the rating of {origin!r} is {letter!r}; give a letter from A to F") from None


@dataclass(frozen=True, slots=True)
class _Standing:
    """How one other origin stands to an account."""

    same: bool
    apart: bool


def _standings(said: Sequence[Saying], parties: Parties) -> dict[str, dict[str, _Standing]]:
    """How each two known origins stand to each other that speak of one slot."""
    matches: dict[tuple[str, str], set[tuple[Slot, Match]]] = defaultdict(set)
    known = [one for one in said if one.known]
    for slot in Slot:
        in_slot = [one for one in known if one.slot is slot]
        for one, other, match in _matches(in_slot, parties):
            matches[one, other].add((slot, match))
            matches[other, one].add((slot, match))
    found: dict[str, dict[str, _Standing]] = defaultdict(dict)
    for (one, other), told in matches.items():
        same = any(match is Match.SAME and slot in _TELLING for slot, match in told)
        found[one][other] = _Standing(same, any(match is Match.APART for _, match in told))
    return found


_TELLING = (Slot.KIND, Slot.ACTOR, *MEASURES.values())
"""Slots in which saying the same confirms: place and day alone say where an incident is, not what it was."""


def _matches(in_slot: Sequence[Saying], parties: Parties) -> list[tuple[str, str, Match]]:
    found = [
        (pair.one[0].origin.key, pair.other[0].origin.key, pair.match)
        for pair in pairs(by_origin(in_slot), parties)
        if pair.relation
    ]
    denied = [(no.origin.key, yes.origin.key, Match.APART) for no, yes in denials(in_slot, parties)]
    return found + denied


def _credibility(origin: Origin, others: Mapping[str, _Standing]) -> tuple[Credibility, str]:
    if origin.sort is OriginSort.UNKNOWN:
        return Credibility.UNJUDGED, "the source is not known."
    if not others:
        return Credibility.UNJUDGED, "no other known origin speaks of it."
    against = sum(one.apart for one in others.values())
    confirming = sum(one.same and not one.apart for one in others.values())
    with_it = len(others) - against
    said = f"of {len(others)} other origins, {confirming} say the same, {against} something else."
    return _number(confirming, with_it, against), said


def _number(confirming: int, with_it: int, against: int) -> Credibility:
    if not against:
        return Credibility.CONFIRMED if confirming else Credibility.PROBABLE
    if with_it > against:
        return Credibility.POSSIBLE
    return Credibility.IMPROBABLE if against > 1 and not with_it else Credibility.DOUBTFUL
