"""What a claim says happens to ground: the event, by its trigger, and who holds and who loses by it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from whosays.model import Claim, Kind, Named

_WORD = re.compile(r"[\w’'-]+")


class Event(StrEnum):
    """What happens to ground, or how it stands."""

    TAKE = "take"
    HOLD = "hold"
    LOSE = "lose"
    REPEL = "repel"
    OUST = "oust"
    ENTER = "enter"
    BESIEGE = "besiege"

    @property
    def changes(self) -> bool:
        """Whether ground has another holder by it."""
        return self in (Event.TAKE, Event.LOSE, Event.OUST)


@dataclass(frozen=True, slots=True)
class Ground:
    """An event on ground. `gains` are those who hold, take or defend it; `loses` those who lose it or fail.

    `in_passing` is what a report says by the way: "rebel-held".
    """

    event: Event
    gains: tuple[Named, ...]
    loses: tuple[Named, ...]
    in_passing: bool = False


@cache
def lexicon() -> dict[str, Any]:
    """The tables of `ground.toml`. Callers must not change them."""
    return tomllib.loads(files(__package__).joinpath("ground.toml").read_text("utf-8"))


@cache
def words(table: str, key: str = "words") -> frozenset[str]:
    """A list of `ground.toml`."""
    return frozenset(lexicon()[table][key])


def tokens(text: str) -> list[str]:
    """The words of a text in small letters, hyphened ones in one."""
    return _WORD.findall(text.casefold())


def ground(claim: Claim) -> Ground | None:
    """The event on ground that `claim` tells of; None if it tells of none, or not whose."""
    event = event_of(claim)
    if event is Event.OUST and not any(named.party or _is_no_ground(named) for named in claim.target):
        event = Event.ENTER  # "pushed into the city"
    if event is None or (event in (Event.TAKE, Event.HOLD, Event.LOSE) and _of_no_ground(claim)):
        return None
    gains, loses = _roles(event, claim)
    shared = {_who(named) for named in gains} & {_who(named) for named in loses}
    if shared or not (gains or loses):
        return None
    return Ground(event, gains, loses, event is Event.HOLD and in_passing(claim))


def event_of(claim: Claim) -> Event | None:
    """What the trigger of a claim of control or movement stands for."""
    if claim.kind not in (Kind.CONTROL, Kind.MOVEMENT):
        return None
    return _by_words(" ".join(claim.trigger.quote.casefold().split()))


@cache
def _by_words(trigger: str) -> Event | None:
    if trigger.startswith(tuple(lexicon()["other"]["phrases"])):
        return None
    entries = ((entry["is"], word) for entry in lexicon()["event"] for word in entry["words"])
    return next((Event(event) for event, word in entries if trigger.startswith(word)), None)


def _of_no_ground(claim: Claim) -> bool:
    """Whether it is people or things that are taken or lost."""
    return any(_is_no_ground(named) for named in claim.target if not named.party)


def _is_no_ground(named: Named) -> bool:
    """By the last word of the name, which says what it is."""
    return bool(set(tokens(named.name)[-1:]) & words("no_ground"))


def _roles(event: Event, claim: Claim) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Who gains and who loses: prepositions before a name count for more than its slot."""
    sides = tuple(named for named in claim.target if named.party)
    if event is Event.LOSE:
        gains = _led(claim, "to")
        return gains, _without((*claim.actor, *_led(claim, "from")), gains)
    loses = _led(claim, "from")
    if event in (Event.TAKE, Event.HOLD):
        gains = tuple(named for named in claim.actor if named not in loses)
        return gains, (*loses, *_without(sides, (*gains, *loses))) if event is Event.TAKE else loses
    if event in (Event.OUST, Event.REPEL):
        return claim.actor, tuple(claim.target)
    return claim.actor, ()


def _led(claim: Claim, table: str) -> tuple[Named, ...]:
    """Those of the claim's names that stand after the trigger and right after "to", or "from"."""
    after = (named for named in (*claim.actor, *claim.target) if named.span.start >= claim.trigger.end)
    return tuple(named for named in after if _before(claim, named) in words("lead", table))


def _before(claim: Claim, named: Named) -> str | None:
    """The last word before a name that does not belong to it."""
    end = named.span.start - claim.evidence.start
    if not 0 < end <= len(claim.evidence.quote):
        return None
    before = reversed(tokens(claim.evidence.quote[:end])[-4:])
    return next((word for word in before if word not in words("lead")), None)


def _without(some: Iterable[Named], others: Iterable[Named]) -> tuple[Named, ...]:
    known = {_who(named) for named in others}
    return tuple(dict.fromkeys(named for named in some if _who(named) not in known))


def _who(named: Named) -> str:
    return named.party or named.name.casefold()


def clause_before(claim: Claim, reach: int = 6) -> list[str]:
    """The few words before the trigger, nearest first."""
    end = claim.trigger.start - claim.evidence.start
    if not 0 < end <= len(claim.evidence.quote):
        return []
    return tokens(claim.evidence.quote[:end])[: -reach - 1 : -1]


def clause_after(claim: Claim, reach: int = 3) -> list[str]:
    """The few words after the trigger."""
    end = claim.trigger.end - claim.evidence.start
    return tokens(claim.evidence.quote[end:])[:reach] if 0 <= end <= len(claim.evidence.quote) else []


def in_passing(claim: Claim) -> bool:
    """Whether the trigger tells by the way how things stand: "rebel-held"."""
    return claim.trigger.quote.casefold() in words("in_passing")


def is_aside(claim: Claim) -> bool:
    """Whether the trigger, by its form or the words around it, tells of what once was or is meant to be."""
    before, after = clause_before(claim), clause_after(claim)
    once = set(before) & words("background") or set(after) & words("background", "after")
    until_then = in_passing(claim) and set(before) & words("background", "before_passing")
    meant = set(before[:1]) & words("background", "right_before")
    return bool(once or until_then or meant) or _is_meant(claim)


def _is_meant(claim: Claim) -> bool:
    if claim.trigger.quote.casefold() not in words("bare"):
        return False
    headline = any(0 <= claim.trigger.start - named.span.end <= 1 for named in claim.actor)
    return not headline and clause_after(claim)[:1] != ["of"]
