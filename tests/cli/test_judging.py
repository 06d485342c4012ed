"""`whosays places` and `whosays parties`: names, and people's decisions on them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.ledger.readings import numbered
from whosays.cli.main import app
from whosays.ledger import Ledger

ALEPPO = 170063
WHY = ("--why", "said so by \x1b[31mphone", "--by", "mara")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        opened.add(numbered(1))
        opened.add(numbered(2))
        yield opened


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--ledger", str(folder / "test.db")])


def words(output: str) -> str:
    return " ".join(output.split())


@pytest.mark.usefixtures("ledger")
def test_places_are_listed_with_what_they_mean(tmp_path: Path) -> None:
    shown = words(run(tmp_path, "places").stdout)
    assert "Marwa Marwa (city, North, XA), 35.50 36.25 to the 2 2 town, GeoNames 900001" in shown


@pytest.mark.usefixtures("ledger")
def test_parties_are_listed_with_who_they_are(tmp_path: Path) -> None:
    shown = words(run(tmp_path, "parties").stdout)
    assert "Officials in Marwa marwa-council 2 2" in shown
    assert "farmers nobody known 2 2" in shown


@pytest.mark.usefixtures("ledger")
def test_a_place_is_judged_shown_and_taken_back(tmp_path: Path) -> None:
    judged = run(tmp_path, "places", "Marwa", "--is", str(ALEPPO), *WHY)
    assert judged.exit_code == 0
    assert judged.stdout.startswith("Marwa means Aleppo (")
    assert judged.stdout.endswith("in all reports: 2 claims\n")
    shown = run(tmp_path, "places")
    assert "judged by mara: said so by" in words(shown.stdout)
    assert "\x1b" not in shown.stdout
    claim = numbered(1).claims[0].id
    assert f"GeoNames {ALEPPO}" in run(tmp_path, "show", claim).stdout
    assert "place Marwa, by mara on" in words(run(tmp_path, "show", claim).stdout)
    undone = run(tmp_path, "places", "marwa", "--is", "undo", *WHY)
    assert undone.stdout == "marwa is where it was read to be in all reports\n"
    assert "GeoNames 900001" in words(run(tmp_path, "places").stdout)


@pytest.mark.usefixtures("ledger")
def test_a_party_is_judged_in_one_report(tmp_path: Path) -> None:
    digest = numbered(2).report.digest
    judged = run(tmp_path, "parties", "farmers", "--is", "sohr", "--report", digest, *WHY)
    assert judged.stdout == "farmers means sohr in that report: 1 claims\n"
    found = [
        json.loads(line) for line in run(tmp_path, "parties", "farm", "--format", "jsonl").stdout.splitlines()
    ]
    assert {(each["party"], each["claims"]) for each in found} == {("sohr", 1), (None, 1)}


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("places", "Marwa", "--is", "1"), 2, "needs --why"),
        (("places", "--is", "1", *WHY), 2, "needs the name of a place"),
        (("places", "Marwa", "--is", "9" * 30, *WHY), 1, "no place of the gazetteer has the GeoNames id"),
        (("places", "Marwa", "--is", "Aleppo", *WHY), 1, "no place of the gazetteer has the GeoNames id"),
        (("parties", "farmers", "--is", "nobody-at-all", *WHY), 1, "no party has the id 'nobody-at-all'"),
        (("parties", "farmers", "--is", "undo", *WHY), 1, "there is nothing to undo"),
        (("parties", "farmers", "--is", "sohr", "--report", "zz", *WHY), 1, "no report in the ledger"),
    ],
)
def test_what_cannot_be_judged_is_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...], status: int, told: str
) -> None:
    result = run(tmp_path, *arguments)
    assert result.exit_code == status
    assert result.stderr.startswith("error: ")
    assert told in words(result.stderr)


@pytest.mark.usefixtures("ledger")
def test_a_name_that_nothing_uses(tmp_path: Path) -> None:
    assert run(tmp_path, "places", "elsewhere").stderr == "no name in the ledger fits\n"
