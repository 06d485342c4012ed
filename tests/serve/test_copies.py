"""Copies over HTTP: families of reports that print one text, all of them and those of one report."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from tests.ledger.scenes import POST, put
from tests.reconcile.incidents.articles import article
from tests.reconcile.sentences import DAY, told
from tests.serve.conftest import API
from whosays.ledger import Ledger
from whosays.model import Kind

WIRE = (
    "<a hill-rebels>Rebels</a> <x>shelled</x> <t>the grain silos</t> above <p>Sunport</p> until the"
    " watchman of the harbour hung a white sheet from his window and rowed across the bay to ask for an hour"
    " of quiet."
)
TALE = (
    "<a>Customs men</a> <x>seized</x> eleven crates of lamp oil from a barge whose pilot swore on"
    " his mother's life that he had only ever carried melons down the river to the summer fair at Kafr Zed."
)
FIRST = article(told(WIRE, Kind.SHELLING, when=DAY), told(TALE, Kind.DETAIN), outlet="Harbour Wire")
REPRINT = article(told(WIRE, Kind.SHELLING, when=DAY), outlet="Vale Radio", published=DAY + timedelta(days=1))
THIRD = article(told(WIRE, Kind.SHELLING, when=DAY), outlet="Lake Post", published=DAY + timedelta(days=2))
RETOLD = article(told(TALE, Kind.DETAIN), outlet="River Courier", published=DAY + timedelta(days=1))


@pytest.fixture
def copied(client: TestClient, ledger: Ledger) -> TestClient:
    put(ledger, FIRST, REPRINT, THIRD, RETOLD)
    return client


def test_the_largest_family_comes_first_with_whose_text_it_is(copied: TestClient) -> None:
    wire, tale = copied.get(f"{API}/copies").json()["items"]
    assert (wire["original"], wire["ground"]) == ("Harbour Wire", "earliest")
    assert {each["report"]["publisher"] for each in wire["members"]} == {
        "Harbour Wire",
        "Vale Radio",
        "Lake Post",
    }
    assert {each["report"]["publisher"] for each in tale["members"]} == {"Harbour Wire", "River Courier"}


def test_passages_stand_in_their_reports(copied: TestClient) -> None:
    for family in copied.get(f"{API}/copies").json()["items"]:
        for member in family["members"]:
            text = copied.get(f"{API}/reports/{member['report']['digest']}").json()["text"]
            for passage in member["passages"]:
                start, end = passage["span"]
                assert text[start:end] == passage["quote"]


def test_those_of_one_report(copied: TestClient) -> None:
    def families(report: str) -> set[str]:
        found = copied.get(f"{API}/copies", params={"report": report}).json()
        return {each["id"] for each in found["items"]}

    wire, tale = (each["id"] for each in copied.get(f"{API}/copies").json()["items"])
    assert families(FIRST.report.digest) == {wire, tale}
    assert families(RETOLD.report.digest) == {tale}
    assert families(POST.report.digest) == set()
    assert copied.get(f"{API}/copies", params={"report": "ffff"}).status_code == 404


def test_they_come_in_pages(copied: TestClient) -> None:
    whole = copied.get(f"{API}/copies").json()
    first = copied.get(f"{API}/copies", params={"limit": 1}).json()
    second = copied.get(f"{API}/copies", params={"limit": 1, "cursor": first["next"]}).json()
    assert first["items"] + second["items"] == whole["items"]
    assert (second["next"], whole["next"]) == (None, None)


def test_an_incident_folds_them_into_their_family(copied: TestClient) -> None:
    found = copied.get(f"{API}/incidents/{FIRST.claims[0].id}").json()
    carried = [each for each in found["accounts"] if len(each["outlets"]) == 3]
    assert [each["origin"]["sort"] for each in carried] == ["family"]
    assert {each["original"] for each in found["claims"] if each["family"]} == {"Harbour Wire"}
