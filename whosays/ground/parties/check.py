"""Whether parties fit together: ids, parents, ties, spells of time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from whosays.model.errors import InputError
from whosays.model.party import Party

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


def checked(parties: Iterable[Party]) -> dict[str, Party]:
    """The parties by id, in their order.

    Raises InputError, naming the party, for the first thing that does not fit.
    """
    known: dict[str, Party] = {}
    for party in parties:
        if party.id in known:
            raise InputError(f"party {party.id!r}", "is defined twice; keep one of the two")
        known[party.id] = party
    for party in known.values():
        for fault in (*_form(party), *_links(party, known)):
            raise InputError(f"party {party.id!r}", fault)
    return known


def lineage(party: Party, known: Mapping[str, Party]) -> list[Party]:
    """The party, its parent, and so on to the top; stops where it would turn in a circle."""
    line = [party]
    while (parent := known.get(line[-1].parent or "")) and parent not in line:
        line.append(parent)
    return line


def _form(party: Party) -> Iterator[str]:
    if not _SLUG.fullmatch(party.id):
        yield "has an id that is no slug; use small letters, digits and single hyphens"
    for country in party.countries:
        if not _COUNTRY.fullmatch(country):
            yield f"has country {country!r}; use ISO 3166 codes such as 'SY'"
    if party.roles and not party.countries:
        yield "has roles but no country; say where it has them with 'countries'"
    if party.wikidata and not _WIKIDATA.fullmatch(party.wikidata):
        yield f"has wikidata {party.wikidata!r}; use an id such as 'Q858'"
    if party.since and party.until and party.since > party.until:
        yield f"ends ({party.until}) before it begins ({party.since}); correct 'since' or 'until'"


def _links(party: Party, known: Mapping[str, Party]) -> Iterator[str]:
    if party.parent is not None and party.parent not in known:
        yield f"has an unknown parent, {party.parent!r}; define it or correct its spelling"
    if lineage(party, known)[-1].parent is not None:
        yield "has itself among its parents; break the circle"
    for tie in party.ties:
        if tie.party not in known or tie.party == party.id:
            yield f"has a tie to {tie.party!r}, no other party known here; define it or correct its spelling"
        if tie.first and tie.last and tie.first > tie.last:
            yield f"has a tie to {tie.party!r} from {tie.first} to {tie.last}; correct the order of the years"
