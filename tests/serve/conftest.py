"""A server over a small ledger, without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.ledger.scenes import ALL, put
from whosays.ledger import Ledger
from whosays.serve import create_app

API = "/api/v1"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        put(opened, *ALL)
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> Iterator[TestClient]:
    with TestClient(create_app(ledger, "mara"), base_url="http://127.0.0.1:8321") as made:
        yield made
