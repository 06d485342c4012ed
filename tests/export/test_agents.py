"""Who is one and the same in many reports, and who is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.export.extracts import COUNTED, DENIED, RELAYED
from tests.reconcile.sentences import PARTIES
from whosays.export.agents import CLASSES, Agent, Agents
from whosays.model import Named, PartySort, Report, Span, Told, Voice, VoiceSort

SPAN = Span(0, 1, "?")


def voice(name: str, sort: VoiceSort = VoiceSort.PERSON, party: str | None = None, **report: Any) -> Agent:
    chain = (Voice(name, SPAN, sort, party),)
    told = Told(replace(RELAYED.report, **report), replace(RELAYED.claim, voices=chain))
    return Agents(PARTIES).of(told).chain[0]


@pytest.mark.parametrize(
    ("name", "sort", "party", "is_one"),
    [
        ("Hill rebels' spokesman", VoiceSort.OFFICIAL, "hill-rebels", True),
        ("Amal Deeb", VoiceSort.PERSON, None, True),
        ("Deeb", VoiceSort.PERSON, None, False),
        ("residents", VoiceSort.RESIDENT, None, False),
        ("a military source", VoiceSort.UNNAMED_OFFICIAL, None, False),
        ("Somebody Else", VoiceSort.PERSON, "no-such-party", True),
    ],
)
def test_only_parties_and_full_names_are_one_in_all_reports(
    name: str, sort: VoiceSort, party: str | None, is_one: bool
) -> None:
    here, there = voice(name, sort, party), voice(name, sort, party, text="another report")
    assert (here.key == there.key, here.is_known) == (is_one, is_one)


def test_a_party_goes_by_its_first_name() -> None:
    found = voice("the rebels", VoiceSort.ARMED_GROUP, "hill-rebels")
    assert (found.name, found.party) == ("hill rebels", PARTIES["hill-rebels"])


@pytest.mark.parametrize(
    ("publisher", "key"),
    [
        ("River News Agency", "party:river-news"),
        ("RIVER NEWS AGENCY", "party:river-news"),
        ("Coast Post", "name:coast post"),
        ("unknown", None),
        (None, None),
    ],
)
def test_an_outlet_is_known_by_its_name(publisher: str | None, key: str | None) -> None:
    found = Agents(PARTIES).outlet(Report("text", publisher=publisher))
    assert (found and found.key) == key


def test_a_cast_has_everybody_whom_a_claim_names() -> None:
    cast = Agents(PARTIES).of(RELAYED)
    assert [agent.name for agent in cast.voices] == ["Coast Post", "Harbour Monitor", "a resident"]
    assert cast.speaker == cast.chain[-1]
    assert [(role, agent.name) for role, agent in cast.roles] == [
        ("actor", "River air force"),
        ("target", "market"),
    ]
    assert [agent.name for agent in cast.acting] == ["River air force"]


def test_one_who_quotes_himself_stands_there_once() -> None:
    quoted = Voice("Coast Post", SPAN, VoiceSort.OUTLET)
    told = replace(RELAYED, claim=replace(RELAYED.claim, voices=(quoted,)))
    assert [agent.name for agent in Agents(PARTIES).of(told).voices] == ["Coast Post"]


@pytest.mark.parametrize(
    ("original", "found"), [("North Wire", "North Wire"), ("Coast Post", None), (None, None)]
)
def test_an_original_is_another_outlet(original: str | None, found: str | None) -> None:
    cast = Agents(PARTIES).of(replace(RELAYED, original=original))
    assert (cast.original and cast.original.name) == found


def test_each_claim_has_its_own_cast() -> None:
    agents = Agents(PARTIES)
    assert [agents.of(told).outlet for told in (RELAYED, DENIED, RELAYED, COUNTED)] == [
        agents.outlet(told.report) for told in (RELAYED, DENIED, RELAYED, COUNTED)
    ]


@pytest.mark.parametrize("standard", ["schema_org", "prov", "stix", "followthemoney"])
def test_every_sort_has_a_class_in_every_standard(standard: str) -> None:
    assert set(CLASSES["party"]) == set(PartySort)
    assert set(CLASSES["voice"]) == set(VoiceSort)
    assert all(entry[standard] for group in CLASSES.values() for entry in group.values())


def test_no_class_is_a_verdict() -> None:
    topics = {topic for entry in CLASSES["party"].values() for topic in entry.get("topics", ())}
    assert topics == {"gov", "mil", "gov.igo"}


def test_an_actor_without_a_sort_is_classed_as_unknown() -> None:
    told = replace(RELAYED, claim=replace(RELAYED.claim, actor=(Named("Amal Deeb", SPAN),)))
    (_, agent), *_ = Agents(PARTIES).of(told).roles
    assert (agent.sort, agent.in_terms_of("followthemoney")) == (VoiceSort.UNKNOWN, "LegalEntity")
