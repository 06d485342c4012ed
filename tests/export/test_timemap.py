"""Incidents for TimeMap: what its own checks ask of the three files."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from tests.export.extracts import (
    CHOICES,
    DENIED,
    MARKET,
    RELAYED,
    SCENE,
    UNDATED,
    Extracted,
    hostile,
    is_harmless,
    spoilt,
)
from tests.reconcile.sentences import PARTIES
from whosays.export import timemap
from whosays.export.identifiers import Thing, uuid
from whosays.export.receipt import Receipt
from whosays.model import Told
from whosays.reconcile.aggregate import Rule
from whosays.reconcile.picture import incident

SOURCE = uuid(Thing.REPORT, RELAYED.report.digest)


def written(extract: Extracted = SCENE, rule: Rule | None = None) -> tuple[bytes, Receipt]:
    out, receipt = io.BytesIO(), Receipt("timemap")
    timemap.write(extract, out, replace(CHOICES, rule=rule), receipt)
    return out.getvalue(), receipt


def files(extract: Extracted = SCENE, rule: Rule | None = None) -> tuple[Any, Any, Any]:
    with zipfile.ZipFile(io.BytesIO(written(extract, rule)[0])) as archive:
        assert archive.namelist() == ["events.json", "sources.json", "associations.json"]
        events, sources, associations = (json.loads(archive.read(name)) for name in archive.namelist())
    return events, sources, associations


def shown(told: Told) -> dict[str, Any]:
    [event], _, _ = files(Extracted((), (incident(told.claim.id, (told,), PARTIES),)))
    assert isinstance(event, dict)
    return event


def test_an_event_says_when_where_and_who_says_what() -> None:
    events, _, _ = files()
    found = next(event for event in events if event["id"] == MARKET.id)
    assert (found["date"], found["time"], found["time_precision"]) == ("05/04/2031", "", "day")
    assert (found["latitude"], found["longitude"], found["location"]) == ("35.0", "36.0", "Marsa")
    assert found["category"] == "airstrike"
    assert found["associations"] == ["airstrike", "disputed"]
    assert "River government (River News Agency, 2031-05-05) denies" in found["description"]
    assert "killed by the rule" not in found["description"]


def test_values_are_text_and_ids_point_at_what_is_there() -> None:
    events, sources, associations = files()
    known = {each["id"] for each in associations}
    for event in events:
        assert set(event["associations"]) <= known
        assert set(event["sources"]) <= set(sources)
        lists = {"associations", "sources"}
        assert all(isinstance(value, str) for key, value in event.items() if key not in lists)


def test_a_source_is_a_report_and_loads_nothing() -> None:
    _, sources, _ = files()
    assert sources[SOURCE] == {
        "id": SOURCE,
        "title": "Market bombed",
        "paths": [],
        "type": "Report",
        "url": "https://coast-post.example/market",
        "author": "Coast Post",
        "date": "05/04/2031",
    }


def test_a_spell_stands_on_its_first_day_and_a_province_has_no_point() -> None:
    events, _, _ = files()
    found = next(event for event in events if event["id"] != MARKET.id)
    assert (found["date"], found["time_display"]) == ("05/04/2031", "2031-05-04/2031-05-05")
    assert (found["location"], found["latitude"], found["longitude"]) == ("Upper Vale", "", "")


def test_without_a_time_the_day_of_the_report_stands_for_it_and_the_receipt_says_so() -> None:
    told = Told(RELAYED.report, replace(RELAYED.claim, time=None))
    assert (shown(told)["date"], shown(told)["time_precision"]) == ("05/04/2031", "day of the report")
    _, receipt = written(Extracted((), (incident("c1", (told,), PARTIES),)))
    assert [(each.field, each.why) for each in receipt.chosen] == [
        ("date", "no claim says when: the first report's day")
    ]


def test_a_point_alone_is_enough_and_without_either_there_is_no_event() -> None:
    asserted = replace(RELAYED.claim, time=None)
    assert (
        shown(Told(UNDATED.report, asserted))["date"],
        shown(Told(UNDATED.report, asserted))["latitude"],
    ) == (
        "",
        "35.0",
    )
    nowhere = Told(UNDATED.report, replace(asserted, place=None))
    _, receipt = written(Extracted((), (incident("c1", (nowhere,), PARTIES),)))
    assert receipt.left_out == {timemap.NOWHERE_AND_NEVER: [nowhere.claim.id]}


def test_a_rule_that_was_asked_for_gives_a_number_with_its_receipt() -> None:
    events, _, _ = files(rule=Rule.BEST)
    assert "[killed by the rule “best”: 12 to 14, best 12]" in events[0]["description"]
    _, receipt = written(rule=Rule.BEST)
    assert any(each.field == "description" and each.claims for each in receipt.chosen)


def test_what_nobody_asserts_is_no_event() -> None:
    denial = Extracted((), (incident("c1", (DENIED,), PARTIES),))
    assert files(denial)[0] == []
    assert sum(map(len, written(denial)[1].left_out.values())) == 1


def test_two_exports_are_equal_to_the_byte() -> None:
    assert written()[0] == written()[0]


@settings(deadline=None, max_examples=25)
@given(hostile)
def test_no_word_of_a_report_breaks_out(words: str) -> None:
    with zipfile.ZipFile(io.BytesIO(written(spoilt(words))[0])) as archive:
        assert all(is_harmless(archive.read(name).decode()) for name in archive.namelist())


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x"])
def test_an_address_that_runs_something_is_left_out(address: str) -> None:
    told = Told(replace(RELAYED.report, url=address), RELAYED.claim)
    _, sources, _ = files(Extracted((), (incident("c1", (told,), PARTIES),)))
    assert [source["url"] for source in sources.values()] == [""]
