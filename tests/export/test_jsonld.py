"""Claims as linked data: what a processor of JSON-LD makes of the document."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from tests.export.extracts import (
    DENIED,
    ELSEWHERE,
    MARKET,
    RELAYED,
    SCENE,
    Extracted,
    as_kept,
    exported,
    hostile,
    is_harmless,
    spoilt,
)
from whosays.export.identifiers import Thing, urn
from whosays.model import Told

Node = dict[str, Any]

CLAIM = urn(Thing.CLAIM, RELAYED.claim.id)
SCHEMA, PROV, OA = "https://schema.org/", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#"


def graph(extract: Extracted = SCENE) -> dict[str, Node]:
    nodes = json.loads(exported("jsonld", extract)[0])["@graph"]
    assert len({node["id"] for node in nodes}) == len(nodes)
    return {node["id"]: node for node in nodes}


def test_a_claim_says_who_what_where_when_and_how_many() -> None:
    nodes = graph()
    claim = nodes[CLAIM]
    assert claim["identifier"] == RELAYED.claim.id
    assert claim["text"] == RELAYED.claim.evidence.quote
    assert claim["temporalCoverage"] == "2031-05-04"
    assert nodes[claim["author"]]["name"] == "a resident"
    assert nodes[claim["spatialCoverage"]]["geo"]["latitude"] == 35.0
    assert [nodes[term]["termCode"] for term in claim["keywords"]] == ["airstrike", "asserted"]
    actor, target = claim["mentions"]
    assert (actor["roleName"], nodes[actor["mentions"]]["name"]) == ("actor", "River air force")
    assert (target["roleName"], target["mentions"]) == ("target", {"type": "Thing", "name": "market"})
    [figure] = claim["about"]
    assert (figure["name"], figure["minValue"], figure["maxValue"]) == ("killed", 9, 9)
    assert nodes[claim["appearance"]]["url"] == "https://coast-post.example/market"


def test_a_claim_is_quoted_along_the_chain_of_voices() -> None:
    nodes = graph()
    first = nodes[nodes[CLAIM]["prov:wasQuotedFrom"]]
    last = nodes[first["prov:wasQuotedFrom"]]
    assert nodes[first["prov:wasAttributedTo"]]["name"] == "Harbour Monitor"
    assert nodes[last["prov:wasAttributedTo"]]["name"] == "a resident"
    assert nodes[CLAIM]["prov:hadPrimarySource"] == last["id"]
    assert nodes[nodes[CLAIM]["prov:wasAttributedTo"]]["name"] == "Coast Post"
    assert "prov:wasQuotedFrom" not in last


def test_a_copied_claim_is_quoted_from_its_original_first() -> None:
    copied = replace(RELAYED, family="f1", original="North Wire")
    nodes = graph(Extracted((copied,)))
    first = nodes[nodes[CLAIM]["prov:wasQuotedFrom"]]
    assert nodes[first["prov:wasAttributedTo"]]["identifier"] == "north-wire"
    assert nodes[nodes[first["prov:wasQuotedFrom"]]["prov:wasAttributedTo"]]["name"] == "Harbour Monitor"


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (CLAIM, RELAYED.claim.evidence.quote),
        (urn(Thing.AGENT, "party:harbour-monitor"), "Harbour Monitor"),
    ],
)
def test_the_words_behind_a_claim_and_each_voice_are_annotated(body: str, quote: str) -> None:
    [found] = [node for node in graph().values() if node["type"] == "Annotation" and node["body"] == body]
    words, position = found["target"]["selector"]
    assert words["exact"] == quote
    assert RELAYED.report.text[position["start"] : position["end"]] == quote
    around = words.get("prefix", "") + quote + words.get("suffix", "")
    assert around in RELAYED.report.text
    assert found["target"]["state"]["sourceDate"] == "2031-05-04T00:00:00.000Z"


def test_a_province_has_no_point() -> None:
    nodes = graph()
    where = nodes[nodes[urn(Thing.CLAIM, ELSEWHERE.claim.id)]["spatialCoverage"]]
    assert where["name"] == "Upper Vale"
    assert "geo" not in where


def test_an_incident_collects_claims_and_says_where_they_part() -> None:
    nodes = graph()
    found = nodes[urn(Thing.INCIDENT, MARKET.id)]
    assert found["type"] == "prov:Collection"
    assert urn(Thing.CLAIM, DENIED.claim.id) in found["prov:hadMember"]
    contested = nodes[urn(Thing.COMPARISON, MARKET.id, "actor")]
    assert contested["body"]["value"].startswith("actor: contested. ")
    assert set(contested["target"]) <= set(found["prov:hadMember"])


def test_claims_of_an_incident_that_were_not_asked_for_are_there_too() -> None:
    assert set(graph(Extracted((RELAYED,), (MARKET,)))) >= {
        urn(Thing.CLAIM, told.claim.id) for told in MARKET.told
    }


def test_whatever_is_pointed_at_is_there() -> None:
    nodes = graph()
    assert {value for node in nodes.values() for value in _pointers(node)} <= set(nodes)


def _pointers(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value.startswith("urn:uuid:") else []
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for part in parts for found in _pointers(part)]


def test_no_verdict_is_given() -> None:
    assert "ClaimReview" not in exported("jsonld")[0]


def test_a_processor_reads_it_without_fetching_anything() -> None:
    rdflib = pytest.importorskip("rdflib")
    read = rdflib.Graph().parse(data=exported("jsonld")[0], format="json-ld")
    asked = f"""
        SELECT ?primary ?exact ?start WHERE {{
            <{CLAIM}> a <{SCHEMA}Claim> ; <{PROV}hadPrimarySource>/<{PROV}wasAttributedTo> ?who .
            ?who <{SCHEMA}name> ?primary .
            ?note <{OA}hasBody> <{CLAIM}> ; <{OA}motivatedBy> <{OA}describing> ; <{OA}hasTarget> ?target .
            ?target <{OA}hasSelector>/<{OA}exact> ?exact ; <{OA}hasSelector>/<{OA}start> ?start .
        }}"""
    [(primary, exact, start)] = read.query(asked)
    assert (str(primary), str(exact), start.toPython()) == ("a resident", RELAYED.claim.evidence.quote, 0)


def test_every_claim_is_in_the_receipt() -> None:
    _, receipt = exported("jsonld")
    assert receipt.rows[CLAIM] == (RELAYED.claim.id,)
    assert {claim for claims in receipt.rows.values() for claim in claims} == {
        told.claim.id for told in SCENE.asked
    }


def test_two_exports_are_equal_to_the_byte() -> None:
    assert exported("jsonld")[0] == exported("jsonld")[0]


@settings(deadline=None, max_examples=25)
@given(hostile)
def test_no_word_of_a_report_breaks_out(words: str) -> None:
    written, _ = exported("jsonld", spoilt(words))
    assert is_harmless(written)
    claim = next(n for n in json.loads(written)["@graph"] if "Claim" in n["type"])
    assert claim["text"] == as_kept(words)


def test_an_address_that_runs_something_is_left_out() -> None:
    told = Told(replace(RELAYED.report, url="javascript:alert(1)"), RELAYED.claim)
    assert "javascript" not in exported("jsonld", Extracted((told,)))[0]
