"""What tests of several rooms share: a PostgreSQL server, and empty ledgers in both engines."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import postgresql
from whosays.ledger import Ledger

# No test fails because a machine is slow or busy.
settings.register_profile(
    "any machine", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

NewLedger = Callable[[], str]
"""Makes an empty ledger and gives its address."""


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql.Server]:
    """One PostgreSQL server for all tests; they are skipped where none is installed."""
    found = postgresql.binaries()
    if found is None:
        pytest.skip("no PostgreSQL server is installed here (Debian: apt-get install postgresql)")
    with postgresql.server(found) as running:
        yield running


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger's file, to copy: making one takes a second."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Ledger.open(path).close()
    return path


@pytest.fixture(scope="session")
def empty_database(server: postgresql.Server) -> str:
    """The name of an empty ledger's database, likewise."""
    name = server.database()
    Ledger.open(server.url(name)).close()
    return name


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> NewLedger:
    """Addresses of empty ledgers, in one engine and then in the other."""
    if request.param == "postgresql":
        running: postgresql.Server = request.getfixturevalue("server")
        name: str = request.getfixturevalue("empty_database")
        return lambda: running.url(running.database(like=name))
    folder, file, numbers = tmp_path_factory.mktemp("ledgers"), request.getfixturevalue("empty_file"), count()
    return lambda: str(shutil.copy(file, folder / f"{next(numbers)}.db"))
