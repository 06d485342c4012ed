"""The registry that ships with the package."""

from __future__ import annotations

from collections import Counter

import pytest

from whosays.ground.parties import Registry
from whosays.ground.parties.check import lineage
from whosays.ground.parties.fold import key
from whosays.ground.parties.lexicon import Lexicon
from whosays.model.party import Party, PartySort

PARTIES = list(Registry.default())
KNOWN = {party.id: party for party in PARTIES}
NOT_NAMES = ("terrorists", "militants", "rebels", "the enemy", "takfiris", "separatists", "the coalition")


@pytest.mark.parametrize("sort", PartySort)
def test_every_sort_of_party_is_there(sort: PartySort) -> None:
    assert any(party.sort is sort for party in PARTIES)


@pytest.mark.parametrize("party", PARTIES, ids=lambda party: party.id)
def test_the_first_name_links_back_when_the_party_is_at_home_and_alive(party: Party) -> None:
    found = Registry.default().link(party.names[0], on=party.until or party.since, near=party.countries[:1])
    assert found == party.id


@pytest.mark.parametrize("party", PARTIES, ids=lambda party: party.id)
def test_no_name_is_given_twice(party: Party) -> None:
    written = Counter((*party.names, *(label.name for label in party.contested)))
    assert [name for name, count in written.items() if count > 1] == []


@pytest.mark.parametrize("party", PARTIES, ids=lambda party: party.id)
def test_every_name_leaves_a_key(party: Party) -> None:
    assert all(key(name) for name in (*party.names, *(label.name for label in party.contested)))


def test_few_names_are_shared_by_parties() -> None:
    holders = Counter(
        name
        for party in PARTIES
        for name in {key(n) for n in (*party.names, *(c.name for c in party.contested))}
    )
    assert {name for name, count in holders.items() if count > 1} == {
        "rsf",
        "sna",
        "aa",
        "isf",
        "golani",
        "damascus",
        "دمشق",
    }


@pytest.mark.parametrize("slur", NOT_NAMES)
def test_slurs_and_common_nouns_are_nobodys_name(slur: str) -> None:
    assert not any(key(slur) == key(name) for party in PARTIES for name in party.names)


def test_organs_stand_under_their_state() -> None:
    line = [party.id for party in lineage(KNOWN["syrian-air-force"], KNOWN)]
    assert line == ["syrian-air-force", "syrian-army", "syria-gov", "syria"]


def test_the_words_of_the_lexicon_are_written_as_mentions_are_folded() -> None:
    lexicon = Lexicon.default()
    phrases = [*lexicon.heads, *lexicon.generic, *lexicon.neutral, *lexicon.qualifiers, *lexicon.markers]
    assert [phrase for phrase in phrases if key(phrase) != phrase] == []


def test_every_role_of_the_lexicon_is_held_by_some_party() -> None:
    held = {role for party in PARTIES for role in party.roles}
    lexicon = Lexicon.default()
    assert {role for head in lexicon.heads.values() for role in head.roles} | {
        *lexicon.generic.values()
    } <= held
