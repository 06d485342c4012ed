"""Claims as STIX 2.1: what the standard's own library makes of the bundle."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
import stix2
from hypothesis import given, settings

from tests.export.extracts import (
    CHOICES,
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
    spoilt,
)
from whosays.export import stix
from whosays.export.identifiers import Thing, uuid
from whosays.export.receipt import Receipt
from whosays.model import Told


def bundle(extract: Extracted = SCENE) -> dict[str, Any]:
    """The objects by id, as the library reads them, which takes nothing that the standard does not have."""
    read = stix2.parse(exported("stix", extract)[0], allow_custom=False)
    assert len({each.id for each in read.objects}) == len(read.objects)
    return {each.id: each for each in read.objects}


def note(told: Told, extract: Extracted = SCENE) -> Any:
    return bundle(extract)[f"note--{uuid(Thing.CLAIM, told.claim.id)}"]


def test_a_claim_is_a_note_by_whoever_says_it() -> None:
    found = note(RELAYED)
    assert found.authors == ["a resident"]
    assert found.abstract == "airstrike: Marsa, 2031-05-04, killed 9"
    assert found.content.startswith(
        "Coast Post, by Harbour Monitor, by a resident (2031-05-04) says: “Jets bombed"
    )
    assert found.labels == ["airstrike", "asserted"]
    assert found.lang == "en"
    [source] = found.external_references
    assert (source.source_name, source.external_id) == ("Coast Post", RELAYED.claim.id)
    assert source.url == "https://coast-post.example/market"


def test_a_note_refers_to_its_incident_and_to_whom_and_where_it_names() -> None:
    objects = bundle()
    referred = [objects[ref] for ref in note(RELAYED).object_refs]
    assert [(each.type, each.name) for each in referred] == [
        ("incident", MARKET.title),
        ("identity", "Coast Post"),
        ("identity", "Harbour Monitor"),
        ("identity", "a resident"),
        ("identity", "River air force"),
        ("location", "Marsa"),
    ]
    assert (referred[-1].latitude, referred[-1].country) == (35.0, "SY")


def test_a_denial_is_an_opinion_on_what_is_denied() -> None:
    opinions = [each for each in bundle().values() if each.type == "opinion"]
    assert opinions
    for opinion in opinions:
        assert (opinion.opinion, opinion.authors) == ("disagree", ["River government"])
        assert opinion.object_refs == [note(RELAYED).id, note(COUNTED).id]
        assert opinion.created == note(DENIED).created
    _, receipt = exported("stix")
    assert {chosen.claims for chosen in receipt.chosen} == {(DENIED.claim.id,)}


def test_a_report_lists_the_notes_of_its_claims() -> None:
    found = bundle()[f"report--{uuid(Thing.REPORT, RELAYED.report.digest)}"]
    assert (found.name, str(found.published)) == ("Market bombed", "2031-05-04 00:00:00+00:00")
    assert found.object_refs[1:] == [note(RELAYED).id, note(ELSEWHERE).id]


def test_a_report_without_a_day_is_a_grouping() -> None:
    found = bundle()[f"grouping--{uuid(Thing.REPORT, UNDATED.report.digest)}"]
    assert found.object_refs == [note(UNDATED).id]
    assert "1970-01-01" in str(found.created)


def test_a_province_has_no_point() -> None:
    objects = bundle()
    [where] = [objects[ref] for ref in note(ELSEWHERE).object_refs if ref.startswith("location")]
    assert (where.name, where.country) == ("Upper Vale", "SY")
    assert "latitude" not in where


def test_an_incident_is_dated_by_its_reports_and_says_where_accounts_part() -> None:
    found = bundle()[f"incident--{uuid(Thing.INCIDENT, MARKET.id)}"]
    assert (str(found.created), str(found.modified)) == (
        "2031-05-04 00:00:00+00:00",
        "2031-05-05 09:30:00+00:00",
    )
    assert "Nothing here has been verified" in found.description
    assert "actor: contested" in found.description
    assert found.labels == ["disputed"]


def test_whatever_is_referred_to_is_there_and_came_before() -> None:
    seen: set[str] = set()
    for each in json.loads(exported("stix")[0])["objects"]:
        assert {each.get("created_by_ref"), *each.get("object_refs", ())} - {None} <= seen
        seen.add(each["id"])


def test_nobody_is_more_or_less_trusted() -> None:
    assert all("confidence" not in each for each in json.loads(exported("stix")[0])["objects"])


def rated(**letters: str) -> tuple[dict[str, Any], Receipt]:
    receipt, out = Receipt("stix"), io.StringIO()
    stix.write(SCENE, out, replace(CHOICES, ratings=letters), receipt)
    read = stix2.parse(out.getvalue(), allow_custom=False)
    return {each.id: each for each in read.objects}, receipt


def test_only_claims_of_those_whom_the_user_rates_have_a_confidence() -> None:
    objects, receipt = rated(**{"river-gov": "e"})
    graded = {id_: each.confidence for id_, each in objects.items() if "confidence" in each}
    assert graded == {note(DENIED).id: 10}
    tags = {'admiralty-scale:source-reliability="e"', 'admiralty-scale:information-credibility="5"'}
    assert tags < set(objects[note(DENIED).id].labels)
    [chosen] = [each for each in receipt.chosen if each.field == "confidence"]
    assert (chosen.value, chosen.claims) == ("10", (DENIED.claim.id,))


def test_one_who_cannot_be_judged_is_not_rated() -> None:
    objects, _ = rated(**{"river-gov": "F"})
    assert not any("confidence" in each for each in objects.values())


def test_a_claim_that_names_nobody_refers_to_the_program_alone() -> None:
    bare = Told(
        replace(RELAYED.report, publisher=None), replace(RELAYED.claim, voices=(), actor=(), place=None)
    )
    found = note(bare, Extracted((bare,)))
    assert [bundle(Extracted((bare,)))[ref].name for ref in found.object_refs] == ["whosays"]
    assert "authors" not in found


def test_two_exports_are_equal_to_the_byte_and_others_have_another_id() -> None:
    first, second = exported("stix")[0], exported("stix")[0]
    assert first == second
    assert json.loads(first)["id"] != json.loads(exported("stix", Extracted((RELAYED,)))[0])["id"]


def test_every_claim_is_in_the_receipt() -> None:
    _, receipt = exported("stix")
    assert {claim for claims in receipt.rows.values() for claim in claims} == {
        told.claim.id for told in SCENE.asked
    }


@settings(deadline=None, max_examples=25)
@given(hostile)
def test_no_word_of_a_report_breaks_out(words: str) -> None:
    written, _ = exported("stix", spoilt(words))
    assert is_harmless(written)
    stix2.parse(written, allow_custom=False)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "http://", "https://[", "x"]
)
def test_an_address_that_is_none_of_the_web_is_left_out(address: str) -> None:
    told = Told(replace(RELAYED.report, url=address), RELAYED.claim)
    assert "url" not in note(told, Extracted((told,))).external_references[0]
