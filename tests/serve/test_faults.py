"""Whatever is wrong with a request is one sentence; whatever is not the page's is refused."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.ledger.scenes import POST, claim_of
from tests.serve.conftest import API
from whosays.serve.guard import HEADERS, LARGEST

MARKET = claim_of(POST).id


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/claims/ffff", 404, "no claim"),
        ("/claims?cursor=ffff", 404, "no claim"),
        ("/claims?kind=war", 422, "kind: "),
        ("/claims?limit=0", 422, "limit: "),
        ("/claims?limit=501", 422, "limit: "),
        ("/claims?since=2031-05-05&until=2031-05-04", 422, "after until"),
        ("/claims?since=yesterday", 422, "since: "),
        ("/incidents/ffff", 404, "no incident"),
        ("/incidents?cursor=x", 422, "cursor: "),
        ("/incidents?as_of=2031-05-05T09:00:00", 422, "zone"),
        ("/incidents/ffff?rule=mine", 422, "rule: "),
        ("/reports/ffff", 404, "no report"),
        ("/parties/nobody", 404, "no party"),
        ("/changes", 422, "since: "),
        ("/readings/none", 404, "nothing was handed in"),
        ("/nowhere", 404, "Not Found"),
    ],
)
def test_a_sentence_says_what_is_wrong(client: TestClient, path: str, status: int, words: str) -> None:
    answer = client.get(f"{API}{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert words in told["detail"]
    assert "\n" not in told["detail"]


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"subject": "claim", "decision": "accept", "why": "so", "claim": "ffff"}, 404, "no claim"),
        ({"subject": "claim", "decision": "accept", "why": "so"}, 422, "names one"),
        ({"subject": "claim", "decision": "same", "why": "so"}, 422, "cannot be judged"),
        ({"subject": "claim", "decision": "accept", "why": ""}, 422, "why: "),
        ({"subject": "place", "decision": "correct", "why": "so", "name": "x", "place": -5}, 404, "no place"),
        (
            {"subject": "party", "decision": "correct", "why": "so", "name": "x", "party": "n"},
            404,
            "no party",
        ),
        ({"decision": "accept"}, 422, "subject: "),
        (
            {"subject": "slot", "decision": "correct", "why": "so", "claim": MARKET, "slot": "war"},
            422,
            "no slot",
        ),
        (
            {"subject": "slot", "decision": "correct", "why": "so", "claim": MARKET, "slot": "kind"},
            422,
            "needs",
        ),
        (
            {
                "subject": "slot",
                "decision": "correct",
                "why": "so",
                "claim": MARKET,
                "slot": "killed",
                "value": "x",
            },
            422,
            "no number",
        ),
    ],
)
def test_so_it_is_with_judgements(
    client: TestClient, body: dict[str, object], status: int, words: str
) -> None:
    answer = client.post(f"{API}/judgements", json=body)
    assert (answer.status_code, words in answer.json()["detail"]) == (status, True), answer.text
    assert client.get(f"{API}/judgements").json() == []


@pytest.mark.parametrize("path", ["/", f"{API}/ledger", f"{API}/claims/ffff", f"{API}/openapi.json"])
def test_every_answer_is_guarded(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8321", "", "localhost.evil:80"])
def test_no_other_name_reaches_the_server(client: TestClient, host: str) -> None:
    assert client.get(f"{API}/ledger", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:9", "127.0.0.1", "[::1]:8321", "[::1]"])
def test_its_own_names_do(client: TestClient, host: str) -> None:
    assert client.get(f"{API}/ledger", headers={"Host": host}).status_code == 200


def test_no_other_site_writes(client: TestClient) -> None:
    body = {"subject": "claim", "decision": "accept", "why": "so", "claim": "ffff"}
    for origin in ("https://evil.example", "null", "http://127.0.0.1:1"):
        answer = client.post(f"{API}/judgements", json=body, headers={"Origin": origin})
        assert answer.status_code == 403
    own = client.post(f"{API}/judgements", json=body, headers={"Origin": "http://127.0.0.1:8321"})
    assert own.status_code == 404


def test_a_body_that_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.post(f"{API}/readings", headers={"Content-Length": str(LARGEST + 1)})
    assert answer.status_code == 413
    assert "whosays add" in answer.json()["detail"]
