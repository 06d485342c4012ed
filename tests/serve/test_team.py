"""A team's server: who may do what, tokens and sessions, and that nothing of a secret is told."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.conftest import NewLedger
from tests.ledger.scenes import ALL, POST, SHELLS, claim_of, put
from tests.serve.conftest import API
from whosays.ledger import Ledger, first_broken
from whosays.model import Decision, Role
from whosays.serve import create_app
from whosays.serve.gate import COOKIE, CSRF_HEADER
from whosays.serve.guard import SAFE
from whosays.serve.limits import ATTEMPTS
from whosays.serve.roles import ROUTES

HOME = "http://127.0.0.1:8321"
MARKET, PORT = claim_of(POST).id, claim_of(SHELLS).id
ENDLESS = "/events"


@pytest.fixture(scope="module")
def shared(new_ledger: NewLedger) -> Iterator[Ledger]:
    with Ledger.open(new_ledger()) as opened:
        put(opened, *ALL)
        yield opened


@pytest.fixture(scope="module")
def tokens(shared: Ledger) -> dict[Role, str]:
    return {role: shared.team.add(f"a {role}", role, by="root") for role in Role}


@pytest.fixture
def client(shared: Ledger) -> Iterator[TestClient]:
    with TestClient(create_app(shared, None), base_url=HOME) as made:
        yield made


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def routes(client: TestClient) -> list[tuple[str, str]]:
    paths = client.get(f"{API}/openapi.json").json()["paths"]
    return [(method.upper(), path.removeprefix(API)) for path, found in paths.items() for method in found]


def test_the_table_has_every_route_and_no_other(client: TestClient) -> None:
    assert set(routes(client)) == set(ROUTES)


@pytest.mark.parametrize("role", list(Role))
def test_every_route_is_open_to_those_whom_the_table_names_alone(
    client: TestClient, tokens: dict[Role, str], role: Role
) -> None:
    for method, path in routes(client):
        least = ROUTES[method, path]
        may = least is None or role.may(least)
        if path == ENDLESS and may:
            continue
        answer = client.request(method, f"{API}{path}", headers=bearer(tokens[role]))
        assert (answer.status_code == 403) is not may, (method, path, answer.text)
        assert answer.status_code not in (401, 429, 500), (method, path, answer.text)


@pytest.mark.parametrize("headers", [{}, bearer("whosays_nobody"), {"Cookie": f"{COOKIE}=x"}])
def test_nobody_else_is_let_in(client: TestClient, headers: dict[str, str], shared: Ledger) -> None:
    before = shared.judgements()
    for method, path in routes(client):
        if ROUTES[method, path] is None:
            continue
        answer = client.request(method, f"{API}{path}", headers=headers)
        assert answer.status_code in (401, 429), (method, path)
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers.get("www-authenticate", "Bearer") == "Bearer"
    assert shared.judgements() == before


def judge(client: TestClient, token: str, **changes: Any) -> Any:
    body = {"subject": "claim", "decision": "accept", "claim": MARKET, "why": "as it says", **changes}
    return client.post(f"{API}/judgements", json=body, headers=bearer(token))


NAME = {"subject": "place", "decision": "reject", "claim": None, "name": "Marsa"}
PAIR = {"subject": "pair", "decision": "unsure", "other": PORT}


@pytest.mark.parametrize(
    ("changes", "least"),
    [
        ({}, Role.CODER),
        ({"decision": "reject"}, Role.CODER),
        ({**NAME, "report": POST.report.digest}, Role.CODER),
        (NAME, Role.EDITOR),
        (PAIR, Role.EDITOR),
        ({"subject": "party", "decision": "reject", "claim": None, "name": "Jets"}, Role.EDITOR),
    ],
)
def test_what_is_judged_decides_who_may(
    client: TestClient, tokens: dict[Role, str], shared: Ledger, changes: dict[str, Any], least: Role
) -> None:
    for role in Role:
        before = len(shared.judgements())
        answer = judge(client, tokens[role], **changes)
        assert answer.status_code == (201 if role.may(least) else 403), answer.text
        assert len(shared.judgements()) - before == role.may(least)
    assert shared.judgements()[-1].by == "a admin"


def test_what_others_judged_is_withdrawn_by_an_editor(
    client: TestClient, tokens: dict[Role, str], shared: Ledger
) -> None:
    other = shared.team.add("another coder", Role.CODER, by="root")
    for token, status in ((other, 403), (tokens[Role.EDITOR], 201)):
        assert judge(client, tokens[Role.CODER], claim=PORT).status_code == 201
        assert judge(client, token, claim=PORT, decision="withdraw").status_code == status
    assert judge(client, tokens[Role.CODER], claim=PORT).status_code == 201
    assert judge(client, tokens[Role.CODER], claim=PORT, decision="withdraw").status_code == 201


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"subject": "slot", "decision": "correct", "slot": "kind", "value": "shelling"},
        {**NAME, "report": POST.report.digest},
        NAME,
        PAIR,
    ],
)
def test_a_coder_withdraws_what_she_judged_before_the_ledger_was_a_teams(
    client: TestClient, tokens: dict[Role, str], shared: Ledger, changes: dict[str, Any]
) -> None:
    with TestClient(create_app(shared, "a coder"), base_url=HOME) as alone:
        assert judge(alone, "", **changes).status_code == 201
    back = {**changes, "decision": "withdraw", "value": None}
    for role, status in ((Role.READER, 403), (Role.CODER, 201)):
        assert judge(client, tokens[role], **back).status_code == status
    assert shared.judgements()[-1].decision is Decision.WITHDRAW


class TestSession:
    """At the page: a cookie that no script reads, and a second secret that no other site knows."""

    @pytest.fixture
    def csrf(self, client: TestClient, tokens: dict[Role, str]) -> str:
        answer = client.post(f"{API}/session", json={"token": tokens[Role.CODER]})
        assert answer.status_code == 201
        assert answer.json()["user"] == {"name": "a coder", "role": "coder"}
        flags = answer.headers["set-cookie"].lower()
        assert "httponly" in flags
        assert "samesite=strict" in flags
        found: str = answer.json()["csrf"]
        return found

    def write(self, client: TestClient, **headers: str) -> int:
        body = {"subject": "claim", "decision": "accept", "claim": MARKET, "why": "as it says"}
        return client.post(f"{API}/judgements", json=body, headers=headers).status_code

    def test_reads_and_writes(self, client: TestClient, csrf: str) -> None:
        told = client.get(f"{API}/ledger").json()
        assert (told["team"], told["user"]["name"], told["csrf"]) == (True, "a coder", csrf)
        assert self.write(client, **{CSRF_HEADER: csrf}) == 201

    @pytest.mark.parametrize("sent", [{}, {CSRF_HEADER: "x"}, {CSRF_HEADER: ""}])
    def test_writes_nothing_without_the_second_secret(
        self, client: TestClient, csrf: str, sent: dict[str, str]
    ) -> None:
        assert csrf
        assert self.write(client, **sent) == 403

    def test_ends(self, client: TestClient, csrf: str) -> None:
        cookie = client.cookies[COOKIE]
        assert client.delete(f"{API}/session", headers={CSRF_HEADER: csrf}).status_code == 204
        client.cookies.set(COOKIE, cookie)
        assert client.get(f"{API}/ledger").status_code == 401

    def test_is_secure_where_the_connection_is(self, shared: Ledger, tokens: dict[Role, str]) -> None:
        with TestClient(create_app(shared, None), base_url="https://127.0.0.1") as client:
            answer = client.post(f"{API}/session", json={"token": tokens[Role.READER]})
        assert "; secure" in answer.headers["set-cookie"].lower()

    def test_what_another_user_had_is_not_taken_for_this_ones(
        self, client: TestClient, csrf: str, tokens: dict[Role, str]
    ) -> None:
        assert csrf
        tag = {"If-None-Match": client.get(f"{API}/ledger").headers["etag"]}
        assert client.get(f"{API}/ledger", headers=tag).status_code == 304
        assert client.get(f"{API}/ledger", headers=tag | bearer(tokens[Role.ADMIN])).status_code == 200


def test_whoever_tries_tokens_has_to_wait(client: TestClient, tokens: dict[Role, str]) -> None:
    for _ in range(ATTEMPTS.amount):
        assert client.get(f"{API}/ledger", headers=bearer("whosays_guess")).status_code == 401
    answer = client.post(f"{API}/session", json={"token": tokens[Role.ADMIN]})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


def test_who_asks_too_often_has_to_wait(
    client: TestClient, tokens: dict[Role, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whosays.serve.limits.REQUESTS", ATTEMPTS)
    asked = [client.get(f"{API}/vocabulary", headers=bearer(tokens[Role.READER])) for _ in range(11)]
    assert [each.status_code for each in asked] == [200] * 10 + [429]
    assert client.get(f"{API}/vocabulary", headers=bearer(tokens[Role.CODER])).status_code == 200


def test_who_is_disabled_is_out_at_once(client: TestClient, shared: Ledger) -> None:
    token = shared.team.add("leaver", Role.ADMIN, by="root")
    assert client.get(f"{API}/audit", headers=bearer(token)).status_code == 200
    shared.team.disable("leaver", by="root")
    assert client.get(f"{API}/audit", headers=bearer(token)).status_code == 401


def test_writes_and_refusals_stand_in_the_audit_log(client: TestClient, tokens: dict[Role, str]) -> None:
    judge(client, tokens[Role.CODER])
    judge(client, tokens[Role.READER])
    told = client.get(f"{API}/audit?limit=2", headers=bearer(tokens[Role.ADMIN])).json()
    assert told["broken"] is None
    assert [(each["by"], each["deed"], each["about"]) for each in told["items"]] == [
        ("a reader", "was refused", "POST /api/v1/judgements"),
        ("a coder", "did", "POST /api/v1/judgements"),
    ]


def test_no_token_is_told_anywhere(
    client: TestClient, tokens: dict[Role, str], shared: Ledger, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answers: list[Any] = [
            client.post(f"{API}/session", json={"token": tokens[Role.CODER]}),
            client.post(f"{API}/session", json={"token": [tokens[Role.CODER]]}),
            client.get(f"{API}/nowhere", headers=bearer(tokens[Role.CODER])),
            client.get(f"{API}/audit", headers=bearer(tokens[Role.ADMIN])),
            judge(client, tokens[Role.CODER], decision="nonsense"),
            client.get(f"{API}/ledger", headers=bearer("whosays_wrong-secret")),
        ]
    secrets = [*tokens.values(), client.cookies[COOKIE], "wrong-secret"]
    told = [caplog.text, *(each.text for each in answers), *map(str, shared.team.audit())]
    assert not [each for each in told for secret in secrets if secret in each]


def test_many_work_at_once_and_nothing_is_lost(
    client: TestClient, tokens: dict[Role, str], shared: Ledger
) -> None:
    before = len(shared.judgements())
    with ThreadPoolExecutor(8) as people:
        roles = [Role.CODER, Role.EDITOR, Role.ADMIN] * 6
        made = people.map(lambda role: judge(client, tokens[role]).status_code, roles)
    assert set(made) == {201}
    assert len(shared.judgements()) - before == len(roles)
    assert first_broken(shared.team.audit()) is None


def test_reading_needs_no_second_secret() -> None:
    assert {method for method, _ in ROUTES if method in SAFE} == {"GET"}
