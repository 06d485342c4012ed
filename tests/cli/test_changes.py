"""`whosays changes`: what is new, revised and withdrawn."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.cli.keeping import HOSTILE, words
from tests.ledger.scenes import PORT, POST, RADIO, SHELLS, TALKS, claim_of, on_claim, put, second
from whosays.cli.changes import sort
from whosays.cli.main import app
from whosays.ledger import Changed, Ledger
from whosays.model import Decision, Location

LONG_AGO = "2001-01-01"
MARKET, PORT_ID, TRUCE = (claim_of(reading).id for reading in (POST, SHELLS, TALKS))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["changes", "--ledger", str(folder / "test.db"), *arguments])


def test_what_is_new_revised_and_withdrawn_since(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, RADIO, SHELLS, TALKS)
    then = second()
    for reading in (POST, PORT):
        ledger.add(reading)
    ledger.judge(on_claim(claim_of(TALKS), Decision.REJECT))
    shown = words(run(tmp_path, "--since", then).stdout)
    assert shown.startswith("incident change what reports")
    assert f"{MARKET[:10]} new airstrike, Marsa, 2031-05-04 2" in shown
    assert (
        f"{claim_of(RADIO).id[:10]} withdrawn now in {MARKET[:10]}, airstrike, Marsa, 2031-05-04 1 → 0"
        in shown
    )
    assert f"{PORT_ID[:10]} revised shelling, Sunport, 2031-05-04 1 → 2" in shown
    assert f"{TRUCE[:10]} withdrawn in no incident any more 1 → 0" in shown
    lines = run(tmp_path, "--since", then, "--format", "jsonl").stdout.splitlines()
    found = {row["id"]: row for row in map(json.loads, lines)}
    assert found[PORT_ID] == {"id": PORT_ID, "then": 1, "now": 2, "kept": 1, "change": "revised"}
    assert {row["change"] for row in found.values()} == {"new", "revised", "withdrawn"}


def test_all_is_new_since_long_ago(tmp_path: Path, ledger: Ledger) -> None:
    for reading in (POST, SHELLS):
        ledger.add(reading)
    lines = run(tmp_path, "--since", LONG_AGO, "--format", "jsonl").stdout.splitlines()
    assert {row["id"]: row["change"] for row in map(json.loads, lines)} == {MARKET: "new", PORT_ID: "new"}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (Changed("a", 0, 1, 0), "new"),
        (Changed("a", 1, 2, 1), "revised"),
        (Changed("a", 2, 1, 1), "revised"),
        (Changed("a", 1, 1, 0), "revised"),
        (Changed("a", 1, 0, 0), "withdrawn"),
    ],
)
def test_sorts(changed: Changed, expected: str) -> None:
    assert sort(changed) == expected


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_nothing_has_changed(tmp_path: Path, ledger: Ledger, form: str) -> None:
    put(ledger, POST)
    result = run(tmp_path, "--since", "2999-12-31", "--format", form)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == ("nothing has changed since then\n" if form == "table" else "")


def test_hostile_words_are_shown_and_not_obeyed(tmp_path: Path, ledger: Ledger) -> None:
    first = claim_of(SHELLS)
    put(ledger, replace(SHELLS, claims=(replace(first, place=Location(HOSTILE, first.trigger)),)))
    shown = run(tmp_path, "--since", LONG_AGO).stdout
    assert "HYPERLINK" in words(shown)
    assert not set("\x1b\u202e") & set(shown)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 2),
        (["--since", "soon"], 2),
        (["--since", LONG_AGO, "--format", "csv"], 2),
        (["--since", LONG_AGO], 1),
    ],
)
def test_wrong_usage_and_no_ledger(tmp_path: Path, arguments: list[str], status: int) -> None:
    result = run(tmp_path, *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert list(tmp_path.iterdir()) == []
