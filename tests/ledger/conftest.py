"""A ledger with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import NewLedger
from whosays.ledger import Ledger


@pytest.fixture
def ledger(new_ledger: NewLedger) -> Iterator[Ledger]:
    """In one engine and then in the other."""
    with Ledger.open(new_ledger()) as opened:
        yield opened
