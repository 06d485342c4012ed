"""What is judged and handed in over HTTP stands in the ledger, and is seen by all who look."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.ledger.scenes import BULLETIN, POST, SHELLS, claim_of
from tests.serve.conftest import API
from whosays.ledger import Ledger
from whosays.pipeline import Pipeline

MARKET, PORT, BLAST = claim_of(POST).id, claim_of(SHELLS).id, claim_of(BULLETIN).id
TEXT = "Rebels shelled Aleppo on Friday, killing three people, a resident told the Orontes Post."


def finished(client: TestClient, id_: str) -> dict[str, Any]:
    for _ in range(600):
        found: dict[str, Any] = client.get(f"{API}/readings/{id_}").json()
        if found["state"] in ("done", "failed"):
            return found
        time.sleep(0.1)
    raise AssertionError(found)


def test_two_incidents_are_told_apart_and_the_change_is_seen(client: TestClient, ledger: Ledger) -> None:
    before = client.get(f"{API}/incidents/{BLAST}").json()
    assert before["id"] == MARKET
    tag = client.get(f"{API}/ledger").headers["etag"]
    body = {
        "subject": "pair",
        "decision": "different",
        "claim": BLAST,
        "other": MARKET,
        "why": "another market",
    }
    answer = client.post(f"{API}/judgements", json=body)
    assert answer.status_code == 201
    assert answer.json()["by"] == "mara"
    assert client.get(f"{API}/ledger", headers={"If-None-Match": tag}).status_code == 200
    assert BLAST not in {each["id"] for each in client.get(f"{API}/incidents/{MARKET}").json()["claims"]}
    [kept] = ledger.judgements()
    assert (kept.decision, kept.why) == ("different", "another market")


def test_what_is_known_is_not_sent_again(client: TestClient) -> None:
    for path in (
        "/ledger",
        "/picture",
        "/claims",
        "/incidents",
        f"/incidents/{MARKET}",
        "/reports",
        "/control",
    ):
        first = client.get(f"{API}{path}")
        again = client.get(f"{API}{path}", headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_text_is_read_in_the_background(client: TestClient) -> None:
    pasted = {"text": TEXT, "publisher": "Orontes Post", "published": "2017-03-04"}
    taken = client.post(f"{API}/readings/text", json=pasted)
    assert taken.status_code == 202
    found = finished(client, taken.json()["id"])
    assert (found["state"], found["done"], found["failures"]) == ("done", 1, [])
    report = client.get(f"{API}/reports/{found['reports'][0]['digest']}").json()
    assert (report["text"], report["publisher"]) == (TEXT, "Orontes Post")
    assert {claim["kind"] for claim in report["claims"]} == {"shelling", "harm"}
    assert client.get(f"{API}/incidents", params={"place": "Aleppo"}).json()["items"]
    told = client.get(f"{API}/readings/{found['id']}/events").text
    assert told.startswith("event: progress\ndata: ")
    assert json.loads(told.split("data: ")[1].split("\n")[0]) == found


def test_of_several_files_the_bad_one_is_named_and_the_others_are_read(client: TestClient) -> None:
    files = [
        ("files", ("good.txt", TEXT.encode(), "text/plain")),
        ("files", ("../../bad.pdf", b"%PDF-1.4 nothing", "application/pdf")),
    ]
    found = finished(client, client.post(f"{API}/readings", files=files).json()["id"])
    assert (found["state"], len(found["reports"]), len(found["failures"])) == ("done", 1, 1)
    assert "bad.pdf" in found["failures"][0]
    assert "/tmp" not in found["failures"][0]  # noqa: S108 - what must not be shown


def test_a_fault_in_one_reading_stops_no_other(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(Pipeline, "read", broken)
        found = finished(client, client.post(f"{API}/readings/text", json={"text": TEXT}).json()["id"])
    assert (found["state"], found["reports"]) == ("failed", [])
    assert "fault of whosays" in found["failures"][0]
    assert "ZeroDivisionError" in caplog.text
    assert finished(client, client.post(f"{API}/readings/text", json={"text": TEXT}).json()["id"])["reports"]


def test_many_read_while_one_writes(client: TestClient, ledger: Ledger) -> None:
    with ThreadPoolExecutor(20) as pool:
        lists = [pool.submit(client.get, f"{API}/claims?limit=500") for _ in range(60)]
        body = {"subject": "claim", "decision": "accept", "claim": MARKET, "why": "as it says"}
        written = [pool.submit(client.post, f"{API}/judgements", json=body) for _ in range(5)]
    assert {each.result().status_code for each in lists} == {200}
    assert {each.result().status_code for each in written} == {201}
    assert len(ledger.judgements()) == 5


def test_a_slot_is_corrected_and_seen_everywhere(client: TestClient) -> None:
    before = client.get(f"{API}/claims/{MARKET}").json()["claim"]
    aleppo = client.get(f"{API}/places", params={"text": "Aleppo"}).json()[0]
    about = {
        "subject": "slot",
        "decision": "correct",
        "claim": MARKET,
        "why": "see the map",
        "expected": None,
    }
    kept = client.post(f"{API}/judgements", json={**about, "slot": "place", "place": aleppo["id"]})
    assert kept.status_code == 201, kept.text
    kind = client.post(f"{API}/judgements", json={**about, "slot": "kind", "value": "shelling"})
    assert kind.json()["value"] == "shelling"
    named = [{"name": "the river army"}]
    actor = client.post(f"{API}/judgements", json={**about, "slot": "actor", "named": named})
    assert actor.json()["named"] == [{"name": "the river army", "party": None}]
    after = client.get(f"{API}/claims/{MARKET}").json()
    assert after["claim"]["place"]["geonames_id"] == aleppo["id"]
    assert (before["kind"], after["claim"]["kind"]) == ("airstrike", "shelling")
    assert [each["name"] for each in after["claim"]["actor"]] == ["the river army"]
    assert [each["slot"] for each in after["judgements"]] == ["actor", "kind", "place"]
    found = client.get(f"{API}/picture", params={"place": "Aleppo", "kind": "shelling"}).json()
    assert [each["id"] for each in found["points"]] == [aleppo["id"]]
    back = {**about, "decision": "withdraw", "slot": "kind", "expected": kind.json()["id"]}
    assert client.post(f"{API}/judgements", json=back).status_code == 201
    assert client.get(f"{API}/claims/{MARKET}").json()["claim"]["kind"] == "airstrike"


def test_of_two_who_judge_at_once_the_second_sees_the_first(client: TestClient, ledger: Ledger) -> None:
    body = {"subject": "claim", "decision": "accept", "claim": MARKET, "why": "as it says", "expected": None}
    first = client.post(f"{API}/judgements", json=body).json()
    second = client.post(f"{API}/judgements", json={**body, "decision": "reject"})
    assert second.status_code == 409
    assert second.json()["judgement"]["id"] == first["id"]
    assert len(ledger.judgements()) == 1
    again = client.post(f"{API}/judgements", json={**body, "decision": "reject", "expected": first["id"]})
    assert again.status_code == 201
    assert [each["decision"] for each in client.get(f"{API}/judgements").json()] == ["reject", "accept"]


def test_how_far_people_agree_is_told(client: TestClient) -> None:
    assert client.get(f"{API}/agreement").json() == {"units": 0, "coders": [], "slots": []}
