"""Claims as entities of FollowTheMoney, held against the library's own model where it is installed."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from tests.export.extracts import (
    COUNTED,
    DENIED,
    ELSEWHERE,
    MARKET,
    RELAYED,
    SCENE,
    UNDATED,
    Extracted,
    exported,
    hostile,
    is_harmless,
    lines,
    spoilt,
)
from whosays.export.followthemoney import NO_NAME
from whosays.export.identifiers import Thing, uuid
from whosays.model import Told

Entity = dict[str, Any]


def entities(extract: Extracted = SCENE) -> dict[str, Entity]:
    found = lines("followthemoney", extract)
    assert len({each["id"] for each in found}) == len(found)
    return {each["id"]: each for each in found}


def properties(id_: str, extract: Extracted = SCENE) -> dict[str, list[str]]:
    found: dict[str, list[str]] = entities(extract)[id_]["properties"]
    return found


def note(told: Told, extract: Extracted = SCENE) -> dict[str, list[str]]:
    return properties(uuid(Thing.CLAIM, told.claim.id), extract)


def test_a_claim_is_a_note_with_its_words_and_its_report() -> None:
    found = note(RELAYED)
    assert found["name"] == ["airstrike: Marsa, 2031-05-04, killed 9"]
    assert found["description"] == [RELAYED.claim.evidence.quote]
    assert found["summary"] == ["Coast Post, by Harbour Monitor, by a resident says"]
    assert found["entity"] == [uuid(Thing.INCIDENT, MARKET.id)]
    assert found["keywords"] == ["airstrike", "asserted"]
    [report] = found["proof"]
    assert properties(report) == {
        "title": ["Market bombed"],
        "fileName": [RELAYED.report.id],
        "publisher": ["Coast Post"],
        "publishedAt": ["2031-05-04"],
        "sourceUrl": ["https://coast-post.example/market"],
        "language": ["eng"],
    }


def voices(told: Told) -> list[tuple[str, str]]:
    everything = entities()
    links = [each["properties"] for each in everything.values() if each["schema"] == "UnknownLink"]
    mine = [link for link in links if link["object"] == [uuid(Thing.CLAIM, told.claim.id)]]
    return [(everything[link["subject"][0]]["properties"]["name"][0], link["role"][0]) for link in mine]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (RELAYED, [("Coast Post", "passes on"), ("Harbour Monitor", "passes on")]),
        (DENIED, [("River News Agency", "passes on"), ("River government", "denies")]),
        (COUNTED, [("Vale Radio", "says")]),
        (UNDATED, []),
    ],
)
def test_who_has_a_name_is_linked_to_what_he_says_or_passes_on(
    told: Told, expected: list[tuple[str, str]]
) -> None:
    assert voices(told) == expected


def test_the_receipt_tells_which_claims_nobody_with_a_name_makes() -> None:
    _, receipt = exported("followthemoney")
    assert receipt.collapsed[NO_NAME] == [RELAYED.claim.id, UNDATED.claim.id]
    assert {claim for claims in receipt.rows.values() for claim in claims} == {
        told.claim.id for told in SCENE.asked
    }


def test_an_event_is_what_notes_are_on() -> None:
    found = properties(uuid(Thing.INCIDENT, MARKET.id))
    assert (found["startDate"], found["endDate"], found["location"]) == (
        ["2031-05-04"],
        ["2031-05-04"],
        ["Marsa"],
    )
    assert [properties(id_)["name"] for id_ in found["involved"]] == [["River air force"]]
    assert found["proof"] == [uuid(Thing.REPORT, told.report.digest) for told in MARKET.told]
    assert "Nothing here has been verified" in found["summary"][0]
    assert any(said.startswith("actor: contested") for said in found["summary"])


def test_a_province_has_no_point() -> None:
    [marsa], [province] = note(RELAYED)["addressEntity"], note(ELSEWHERE)["addressEntity"]
    assert (properties(marsa)["latitude"], properties(marsa)["full"]) == (["35.0"], ["Marsa, SY"])
    assert "latitude" not in properties(province)


def test_a_moment_of_publication_has_no_zone() -> None:
    assert properties(uuid(Thing.REPORT, DENIED.report.digest))["publishedAt"] == ["2031-05-05T09:30:00"]


def test_two_exports_are_equal_to_the_byte() -> None:
    assert exported("followthemoney")[0] == exported("followthemoney")[0]


def _composed(value: str) -> str:
    return unicodedata.normalize("NFC", value)


def _is_valid(found: dict[str, Entity]) -> bool:
    """Whether the library takes every value, which it composes, and finds whatever an entity points at."""
    model = pytest.importorskip("followthemoney").model
    for entity in found.values():
        schema, proxy = model.get(entity["schema"]), model.get_proxy(entity, cleaned=False)
        schema.validate(entity)
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            assert prop.type.name == "address" or sorted(proxy.get(name)) == sorted(map(_composed, values))
            assert all(len(value) <= (prop.max_length or len(value)) for value in values), name
            if prop.type.name == "entity":
                assert all(model.get(found[value]["schema"]).is_a(prop.range) for value in values)
    return True


def test_the_library_takes_every_entity() -> None:
    assert _is_valid(entities())


@settings(deadline=None, max_examples=25)
@given(hostile)
def test_no_word_of_a_report_breaks_out(words: str) -> None:
    assert is_harmless(exported("followthemoney", spoilt(words))[0])
    assert _is_valid(entities(spoilt(words)))


def test_an_address_that_runs_something_is_left_out() -> None:
    told = Told(replace(RELAYED.report, url="javascript:alert(1)"), RELAYED.claim)
    assert "sourceUrl" not in note(told, Extracted((told,)))
