"""`whosays foretold`: forecasts with what came of them, denials with what they deny, from a ledger."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from tests.cli.keeping import HOSTILE, keep, run, words
from tests.reconcile.sentences import told
from whosays.cli.foretold import foretold
from whosays.export.foretold import COLUMNS
from whosays.ledger import Ledger
from whosays.model import Decision, Judgement, Kind, Stance, Subject, Told

EARLY, LATE = date(2031, 5, 4), date(2031, 5, 9)
WILL_TAKE = "The <a syrian-army>army</a> will <x>take</x> <p>Marsa</p>."
TOOK = "The <a syrian-army>army</a> <x>took</x> <p>Marsa</p>."
BEAT_OFF = "<a hts>Rebels</a> <x>repelled</x> the <t syrian-army>army</t> at <p>Marsa</p>."
BOMBED = "<a syrian-air-force>Warplanes</a> <x>bombed</x> <p>Marsa</p>."
DENIES = "The ministry denied that <a syrian-air-force>its aircraft</a> had <x>bombed</x> <p>Marsa</p>."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def shown(folder: Path, *arguments: str) -> Result:
    return run(foretold, "--ledger", str(folder / "test.db"), *arguments)


def records(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in shown(folder, "--format", "jsonl").stdout.splitlines()]


def forecast(outlet: str = "Coast Post") -> Told:
    return told(WILL_TAKE, stance=Stance.CONDITIONAL, outlet=outlet, day=EARLY)


def denial(outlet: str = "Barada Press Agency") -> Told:
    return told(
        DENIES, Kind.AIRSTRIKE, Stance.DENIED, by="Defence Ministry", outlet=outlet, day=EARLY, when=EARLY
    )


def bombed() -> Told:
    return told(BOMBED, Kind.AIRSTRIKE, outlet="Vale Times", day=EARLY, when=EARLY)


@pytest.mark.parametrize(("marked", "relation"), [(TOOK, "fulfils"), (BEAT_OFF, "refutes")])
def test_a_forecast_stands_above_what_came_of_it(
    tmp_path: Path, ledger: Ledger, marked: str, relation: str
) -> None:
    ahead, came = keep(ledger, forecast(), told(marked, outlet="Vale Times", day=LATE))
    output = words(shown(tmp_path).stdout)
    assert output.startswith(f"forecasts, threats and conditions {ahead[:10]} Coast Post · 2031-05-04")
    assert "control, conditional “The army will take Marsa.” this" in output
    assert f"this {relation} it: Coast Post tells of it as meant or possible" in output
    assert output.index(f"{came[:10]} Vale Times · 2031-05-09 · control “") > output.index("will take")
    (found,) = records(tmp_path)
    assert (found["relation"], found["earlier"]["id"], found["later"]["id"]) == (relation, ahead, came)
    assert found["earlier"]["quote"] == "The army will take Marsa."


def test_both_outcomes_stand_below_one_forecast(tmp_path: Path, ledger: Ledger) -> None:
    outcomes = (told(each, outlet="Vale Times", day=LATE) for each in (TOOK, BEAT_OFF))
    keep(ledger, forecast(), *outcomes)
    output = words(shown(tmp_path).stdout)
    assert output.count("will take") == 1
    assert ("this fulfils it" in output, "this refutes it" in output) == (True, True)


def test_a_denial_stands_above_what_it_denies(tmp_path: Path, ledger: Ledger) -> None:
    no, yes = keep(ledger, denial(), bombed())
    output = words(shown(tmp_path).stdout)
    assert output.startswith(f"denials {no[:10]} Barada Press Agency · 2031-05-04 · airstrike, denied “")
    assert "denies this: Vale Times says so (2031-05-04)" in output
    assert output.index(no[:10]) < output.index(yes[:10])
    (found,) = records(tmp_path)
    assert (found["relation"], found["earlier"]["id"], found["later"]["id"]) == ("denies", yes, no)


def test_how_many_are_tied_is_told_beside(tmp_path: Path, ledger: Ledger) -> None:
    keep(ledger, forecast(), forecast("River Post"), denial())
    result = shown(tmp_path)
    assert result.stdout == ""
    said = "0 of 2 forecasts and conditions and 0 of 1 denials are tied to another claim\n"
    assert result.stderr == said


def test_what_somebody_rejected_bears_nothing_out(tmp_path: Path, ledger: Ledger) -> None:
    _, came = keep(ledger, forecast(), told(TOOK, outlet="Vale Times", day=LATE))
    now = datetime(2031, 6, 1, tzinfo=UTC)
    ledger.judge(Judgement(Subject.CLAIM, "", Decision.REJECT, "mara", "of another town", now, claim=came))
    assert records(tmp_path) == []


def test_rows_of_a_spreadsheet(tmp_path: Path, ledger: Ledger) -> None:
    no, yes = keep(ledger, denial(), bombed())
    header, row = csv.reader(io.StringIO(shown(tmp_path, "--format", "csv").stdout))
    assert tuple(header) == COLUMNS
    found = dict(zip(header, row, strict=True))
    assert (found["relation"], found["earlier_claim"], found["later_claim"]) == ("denies", yes, no)
    assert found["earlier_quote"] == "Warplanes bombed Marsa."
    assert found["later_stance"] == "denied"


def test_hostile_reports_steer_neither_terminal_nor_spreadsheet(tmp_path: Path, ledger: Ledger) -> None:
    hostile = denial(HOSTILE)
    keep(ledger, replace(hostile, claim=replace(hostile.claim, voices=())), bombed())
    output = shown(tmp_path).stdout
    assert "HYPERLINK" in output
    assert not set(output) & set("\x1b\u202e\r")
    rows = csv.reader(io.StringIO(shown(tmp_path, "--format", "csv").stdout))
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_no_ledger_is_one_sentence(tmp_path: Path) -> None:
    result = shown(tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no ledger here" in result.stderr
