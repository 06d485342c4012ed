"""Several coders judge one matter at once over two servers of one ledger: one is kept, the others see it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

from fastapi.testclient import TestClient

from tests.conftest import NewLedger
from tests.ledger.scenes import POST, SHELLS, claim_of, put
from tests.serve.conftest import API
from whosays.ledger import Ledger
from whosays.model import Role
from whosays.serve import create_app

HOME = "http://127.0.0.1:8321"
CODERS = 4
BODY: dict[str, Any] = {
    "subject": "slot",
    "slot": "kind",
    "decision": "correct",
    "value": "shelling",
    "claim": claim_of(POST).id,
    "why": "mortars, by the next sentence",
    "expected": None,
}


def judge(client: TestClient, token: str, **changes: Any) -> Any:
    headers = {"Authorization": f"Bearer {token}"}
    return client.post(f"{API}/judgements", json={**BODY, **changes}, headers=headers)


def test_of_those_who_judge_at_once_one_is_kept_and_the_others_see_it(new_ledger: NewLedger) -> None:
    url = new_ledger()
    with ExitStack() as opened:
        ledgers = [opened.enter_context(Ledger.open(url)) for _ in range(2)]
        put(ledgers[0], POST, SHELLS)
        tokens = [ledgers[0].team.add(f"coder {n}", Role.CODER, by="shell") for n in range(CODERS)]
        servers = [TestClient(create_app(each, None), base_url=HOME) for each in ledgers]
        at = [opened.enter_context(server) for server in servers] * (CODERS // 2)
        with ThreadPoolExecutor(CODERS) as pool:
            answers = list(pool.map(judge, at, tokens))
        [kept] = ledgers[0].judgements()
        assert sorted(each.status_code for each in answers) == [201, *[409] * (CODERS - 1)]
        for number, answer in enumerate(answers):
            found = answer.json() if answer.status_code == 201 else answer.json()["judgement"]
            assert (found["id"], found["by"]) == (kept.id, kept.by)
            assert (kept.by == f"coder {number}") is (answer.status_code == 201)
        refused = next(n for n, each in enumerate(answers) if each.status_code == 409)
        again = judge(at[0], tokens[refused], expected=kept.id, value="clash")
        assert (again.status_code, again.json()["by"]) == (201, f"coder {refused}")
        assert len(ledgers[1].judgements()) == 2
