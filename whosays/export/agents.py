"""Who speaks, acts or is hit, as something that other programs can point at.

A party of the registry is one everywhere; so is a name of two words or more that tells who it is. Any other
name, "residents" or "Smith", is somebody else in every report.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from whosays.model import Party, PartySort, Report, Told, VoiceSort
from whosays.reconcile.naming import brief, identity, key, known_outlet, words

CLASSES: Mapping[str, Any] = tomllib.loads(
    files(__package__).joinpath("agents.toml").read_text(encoding="utf-8")
)

FULL = 2
"""Words from which a name that no registry knows is taken for one person's or body's in all reports."""

_OF_ONE = "report:"
"""Starts the keys of those who are somebody in one report alone."""


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody, by a key that is equal for the same one. `party` is None where the registry knows nobody."""

    key: str
    name: str
    sort: VoiceSort
    party: Party | None = None

    def in_terms_of(self, standard: str) -> Any:
        """What it is in the classes of a standard; None where that has no class for it."""
        group, sort = ("party", self.party.sort) if self.party else ("voice", self.sort)
        return CLASSES[group][sort].get(standard)

    @property
    def is_known(self) -> bool:
        """Whether it is the same one in all reports."""
        return not self.key.startswith(_OF_ONE)

    @property
    def wikidata(self) -> str | None:
        """Its id in Wikidata, as Q668."""
        return self.party.wikidata if self.party else None


@dataclass(frozen=True, slots=True)
class Cast:
    """Those whom one claim names: who prints it and whom from, the voices from the outermost in, who acts.

    `roles` are those who are said to act or to be hit, each with "actor" or "target".
    """

    outlet: Agent | None
    original: Agent | None
    chain: tuple[Agent, ...]
    roles: tuple[tuple[str, Agent], ...]

    @property
    def voices(self) -> list[Agent]:
        """The outlet and the chain behind it; one who quotes himself stands there once."""
        return [agent for agent, _ in groupby((*([self.outlet] if self.outlet else []), *self.chain))]

    @property
    def speaker(self) -> Agent | None:
        """Whose word it is: the innermost voice, else the outlet."""
        return self.chain[-1] if self.chain else self.outlet

    @property
    def acting(self) -> list[Agent]:
        """Those of the roles whose names tell who they are."""
        return [agent for _, agent in self.roles if agent.is_known]


class Agents:
    """Those whom claims name, by the registry's `parties`."""

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._parties = parties
        self._agent = lru_cache(maxsize=1 << 15)(self._found)
        self._outlet = lru_cache(maxsize=1 << 12)(self._called)
        self._outlets = _outlets(parties)
        self._last: tuple[Told, Cast] | None = None

    def of(self, told: Told) -> Cast:
        """Those whom a claim names; kept until the next one is asked for."""
        if self._last is None or self._last[0] is not told:
            self._last = told, self._cast(told)
        return self._last[1]

    def outlet(self, report: Report) -> Agent | None:
        """Who publishes a report; None where nobody knows."""
        return self._outlet(report.publisher)

    def _cast(self, told: Told) -> Cast:
        report, claim = told.report.digest, told.claim
        outlet, original = self.outlet(told.report), self._outlet(told.original)
        slots = (("actor", claim.actor), ("target", claim.target))
        return Cast(
            outlet,
            None if original == outlet else original,
            tuple(self._agent(voice.name, voice.sort, voice.party, report) for voice in claim.voices),
            tuple(
                (role, self._agent(named.name, VoiceSort.UNKNOWN, named.party, report))
                for role, slot in slots
                for named in slot
            ),
        )

    def _found(self, name: str, sort: VoiceSort, party: str | None, report: str) -> Agent:
        if party and party in self._parties:
            return self._of(self._parties[party])
        known = identity(name, sort)
        if known and len(words(known)) >= FULL:
            return Agent(f"name:{key(known)}", brief(known), sort)
        return Agent(f"{_OF_ONE}{report}:{key(name)}", brief(name), sort)

    def _called(self, publisher: str | None) -> Agent | None:
        name = known_outlet(publisher)
        if name is None:
            return None
        party = self._outlets.get(key(name))
        return self._of(party) if party else Agent(f"name:{key(name)}", brief(name), VoiceSort.OUTLET)

    def _of(self, party: Party) -> Agent:
        return Agent(f"party:{party.id}", party.names[0], VoiceSort.UNKNOWN, party)


def _outlets(parties: Mapping[str, Party]) -> dict[str, Party]:
    """Outlets by the names that belong to one alone."""
    found: dict[str, list[Party]] = defaultdict(list)
    for party in parties.values():
        if party.sort in (PartySort.OUTLET, PartySort.UN_BODY, PartySort.MONITOR):
            for name in {key(name) for name in party.names}:
                found[name].append(party)
    return {name: owners[0] for name, owners in found.items() if len(owners) == 1}
