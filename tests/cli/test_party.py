"""`whosays party`: what the registry and the reports say of a party."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.ledger.readings import TEXT, claim, reading, report, span
from whosays.cli.main import app
from whosays.ledger import Ledger
from whosays.model import Kind, Named, Voice, VoiceSort

SAID = span(TEXT, "told")


def shown(folder: Path, party: str) -> Result:
    return CliRunner().invoke(app, ["party", party, "--ledger", str(folder / "test.db")])


def words(output: str) -> str:
    return " ".join(output.split())


def test_names_and_ties_by_the_registry(tmp_path: Path) -> None:
    result = shown(tmp_path, "syria-gov")
    assert result.exit_code == 0
    told = words(result.stdout)
    assert "syria-gov · state · SY" in told
    assert "called “Assad regime” by the Syrian opposition" in told
    assert "belongs to Syria (syria)" in told
    assert "fights Islamic State (islamic-state), 2013 to 2024: civil war" in told
    assert "Russia (russia) backs it, 2011 to 2024" in told


@pytest.mark.parametrize("party", ["syria-gov", "russia"])
def test_what_reports_say_stands_beside_it_by_its_voices(tmp_path: Path, party: str) -> None:
    backing = claim(
        id="b1",
        kind=Kind.BACKING,
        voices=(Voice("Harbour Post\x1b[31m", SAID, VoiceSort.OUTLET),),
        actor=(Named("Moscow", SAID, "russia"),),
        target=(Named("Damascus", SAID, "syria-gov"),),
    )
    other = claim(id="c1", actor=(Named("Moscow", SAID, "russia"),))
    with Ledger.open(tmp_path / "test.db") as ledger:
        ledger.add(reading(report(), backing, other))
    result = shown(tmp_path, party)
    by_reports = result.stdout.split("by reports")[1]
    assert "Moscow → Damascus" in by_reports
    assert "b1" in by_reports
    assert "c1" not in by_reports
    assert "\x1b" not in result.stdout


def test_a_ledger_that_says_nothing_of_it(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "test.db").close()
    assert "reports say nothing" in shown(tmp_path, "hts").stdout


def test_nobody_known(tmp_path: Path) -> None:
    result = shown(tmp_path, "nobody-at-all")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: no party has the id 'nobody-at-all'")
