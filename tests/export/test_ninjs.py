"""Incidents as news items, held against as much of the schema of ninjs 3.1 as they use."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from tests.export.extracts import (
    AGAIN,
    CHOICES,
    COUNTED,
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
from tests.reconcile.sentences import PARTIES
from whosays.export.agents import Agents
from whosays.export.identifiers import Thing, urn
from whosays.export.ninjs_items import NOT_QUOTED, Items
from whosays.export.receipt import Receipt
from whosays.model import Told
from whosays.reconcile.aggregate import Rule
from whosays.reconcile.picture import incident

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
COUNT: Schema = {"type": "integer"}
URI: Schema = {"type": "string", "format": "uri", "pattern": "^(urn:uuid:|https?://)"}
MOMENT: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"}
POINT: Schema = {
    "type": "object",
    "properties": {
        "type": {"const": "Point"},
        "coordinates": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
    },
}


def _of(properties: Schema, *required: str) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": list(required),
    }


def _list(properties: Schema, *required: str) -> Schema:
    return {"type": "array", "items": _of(properties, *required)}


_NAMED = {"name": TEXT, "rel": TEXT, "uri": URI, "literal": TEXT}
_BODY = {"role": TEXT, "contentType": TEXT, "charCount": COUNT, "wordCount": COUNT, "value": TEXT}
_ITEM: Schema = {
    "uri": URI,
    "type": {"enum": ["text", "composite", "component", "event", "planning"]},
    "representationType": {"enum": ["full", "partial"]},
    "profile": TEXT,
    "versionCreated": MOMENT,
    "contentCreated": MOMENT,
    "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
    "usageTerms": TEXT,
    "edNote": TEXT,
    "language": TEXT,
    "title": TEXT,
    "bodies": _list(_BODY, "value"),
    "headlines": _list({"role": TEXT, "contentType": TEXT, "value": TEXT}, "value"),
    "people": _list(_NAMED),
    "organisations": _list(_NAMED),
    "places": _list({**_NAMED, "geoJSON": POINT}),
    "subjects": _list(_NAMED),
    "infoSources": _list({"name": TEXT, "role": TEXT, "uri": URI, "literal": TEXT}),
    "renditions": _list({"name": TEXT, "href": URI, "contentType": TEXT}, "name"),
    "altIds": _list({"role": TEXT, "value": TEXT}),
    "standard": _of({"name": TEXT, "version": TEXT, "schema": URI}),
    "digitalSourceType": _of({"name": TEXT, "uri": URI, "literal": TEXT}),
}
SCHEMA = _of({**_ITEM, "associations": _list({**_ITEM, "name": TEXT, "rel": TEXT}, "name", "uri")}, "uri")
"""The names and types of the published schema that are used here; it allows no others."""

VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def items(extract: Extracted = SCENE) -> list[dict[str, Any]]:
    return lines("ninjs", extract)


def test_every_item_keeps_to_the_schema() -> None:
    for item in items():
        VALIDATOR.validate(item)


def test_an_item_is_an_incident_with_each_account_in_its_words() -> None:
    market, again = items()
    assert (market["uri"], again["uri"]) == (urn(Thing.INCIDENT, MARKET.id), urn(Thing.INCIDENT, AGAIN.id))
    [body] = market["bodies"]
    paragraphs = body["value"].split("\n\n")
    assert any(
        each.startswith("Vale Radio (Vale Radio, 2031-05-05) says: “Jets bombed") for each in paragraphs
    )
    assert any(
        each.startswith("River government (River News Agency, 2031-05-05) denies") for each in paragraphs
    )
    assert any(each.startswith("actor, contested: ") for each in paragraphs)
    assert body["charCount"] == len(body["value"])


def test_nothing_is_for_publication_before_an_editor_has_seen_it() -> None:
    for item in items():
        assert item["pubStatus"] == "withheld"
        assert "Nothing here has been verified" in item["edNote"]


def test_origins_and_outlets_are_told_apart() -> None:
    sources = {(each["role"], each["name"]) for each in items()[0]["infoSources"]}
    assert ("origin", "River government") in sources
    assert {name for role, name in sources if role == "outlet"} == {
        "Coast Post",
        "River News Agency",
        "Vale Radio",
    }


def test_those_with_a_name_are_listed_by_what_they_are_said_to_do() -> None:
    market = items()[0]
    assert "people" not in market
    assert {(each["name"], each["rel"]) for each in market["organisations"]} == {
        ("Harbour Monitor", "speaks"),
        ("River government", "speaks"),
        ("River air force", "said to act"),
    }


def test_a_point_is_longitude_and_latitude_and_a_province_has_none() -> None:
    market, again = items()
    assert market["places"][0]["geoJSON"] == {"type": "Point", "coordinates": [36.0, 35.0]}
    assert "geoJSON" not in again["places"][0]


def test_reports_are_associations() -> None:
    first = items()[0]["associations"][0]
    assert (first["name"], first["uri"]) == ("Market bombed", urn(Thing.REPORT, RELAYED.report.digest))
    assert first["renditions"] == [{"name": "original", "href": "https://coast-post.example/market"}]


def test_moments_are_those_of_the_reports_and_unknown_ones_are_left_out() -> None:
    market = items()[0]
    assert (market["contentCreated"], market["versionCreated"]) == (
        "2031-05-04T00:00:00.000Z",
        "2031-05-05T09:30:00.000Z",
    )
    [undated] = items(Extracted((), (incident("c1", (UNDATED,), PARTIES),)))
    assert "versionCreated" not in undated
    assert "versionCreated" not in undated["associations"][0]


def test_a_figure_by_a_rule_stands_there_where_a_rule_was_chosen() -> None:
    receipt = Receipt("ninjs")
    choices = replace(CHOICES, rule=Rule.BEST)
    item = Items(Agents(CHOICES.parties), choices, receipt).item(MARKET)
    assert "by the rule “best”: 12 to 14." in item["bodies"][0]["value"]
    assert receipt.chosen[0].claims
    assert "by the rule" not in items()[0]["bodies"][0]["value"]


def test_every_claim_of_an_incident_is_in_the_receipt() -> None:
    _, receipt = exported("ninjs")
    assert receipt.rows[urn(Thing.INCIDENT, MARKET.id)] == tuple(told.claim.id for told in MARKET.told)


def test_the_receipt_has_the_claims_that_are_not_quoted() -> None:
    again = replace(COUNTED, claim=replace(COUNTED.claim, id="again"))
    _, receipt = exported("ninjs", Extracted((), (incident("c1", (COUNTED, again), PARTIES),)))
    [not_quoted] = [claims for why, claims in receipt.collapsed.items() if why == NOT_QUOTED]
    assert len(not_quoted) == 1
    assert set(not_quoted) <= {"again", COUNTED.claim.id}


def test_two_exports_are_equal_to_the_byte() -> None:
    assert exported("ninjs")[0] == exported("ninjs")[0]


@settings(deadline=None, max_examples=25)
@given(hostile)
def test_no_word_of_a_report_breaks_out(words: str) -> None:
    written, _ = exported("ninjs", spoilt(words))
    assert is_harmless(written)
    for item in items(spoilt(words)):
        VALIDATOR.validate(item)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://a b/"])
def test_an_address_that_is_none_of_the_web_is_left_out(address: str) -> None:
    told = Told(replace(RELAYED.report, url=address), RELAYED.claim)
    [item] = items(Extracted((), (incident("c1", (told,), PARTIES),)))
    assert "renditions" not in item["associations"][0]
