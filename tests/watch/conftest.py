"""A server of feeds on this computer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.watch.served import Server, served


@pytest.fixture
def server() -> Iterator[Server]:
    with served() as running:
        yield running
