"""Sides, outlets and persons of a war, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PartySort(StrEnum):
    """What a party is."""

    STATE = "state"
    ARMED_FORCES = "armed forces"
    ARMED_GROUP = "armed group"
    POLITICAL_BODY = "political body"
    MONITOR = "monitor"
    UN_BODY = "un body"
    OUTLET = "outlet"
    COMPANY = "company"
    PERSON = "person"


class TieKind(StrEnum):
    """How one party stands to another."""

    PART_OF = "part_of"
    BACKS = "backs"
    FIGHTS = "fights"
    DESIGNATED_BY = "designated_by"


@dataclass(frozen=True, slots=True)
class Tie:
    """How its owner stands to `party`, in the years `first` to `last`, both included; None is open.

    `basis` says in a few words what the tie rests on, and whose word it is where that is disputed.
    """

    kind: TieKind
    party: str
    basis: str
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A name that takes a side, and who uses it."""

    name: str
    by: str


class Parties(Mapping[str, "Party"]):
    """Parties by id. Equal to itself alone, so that what is worked out from it can be remembered."""

    __slots__ = ("_parties",)

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._parties = parties

    def __getitem__(self, id_: str) -> Party:
        return self._parties[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parties)

    def __len__(self) -> int:
        return len(self._parties)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True, slots=True)
class Party:
    """A side, an institution, an outlet or a person that acts or speaks in reports of war.

    `names` starts with the canonical one; `adjectives` are a state's ("Syrian"). `roles` are what it
    is in its country ("government", "army", "rebels"). `countries` are ISO 3166 alpha-2 codes, home
    first, then where else it acts. `since` and `until` bound its life; None is open.
    """

    id: str
    sort: PartySort
    names: tuple[str, ...]
    contested: tuple[Label, ...] = ()
    adjectives: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    parent: str | None = None
    since: date | None = None
    until: date | None = None
    wikidata: str | None = None
    ties: tuple[Tie, ...] = ()

    def lives(self, on: date | None) -> bool:
        """Whether it exists on that day; an unknown day rules nothing out."""
        if on is None:
            return True
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
