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
from typing import Any

from whosays.export.identifiers import digest
from whosays.model import Claim, Named, Party, PartySort, Report, Told, Voice, VoiceSort
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


class Agents:
    """Those whom claims name, by the registry's `parties`."""

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._parties = parties
        self._outlet = lru_cache(maxsize=1 << 12)(self._called)
        self._outlets = _outlets(parties)
        self._agent = lru_cache(maxsize=1 << 15)(self._found)

    def voice(self, voice: Voice, report: Report) -> Agent:
        """Who a link of the chain of voices is."""
        return self._agent(voice.name, voice.sort, voice.party, digest(report))

    def named(self, named: Named, report: Report) -> Agent:
        """Who an actor or a target is."""
        return self._agent(named.name, VoiceSort.UNKNOWN, named.party, digest(report))

    def outlet(self, report: Report) -> Agent | None:
        """Who publishes a report; None where nobody knows."""
        return self._outlet(report.publisher)

    def original(self, told: Told) -> Agent | None:
        """The outlet or agency that the report has the claim's words from, where that is another one."""
        found, own = self._outlet(told.original), self.outlet(told.report)
        return None if own and found and own.key == found.key else found

    def chain(self, told: Told) -> list[Agent]:
        """The voices of a claim, from the outermost in."""
        return [self.voice(voice, told.report) for voice in told.claim.voices]

    def speaker(self, told: Told) -> Agent | None:
        """Whose word it is: the innermost voice, else the outlet."""
        return next(reversed(self.chain(told)), None) or self.outlet(told.report)

    def roles(self, claim: Claim, report: Report) -> list[tuple[str, Agent]]:
        """Who is said to act and who to be hit, each with "actor" or "target"."""
        slots = (("actor", claim.actor), ("target", claim.target))
        return [(role, self.named(named, report)) for role, slot in slots for named in slot]

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
