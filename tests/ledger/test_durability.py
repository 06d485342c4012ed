"""What `add` has acknowledged survives: kills, full disks, other programs."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import NewLedger
from tests.ledger.readings import READER, numbered
from tests.postgresql import Server
from whosays.ledger import Ledger, sqlite
from whosays.model import LedgerError

MANY = 150
"""More reports than are added before the kill comes."""


def start(path: Path | str, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ledger.adder", str(path), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def add_all(ledger: Ledger, kept: list[int]) -> None:
    for number in range(MANY):
        ledger.add(numbered(number))
        kept.append(number)


def check_sound(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        orphans = "SELECT count(*) FROM reports WHERE digest NOT IN (SELECT report FROM readings)"
        assert connection.execute(orphans).fetchone() == (0,)
        indexed = "SELECT (SELECT count(*) FROM claims) - (SELECT count(*) FROM claim_search)"
        assert connection.execute(indexed).fetchone() == (0,)


def check_whole(ledger: Ledger, numbers: range) -> set[int]:
    """Which of these readings are there; each of them complete."""
    wanted = [numbered(number) for number in numbers]
    there = {
        number: whole
        for number, whole in zip(numbers, wanted, strict=True)
        if ledger.has(whole.report, READER)
    }
    assert all(ledger.reading(whole.report.digest) == whole for whole in there.values())
    assert sum(1 for _ in ledger.claims()) == sum(len(whole.claims) for whole in there.values())
    return set(there)


@pytest.mark.parametrize("seed", range(6))
def test_a_kill_loses_nothing_acknowledged_and_leaves_nothing_half(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "test.db"
    chance = random.Random(seed)
    with start(path, 0, MANY) as process:
        assert process.stdout is not None
        acknowledged = [process.stdout.readline() for _ in range(chance.randrange(1, 60))]
        time.sleep(chance.random() / 50)  # into the middle of some later transaction
        process.kill()
        acknowledged += process.stdout.readlines()
    numbers = {int(line.split()[1]) for line in acknowledged if line.endswith("\n")}
    with Ledger.open(path) as ledger:
        there = check_whole(ledger, range(MANY))
        assert numbers <= there
        assert len(there) < MANY
        added = {number for number in range(MANY) if ledger.add(numbered(number))}
        assert added == set(range(MANY)) - there
        assert check_whole(ledger, range(MANY)) == set(range(MANY))
    check_sound(path)


def test_a_kill_while_the_ledger_is_being_made(tmp_path: Path) -> None:
    for attempt in range(6):
        path = tmp_path / f"{attempt}.db"
        with start(path, 0, 1) as process:
            while not path.exists() and process.poll() is None:
                time.sleep(0.001)
            time.sleep(attempt / 100)
            process.kill()
        with Ledger.open(path) as ledger:
            ledger.add(numbered(0))
            assert check_whole(ledger, range(1)) == {0}
        check_sound(path)


@pytest.fixture(params=["sqlite", "postgresql"])
def unmade(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a ledger that is yet to be made."""
    if request.param == "sqlite":
        return str(tmp_path / "test.db")
    running: Server = request.getfixturevalue("server")
    return running.url(running.database())


def test_two_programs_add_to_one_new_ledger_at_once(unmade: str) -> None:
    with start(unmade, 0, 60) as first, start(unmade, 20, 80) as second:
        said = [process.communicate()[0].splitlines() for process in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0)
    assert sorted(line.split()[0] for lines in said for line in lines) == ["added"] * 80 + ["known"] * 40
    with Ledger.open(unmade) as ledger:
        assert check_whole(ledger, range(80)) == set(range(80))
    if "://" not in unmade:
        check_sound(Path(unmade))


def test_claims_can_be_listed_while_another_program_adds(new_ledger: NewLedger) -> None:
    url = new_ledger()
    with Ledger.open(url) as reader, Ledger.open(url) as writer:
        for number in range(3):
            writer.add(numbered(number))
        listing = reader.claims()
        seen = [next(listing)]
        writer.add(numbered(3))
        seen += listing
        assert [found.report.title for found in seen] == ["Report 0", "Report 1", "Report 2"]
        assert sum(1 for _ in reader.claims()) == 4


def test_a_full_disk_is_one_sentence_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "test.db"
    Ledger.open(path).close()
    kept: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(sqlite, "_SETTINGS", (*sqlite._SETTINGS, "PRAGMA max_page_count = 60"))
        with Ledger.open(path) as ledger, pytest.raises(LedgerError, match=r"test\.db: the disk is full"):
            add_all(ledger, kept)
    with Ledger.open(path) as ledger:
        assert check_whole(ledger, range(MANY)) == set(kept)
        assert ledger.add(numbered(len(kept)))
    check_sound(path)


def test_a_lock_that_stays_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "test.db"
    monkeypatch.setattr(sqlite, "_BUSY_SECONDS", 0.1)
    with Ledger.open(path) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"test\.db: another program is writing to it; try again"):
            ledger.add(numbered(0))
        other.execute("ROLLBACK")
        assert ledger.add(numbered(0))
        other.close()
