"""Who acts and who is hit, and in which part of the world, in the codes of ACLED and UCDP."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from whosays.model import Named, Party, TieKind
from whosays.reconcile.accounts import actors
from whosays.reconcile.accounts.vocabulary import VOCABULARY
from whosays.reconcile.naming import words

DATA: Mapping[str, Any] = tomllib.loads(
    files(__package__).joinpath("forces.toml").read_text(encoding="utf-8")
)
_INTER: Mapping[str, int] = DATA["inter"]
CIVILIANS = _INTER["civilians"]
STATES = (_INTER["home"], _INTER["abroad"])
ARMED = (*STATES, _INTER["rebels"], _INTER["militia"])
"""Codes of those who fight."""


def inter(named: Named, country: str | None, parties: Mapping[str, Party]) -> int | None:
    """ACLED's code of an actor in a country; None where neither the registry nor the name tells."""
    party = parties.get(named.party or "")
    return _by_name(named) if party is None else _by_party(party, country, parties)


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


def _by_party(party: Party, country: str | None, parties: Mapping[str, Party]) -> int | None:
    if party.sort.value in DATA["sorts"]["state"] or "government" in party.roles:
        home = _home(party, parties)
        return _INTER["home"] if home is None or country in (None, home) else _INTER["abroad"]
    if party.sort.value in DATA["sorts"]["armed"]:
        return _INTER["rebels"] if _fights_a_state(party, parties) else _INTER["militia"]
    return None


def _home(party: Party, parties: Mapping[str, Party]) -> str | None:
    """The country of a party, else of whom it belongs to."""
    lineage = (party, *(parties[id_] for id_ in sorted(actors.above(party.id, parties)) if id_ in parties))
    return next((each.countries[0] for each in lineage if each.countries), None)


def _fights_a_state(party: Party, parties: Mapping[str, Party]) -> bool:
    lineage = (party, *(parties[id_] for id_ in actors.above(party.id, parties) if id_ in parties))
    foes = {tie.party for each in lineage for tie in each.ties if tie.kind is TieKind.FIGHTS}
    return any(_is_of_state(parties[foe]) for foe in foes if foe in parties)


def _is_of_state(party: Party) -> bool:
    return party.sort.value in DATA["sorts"]["state"] or "government" in party.roles


def _by_name(named: Named) -> int | None:
    if VOCABULARY.population(named.name) in actors.CIVIL:
        return CIVILIANS
    last = words(named.name)[-1:]
    return next((int(code) for code, listed in DATA["words"].items() if set(last) & set(listed)), None)


@cache
def _turned(table: str) -> dict[str, str]:
    """A table of lists, from each entry to the list that it is in."""
    return {entry: name for name, listed in DATA[table].items() for entry in listed}
