"""A server that is killed while people write: what it acknowledged is in the ledger."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from socket import create_server

import httpx
import pytest

from tests.ledger.scenes import ALL, claim_of, put
from whosays.ledger import Ledger

PERSONS = 4


@contextmanager
def served(path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """`whosays serve` in a process of its own, and its address."""
    with create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "whosays", "serve", "--port", port, "--ledger", str(path)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}/api/v1"
        try:
            while not _answers(address):
                assert process.poll() is None, "the server has ended"
                time.sleep(0.1)
            yield process, address
        finally:
            process.kill()


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/ledger", timeout=60).is_success
    except httpx.TransportError:
        return False


def write(address: str, claim: str, person: int) -> list[str]:
    """Accept a claim again and again until nobody answers; the reasons that were acknowledged."""
    kept: list[str] = []
    for nth in count():
        why = f"{person} looked {nth} times"
        body = {"subject": "claim", "decision": "accept", "claim": claim, "why": why}
        try:
            answer = httpx.post(f"{address}/judgements", json=body, timeout=60)
        except httpx.TransportError:
            return kept
        assert answer.status_code == 201, answer.text
        kept.append(why)
    return kept


@pytest.mark.parametrize("after", [0.3, 1.0])
def test_nothing_acknowledged_is_lost(tmp_path: Path, after: float) -> None:
    path = tmp_path / "test.db"
    with Ledger.open(path) as ledger:
        put(ledger, *ALL)
    claims = [claim_of(reading).id for reading in ALL[:PERSONS]]
    with served(path) as (process, address), ThreadPoolExecutor(PERSONS) as persons:
        writing = [persons.submit(write, address, claim, n) for n, claim in enumerate(claims)]
        time.sleep(after)
        process.kill()
        kept = {why for each in writing for why in each.result()}
    with Ledger.open(path) as ledger:
        assert kept <= {judgement.why for judgement in ledger.judgements()}
