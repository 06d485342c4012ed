"""Ledgers of older versions, as they were written then, opened by this one.

Each file in `old` was written by the code of that schema: `numbered(0)` to `numbered(2)`, then one report
with two readings, of `READER` and of "test reader 2"; those of 0004 and 0005 have judgements, too, and
the last one is reconciled.
"""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.readings import READER, claim, claim_id, numbered, reading, report
from whosays.ledger import ClaimFilter, Ledger
from whosays.ledger.schema import VERSION, VERSION_TABLE
from whosays.model import Reading

OLD = Path(__file__).parent / "old"
INCIDENTS = {
    "signatures",
    "signed",
    "matches",
    "changes",
    "event_reports",
    "grouped",
    "event_claims",
    "blocks",
    "likeness",
    "memberships",
}
GROUPED_ANEW = {"changes", "event_reports", "grouped", "blocks", "likeness", "memberships"}
LATEST = {"users", "sessions", "audit", "judged_names", "compared", "watched"}
SLOTS = {
    ("judgements", column) for column in ("slot", "value", "time_earliest", "time_latest", "time_precision")
}
LATER: dict[str, dict[str, set[Any]]] = {
    "0001": {
        "tables": {"loaded", "causes", "judgements", *INCIDENTS, *LATEST},
        "columns": {("voices", "role"), ("figures", "sort")},
    },
    "0002": {"tables": {"causes", "judgements", *INCIDENTS, *LATEST}, "columns": {("figures", "sort")}},
    "0003": {"tables": {"judgements", *INCIDENTS, *LATEST}, "columns": set()},
    "0004": {
        "tables": INCIDENTS | LATEST,
        "columns": {("judgements", "claim"), ("judgements", "other"), *SLOTS},
    },
    "0005": {"tables": LATEST, "columns": SLOTS},
}
"""What later schemas have added to each."""

WIRE = report(given_id="wire-17", url="https://post.example/17")


@pytest.fixture(params=list(LATER))
def old(request: pytest.FixtureRequest) -> str:
    """An older schema."""
    found: str = request.param
    return found


@pytest.fixture
def path(tmp_path: Path, old: str) -> Path:
    """A ledger of that schema."""
    found = tmp_path / "old.db"
    found.write_bytes(gzip.decompress((OLD / f"{old}.db.gz").read_bytes()))
    return found


def version(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        found: str = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()[0]  # noqa: S608
        return found


def as_then(whole: Reading, old: str) -> Reading:
    """The reading without what the older schema had no room for."""
    if old > "0002":
        return whole
    whole = replace(whole, causes=())
    if old > "0001":
        return whole
    claims = tuple(
        replace(each, voices=tuple(replace(voice, role=None) for voice in each.voices))
        for each in whole.claims
    )
    return replace(whole, claims=claims, loaded=())


def test_an_old_ledger_is_brought_up_to_date_and_loses_nothing(path: Path, old: str) -> None:
    assert version(path) == old
    second = reading(WIRE, claim(id=claim_id("second")), reader="test reader 2")
    with Ledger.open(path) as ledger:
        for whole in (*map(numbered, range(3)), second):
            assert ledger.reading(whole.report.digest) == as_then(whole, old)
        assert ledger.reading("wire-17", READER) == as_then(reading(WIRE), old)
        assert len(list(ledger.claims())) == 4
        assert len(list(ledger.claims(ClaimFilter(text="shelling farmers")))) == 4
        assert bool(ledger.loaded(second.claims[0].id)) == (old > "0001")
    assert version(path) == VERSION


def test_an_old_ledger_takes_what_only_new_ones_have_room_for(path: Path) -> None:
    new = reading(WIRE, reader="test reader 3")
    with Ledger.open(path) as ledger:
        assert not ledger.add(numbered(1))
        assert ledger.add(new)
        assert ledger.reading("wire-17") == new
    with Ledger.open(path) as again:
        assert again.reading("wire-17") == new


def test_the_rows_of_an_old_ledger_stay_as_they_are(path: Path, old: str) -> None:
    before = rows(path, old)
    Ledger.open(path).close()
    after = rows(path, old)
    assert {table: after[table] for table in before} == before


def rows(path: Path, old: str) -> dict[str, list[tuple[object, ...]]]:
    """What every table holds in the columns that the older schema has."""
    with closing(sqlite3.connect(path)) as connection:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'claim_search%'"
        tables = {name for (name,) in connection.execute(named)} - {VERSION_TABLE}
        kept = tables - LATER[old]["tables"] - GROUPED_ANEW
        return {table: _old_columns(connection, table, old) for table in kept}


def _old_columns(connection: sqlite3.Connection, table: str, old: str) -> list[tuple[object, ...]]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    kept = ", ".join(f'"{name}"' for name in columns if (table, name) not in LATER[old]["columns"])
    return connection.execute(f"SELECT {kept} FROM {table} ORDER BY {kept}").fetchall()  # noqa: S608


def test_incidents_of_before_are_compared_by_other_keys_and_grouped_anew(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((OLD / "0005.db.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        [(before,)] = connection.execute(
            "SELECT count(DISTINCT incident) FROM memberships WHERE until IS NULL"
        )
        [(then,)] = connection.execute("SELECT max(at) FROM changes")
    with Ledger.open(path) as ledger:
        assert list(ledger.incidents()) == []
        ledger.reconcile()
        assert len(list(ledger.incidents())) == before > 0
        at = datetime.fromisoformat(then).replace(tzinfo=UTC)
        assert len(list(ledger.incidents(at=at))) == before
