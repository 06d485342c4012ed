"""Parties by name and by role, and the choice between those that share one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from whosays.ground.parties.check import lineage
from whosays.ground.parties.fold import key
from whosays.model.party import Party, PartySort


@dataclass(frozen=True, slots=True)
class Context:
    """When and where a name is used: the day, and the ISO codes of the report's countries."""

    on: date | None
    near: frozenset[str]


class Index:
    """Looks parties up; every answer is one party, or None where that would be a guess."""

    def __init__(self, known: Mapping[str, Party]) -> None:
        """Index `known`, parties by id."""
        self._lineage = {party.id: lineage(party, known) for party in known.values()}
        self._names: dict[str, list[Party]] = defaultdict(list)
        self._adjectives: dict[str, list[Party]] = defaultdict(list)
        self._roles: dict[tuple[str, str], list[Party]] = defaultdict(list)
        for party in known.values():
            self._add(party)
        self.longest = max(len(name.split()) for name in (*self._names, *self._adjectives, ""))

    def _add(self, party: Party) -> None:
        for name in dict.fromkeys(map(key, (*party.names, *(label.name for label in party.contested)))):
            self._names[name].append(party)
        for adjective in dict.fromkeys(map(key, party.adjectives)):
            self._adjectives[adjective].append(party)
        for role in party.roles:
            self._roles[party.countries[0], role].append(party)

    def is_name(self, phrase: str) -> bool:
        """Whether a folded phrase is a name of some party."""
        return phrase in self._names

    def is_adjective(self, phrase: str) -> bool:
        """Whether a folded phrase is the adjective of some state."""
        return phrase in self._adjectives

    def named(self, phrase: str, context: Context) -> Party | None:
        """The party of that name."""
        return self._settle(self._names.get(phrase, ()), context)

    def of_adjective(self, phrase: str, context: Context) -> Party | None:
        """The state of that adjective."""
        return self._settle(self._adjectives.get(phrase, ()), context)

    def state(self, word: str, context: Context) -> Party | None:
        """The state of that name or adjective."""
        found = self.of_adjective(word, context) or self.named(word, context)
        return found if found and found.sort is PartySort.STATE else None

    def role_near(self, role: str, context: Context) -> Party | None:
        """The one party with that role in the context's countries."""
        return self._settle(self._in_role(context.near, role, context), context)

    def role_under(self, state: Party, role: str, context: Context) -> Party | None:
        """The party with that role in a state's country, one of its own where there is any."""
        candidates = self._in_role(state.countries[:1], role, context)
        own = [party for party in candidates if state in self._lineage[party.id]]
        return self._settle(own or candidates, context)

    def _in_role(self, countries: Iterable[str], role: str, context: Context) -> list[Party]:
        found = [party for country in countries for party in self._roles.get((country, role), ())]
        return [party for party in found if party.lives(context.on)]

    def _settle(self, candidates: Collection[Party], context: Context) -> Party | None:
        """The one candidate; else the one of those places and that day; else what all belong to."""
        if len(candidates) == 1:
            return next(iter(candidates))
        close = [party for party in candidates if context.near.intersection(party.countries)] or candidates
        living = [party for party in close if party.lives(context.on)]
        return living[0] if len(living) == 1 else self._common(living)

    def _common(self, candidates: Iterable[Party]) -> Party | None:
        lines = [self._lineage[party.id] for party in candidates]
        return next((party for party in (lines or [[]])[0] if all(party in line for line in lines)), None)
