"""A process in which hostile files are read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ingest.limited import Limited, limited


@pytest.fixture(scope="session")
def process() -> Iterator[Limited]:
    """Ten seconds and a gibibyte for each file."""
    with limited() as running:
        yield running
