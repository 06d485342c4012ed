"""Airwars' grade of an incident: whether it was a belligerent's strike, not whether anybody died."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from whosays.model import Kind, Named, Origin, Party, Slot, Told
from whosays.reconcile.accounts import actors
from whosays.reconcile.accounts.compare import of_main_family
from whosays.reconcile.accounts.sayings import Saying, sayings
from whosays.reconcile.accounts.vocabulary import COMBATANTS, VOCABULARY

Parties = Mapping[str, Party]


class AirwarsGrade(StrEnum):
    """Whether it was a belligerent's strike; not whether anybody died."""

    CONFIRMED = "confirmed"
    """The belligerent says that it was its own."""

    FAIR = "fair"
    """Two known origins or more name it, and one tells of its action there."""

    WEAK = "weak"
    """One origin names it."""

    CONTESTED = "contested"
    """Others name another."""

    DISCOUNTED = "discounted"
    """Those killed were combatants, or another is named and it is not."""


@dataclass(frozen=True, slots=True)
class Grading:
    """Airwars' grade for one belligerent (a party's id, or a name's key), why, and by which claims."""

    belligerent: str
    grade: AirwarsGrade
    reason: str
    claims: tuple[str, ...]


def airwars(
    tolds: Iterable[Told], belligerent: str | None = None, parties: Parties | None = None
) -> Grading | None:
    """The grade for a belligerent (a party's id), or for whom most origins name; None if nobody is named."""
    said = [one for one in of_main_family(sayings(tolds, parties)) if one.known]
    blames = [one for one in said if one.slot is Slot.ACTOR and not one.denied and _is_named(one)]
    accused = belligerent or _most_named(blames)
    if accused is None or not blames:
        return None
    naming = [one for one in blames if _is_side(one, accused, parties or {})]
    for_it = {one.origin.key for one in naming}
    rivals = [one for one in blames if one.origin.key not in for_it]
    grade, why, telling = _grade(accused, naming, rivals, said, parties or {})
    return Grading(accused, grade, why, tuple(dict.fromkeys(one.claim for one in telling)))


def _is_named(one: Saying) -> bool:
    return isinstance(one.what, Named) and actors.is_named(one.what)


def _most_named(blames: Sequence[Saying]) -> str | None:
    pairs = {(one.meaning, one.origin.key) for one in blames}
    often = Counter(meaning for meaning, _ in pairs)
    return min(often, key=lambda meaning: (-often[meaning], meaning), default=None)


def _is_side(one: Saying, belligerent: str, parties: Parties) -> bool:
    """Whether who is named is the belligerent, or a part of it."""
    return one.meaning == belligerent or belligerent in actors.above(one.party or "", parties)


def _grade(
    accused: str, naming: Sequence[Saying], rivals: Sequence[Saying], said: Sequence[Saying], parties: Parties
) -> tuple[AirwarsGrade, str, Sequence[Saying]]:
    admitting = [one for one in naming if _speaks_for(one.origin, accused, parties)]
    who = {one.origin.key for one in naming}
    if admitting:
        return AirwarsGrade.CONFIRMED, f"{admitting[0].origin.name} says that it was its own.", admitting
    if fighters := _only_fighters(said):
        return (
            AirwarsGrade.DISCOUNTED,
            "those killed are said to be combatants, and nobody says civilians.",
            fighters,
        )
    if naming and rivals:
        named = rivals[0]
        return AirwarsGrade.CONTESTED, f"{named.origin.name} names {named.words}.", [*naming, *rivals]
    if rivals:
        return (
            AirwarsGrade.DISCOUNTED,
            f"it is not named; {rivals[0].origin.name} names {rivals[0].words}.",
            rivals,
        )
    if len(who) > 1 and any(_tells_of_action(one) for one in naming):
        return AirwarsGrade.FAIR, f"{len(who)} origins name it, and its action there is told.", naming
    if len(who) > 1:
        return AirwarsGrade.WEAK, f"{len(who)} origins name it, and none tells of its action there.", naming
    return AirwarsGrade.WEAK, f"only {naming[0].origin.name} names it.", naming


def _speaks_for(origin: Origin, belligerent: str, parties: Parties) -> bool:
    if origin.party is None:
        return origin.key == belligerent
    above, below = actors.above(belligerent, parties), actors.above(origin.party, parties)
    return belligerent == origin.party or origin.party in above or belligerent in below


def _tells_of_action(one: Saying) -> bool:
    kind = one.told.claim.kind
    return kind not in VOCABULARY.effects and kind is not Kind.ACCUSATION


def _only_fighters(said: Sequence[Saying]) -> list[Saying]:
    """The sayings that somebody who fights was killed, if none says that others were."""
    killed = [one for one in said if one.slot is Slot.KILLED and not one.denied]
    whom = {VOCABULARY.population(one.words) for one in killed}
    return killed if whom == {COMBATANTS} else []
