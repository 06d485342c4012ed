"""`whosays incident`: one happening, account by account."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.cli.keeping import HOSTILE, words
from tests.ledger.scenes import ALL, COURIER, POST, RADIO, SHELLS, TALKS, claim_of, put
from whosays.cli.main import app
from whosays.export.incident import COLUMNS
from whosays.ledger import Ledger
from whosays.model import Location, Named

MARKET = claim_of(POST).id


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def shown(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["incident", "--ledger", str(folder / "test.db"), *arguments])


def test_it_shows_the_accounts_how_they_stand_and_the_words(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, *ALL)
    result = shown(tmp_path, MARKET)
    assert result.exit_code == 0
    found = words(result.stdout)
    assert found.startswith(f"airstrike, Marsa, 2031-05-04 incident {MARKET} · 4 reports · 4 known origins")
    for part in ("slot accounts why", "who says what stake carried by", "time agreed", "killed 14 people"):
        assert part in found
    assert (
        f"Coast Post · 2031-05-04 · Coast Post on Marsa {MARKET[:10]} “Jets bombed a market in Marsa.”"
        in found
    )
    assert "Shells" not in found


@pytest.mark.parametrize("typed", [MARKET, MARKET[:8], claim_of(RADIO, 1).id, MARKET.upper()])
def test_it_is_found_by_any_of_its_claims(tmp_path: Path, ledger: Ledger, typed: str) -> None:
    put(ledger, *ALL)
    assert f"incident {MARKET} " in words(shown(tmp_path, typed).stdout)


def test_as_json_it_has_all_that_the_table_has(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, *ALL)
    [line] = shown(tmp_path, MARKET, "--format", "jsonl").stdout.splitlines()
    found = json.loads(line)
    assert found["id"] == MARKET
    assert (found["earliest"], found["latest"]) == ("2031-05-04", "2031-05-04")
    assert {claim["id"] for claim in found["claims"]} >= {claim_of(POST).id, claim_of(COURIER, 1).id}
    assert {each["slot"] for each in found["comparisons"]} >= {"kind", "actor", "place", "time", "killed"}
    assert len(found["accounts"]) == 4


def test_as_csv_it_has_a_row_an_account(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, *ALL)
    header, *rows = csv.reader(io.StringIO(shown(tmp_path, MARKET, "--format", "csv").stdout))
    assert tuple(header) == COLUMNS
    assert {row[0] for row in rows} == {MARKET}
    assert len(rows) == 4


def test_as_of_a_moment_before_it_there_is_none(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, *ALL)
    result = shown(tmp_path, MARKET, "--as-of", "2001-01-01")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no incident and no claim of one has the id" in words(result.stderr)


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_hostile_words_are_shown_and_not_obeyed(tmp_path: Path, ledger: Ledger, form: str) -> None:
    first = claim_of(SHELLS)
    claim = replace(first, place=Location(HOSTILE, first.trigger), actor=(Named(HOSTILE, first.trigger),))
    hostile = replace(SHELLS.report, publisher=HOSTILE, title=HOSTILE)
    put(ledger, replace(SHELLS, report=hostile, claims=(claim,)))
    result = shown(tmp_path, claim.id, "--format", form)
    assert result.exit_code == 0
    if form == "table":
        assert not set("\x1b\u202e") & set(result.stdout)
        assert "HYPERLINK" in words(result.stdout)
    elif form == "jsonl":
        assert json.loads(result.stdout)["claims"][0]["title"] == HOSTILE
        assert len(result.stdout.splitlines()) == 1
    else:
        cells = [cell for row in csv.reader(io.StringIO(result.stdout)) for cell in row]
        assert sum(cell.startswith("'=HYPERLINK(1)") for cell in cells) >= 3
        assert not any(cell.startswith("=") for cell in cells)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ffffffffffffffff", "no incident and no claim of one has the id 'ffffffffffffffff'"),
        (claim_of(TALKS, 1).id, "no incident and no claim of one has the id"),
        ("\x1b[31m", "no incident and no claim of one has the id"),
        (" ", "is the start of more than one id"),
    ],
)
def test_an_id_that_is_none_is_one_sentence(tmp_path: Path, ledger: Ledger, typed: str, said: str) -> None:
    put(ledger, *ALL)
    result = shown(tmp_path, typed)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("error: ")
    assert said in words(result.stderr)
    assert "\x1b" not in result.stderr
