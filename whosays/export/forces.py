"""Who can be a side of an event, and as what: names and codes that ACLED and UCDP have for them.

A table of events has columns for those who act and those who are hit, not for all that a report names there:
"a market", "the M5 highway". Who is neither in the registry of parties nor shown by the words of the name to
be armed or civilian is no side; the words stay in the notes.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from whosays.ingest.coded.countries import country as country_of
from whosays.model import Named, Party, PartySort, TieKind
from whosays.reconcile.accounts.actors import CIVIL, above
from whosays.reconcile.accounts.vocabulary import VOCABULARY
from whosays.reconcile.naming import brief, tells_apart, words
from whosays.reconcile.sides import Relation, Sides

DATA: Mapping[str, Any] = tomllib.loads(
    files(__package__).joinpath("forces.toml").read_text(encoding="utf-8")
)
HOME, REBELS, MILITIA, RIOTERS, PROTESTERS, CIVILIANS, ABROAD = 1, 2, 3, 5, 6, 7, 8
"""ACLED's codes of actors: the country's own state forces, and those of another state or from elsewhere."""

STATES = (PartySort.STATE, PartySort.ARMED_FORCES)
TELLING = (PartySort.MONITOR, PartySort.OUTLET)
"""Sorts of parties that tell of events."""


@dataclass(frozen=True, slots=True)
class Force:
    """A side of an event by the registry's name, or the report's; ACLED's code, None where that is open.

    `is_armed` is whether it fights, `is_state` whether it does so for a state; `party` is the registry's id,
    and `home` the country (ISO 3166 alpha-2) that it belongs to.
    """

    name: str
    code: int | None
    is_armed: bool = False
    is_state: bool = False
    party: str | None = None
    home: str | None = None

    @property
    def ucdp_name(self) -> str:
        """UCDP's name: all that fights for a state is its government, all who do not fight are civilians."""
        if self.code == CIVILIANS:
            return "Civilians"
        state = country_of(self.home) if self.is_state else None
        return f"Government of {state.name}" if state else self.name


class Forces:
    """The parties of the registry as sides of events. Make it once for many: it remembers what it found."""

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._parties = parties
        self._ties = Sides(parties)
        self._states = _states(parties)
        self._known: dict[tuple[str, str | None], Force | None] = {}

    def find(self, named: Named, country: str | None) -> Force | None:
        """Who is meant, in an event in that country (ISO 3166 alpha-2); None for what is no side."""
        party = self._body(named)
        if party is None:
            return _by_name(named.name, country)
        if (party.id, country) not in self._known:
            self._known[party.id, country] = self._force(party, country)
        return self._known[party.id, country]

    def are_foes(self, one: Force, other: Force) -> bool:
        """Whether they are known to fight: by their ties, or for the country's state and against it."""
        if {one.code, other.code} == {HOME, REBELS}:
            return True
        tied = one.party and other.party and self._ties.relation(one.party, other.party)
        return tied is Relation.ENEMY

    def _body(self, named: Named) -> Party | None:
        """The party that is named; of a person the body that he belongs to."""
        party = self._parties.get(named.party or "")
        if party is None or party.sort is not PartySort.PERSON:
            return party
        return next(iter(self._line(party)[1:]), party)

    def _force(self, party: Party, country: str | None) -> Force | None:
        if party.sort in TELLING:
            return None
        is_state = _is_of_state(party)
        is_armed = is_state or party.sort is PartySort.ARMED_GROUP or bool(_foes(party))
        home = next((each.countries[0] for each in self._line(party) if each.countries), None)
        code = self._code(party, country, home, is_state=is_state) if is_armed else None
        return Force(party.names[0], code, is_armed, is_state, party.id, home)

    def _code(self, party: Party, country: str | None, home: str | None, *, is_state: bool) -> int | None:
        if country is None or home is None:
            return None
        if is_state:
            return HOME if home == country else ABROAD
        if self._fights_the_state(party, country):
            return REBELS
        return MILITIA if home == country else ABROAD

    def _fights_the_state(self, party: Party, country: str) -> bool:
        """Whether it, or whom it belongs to, is known to fight that country's state: by either's ties."""
        line, state = self._line(party), self._states.get(country, [])
        foes, theirs = (set[str]().union(*map(_foes, some)) for some in (line, state))
        return any(each.id in foes for each in state) or any(each.id in theirs for each in line)

    def _line(self, party: Party) -> list[Party]:
        """The party and all that it belongs to."""
        ids = sorted(above(party.id, self._parties))
        return [party, *(self._parties[id_] for id_ in ids if id_ in self._parties)]


def crowd(code: int, country: str | None) -> Force:
    """ACLED's name for people without one, as in "Civilians (Syria)"."""
    found = country_of(country)
    return Force(f"{DATA['crowds'][str(code)]}{f' ({found.name})' if found else ''}", code)


def disorder(event_type: str) -> str:
    """ACLED's disorder type of an event type."""
    return str(DATA["disorder"][event_type])


def region(country: str | None) -> str | None:
    """ACLED's region of a country."""
    return _turned("region").get(country or "")


def ucdp_region(country: str | None) -> str | None:
    """UCDP's region of a country."""
    own = _turned("ucdp_country").get(country or "")
    return own or _turned("ucdp_region").get(region(country) or "")


@lru_cache(maxsize=1 << 16)
def _by_name(name: str, country: str | None) -> Force | None:
    code = _code_of_words(name)
    if code in (PROTESTERS, RIOTERS, CIVILIANS):
        return crowd(code, country)
    if code is not None:
        return Force(brief(name), code, is_armed=True, is_state=code == HOME)
    is_armed = bool({*words(name)[-1:]} & set(DATA["armed"])) and tells_apart(name)
    return Force(brief(name), None, is_armed=True) if is_armed else None


def _code_of_words(name: str) -> int | None:
    """By the last word, "masked gunmen", or by who is meant: "three children"."""
    last = words(name)[-1:]
    found = next((int(code) for code, listed in DATA["words"].items() if {*last} & set(listed)), None)
    return CIVILIANS if found is None and VOCABULARY.population(name) in CIVIL else found


def _states(parties: Mapping[str, Party]) -> Mapping[str, list[Party]]:
    """The states, governments and forces at home in each country."""
    found: dict[str, list[Party]] = defaultdict(list)
    for party in parties.values():
        if party.countries and _is_of_state(party):
            found[party.countries[0]].append(party)
    return found


def _is_of_state(party: Party) -> bool:
    return party.sort in STATES or "government" in party.roles


def _foes(party: Party) -> set[str]:
    return {tie.party for tie in party.ties if tie.kind is TieKind.FIGHTS}


@cache
def _turned(table: str) -> dict[str, str]:
    """A table of lists, from each entry to the list that it is in."""
    return {entry: name for name, listed in DATA[table].items() for entry in listed}
