"""`whosays incidents` and `whosays disputes`: what happened, for people, programs and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from tests.cli.keeping import HOSTILE, words
from tests.ledger.scenes import ALL, NEXT, PORT, POST, RADIO, SHELLS, claim_of, put, second
from tests.reconcile.incidents.articles import article
from tests.reconcile.sentences import DAY, told
from whosays.cli.incidents import moment
from whosays.cli.main import app
from whosays.export.incident import COLUMNS
from whosays.ledger import Ledger
from whosays.model import Kind, Location, Named, Reading, Stance

EXAMPLES = Path(__file__).parents[2] / "examples"
MARKET, PORT_ID = claim_of(POST).id, claim_of(SHELLS).id
_DENIED = "<a river-air-force>Jets</a> did not <x>bomb</x> <p>Marsa</p>."
DENIAL = article(told(_DENIED, Kind.AIRSTRIKE, Stance.DENIED, when=DAY), outlet="River News", published=NEXT)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def run(folder: Path, verb: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, [verb, "--ledger", str(folder / "test.db"), *arguments])


def listed(folder: Path, *arguments: str) -> list[str]:
    result = run(folder, "incidents", "--format", "jsonl", *arguments)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


def test_the_table_says_what_is_told_by_how_many_and_where_they_part(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, *ALL, DENIAL)
    result = run(tmp_path, "incidents")
    assert result.exit_code == 0
    header, rows = words(result.stdout).split("──", maxsplit=1)
    assert header.strip() == "incident what reports origins killed where accounts part"
    assert rows.strip("─ ").startswith(f"{MARKET[:10]} airstrike, Marsa, 5 5 9 to 14 ")
    assert "kind contested actor" in rows
    assert f"{PORT_ID[:10]} shelling, Sunport, 2 2 2031-05-04" in rows
    assert "diplomacy" not in rows


def test_what_came_since_is_put_in_first(tmp_path: Path, ledger: Ledger) -> None:
    for reading in (POST, RADIO):
        ledger.add(reading)
    assert listed(tmp_path) == [MARKET]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], [MARKET, PORT_ID]),
        (["--reports", "3"], [MARKET]),
        (["--reports", "9"], []),
        (["--kind", "shelling"], [PORT_ID]),
        (["--place", "MARSA"], [MARKET]),
        (["--since", "2031-05-05"], [MARKET]),
        (["--until", "2031-05-03"], []),
        (["--as-of", "2001-01-01"], []),
        (["--as-of", "2999-12-31T00:00:01"], [MARKET, PORT_ID]),
    ],
)
def test_filters(tmp_path: Path, ledger: Ledger, arguments: list[str], expected: list[str]) -> None:
    put(ledger, *ALL)
    assert listed(tmp_path, *arguments) == expected


def test_as_of_a_moment_it_is_as_it_was(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, POST, RADIO)
    then = second()
    put(ledger, SHELLS, PORT)
    assert listed(tmp_path, "--as-of", then) == [MARKET]
    assert listed(tmp_path) == [MARKET, PORT_ID]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2031-03-08", datetime(2031, 3, 8, 23, 59, 59, 999_999, UTC)),
        ("2031-03-08T00:00:00", datetime(2031, 3, 8, tzinfo=UTC)),
        ("2031-03-08T14:30:05", datetime(2031, 3, 8, 14, 30, 5, tzinfo=UTC)),
    ],
)
def test_moments(typed: str, expected: datetime) -> None:
    assert moment(typed) == expected


@pytest.mark.parametrize(
    "typed", ["", "soon", "2031", "2031-02-30", "2031-03-08 14:30:05", "2031-03-08T25:00:00"]
)
def test_what_is_no_moment(typed: str) -> None:
    with pytest.raises(typer.BadParameter, match="is no day"):
        moment(typed)


def test_disputes_are_those_where_accounts_part(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, POST, RADIO, SHELLS, PORT)
    assert run(tmp_path, "disputes").stdout == ""
    put(ledger, DENIAL)
    result = run(tmp_path, "disputes", "--format", "jsonl")
    [found] = map(json.loads, result.stdout.splitlines())
    assert (found["id"], found["disputed"]) == (MARKET, True)
    assert run(tmp_path, "disputes", "--kind", "shelling").stderr == "no incident in the ledger fits\n"


def hostile(reading: Reading) -> Reading:
    """The reading by an outlet, and of a place and a doer, that mean harm."""
    first = reading.claims[0]
    place = Location(HOSTILE, first.trigger)
    claim = replace(first, place=place, actor=(Named(HOSTILE, first.trigger),), target=())
    return replace(
        reading,
        report=replace(reading.report, publisher=HOSTILE, title=HOSTILE),
        claims=(claim,),
    )


def test_hostile_words_are_shown_and_not_obeyed(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, hostile(POST))
    table, rows, line = (
        run(tmp_path, "incidents", "--reports", "1", "--format", form).stdout
        for form in ("table", "csv", "jsonl")
    )
    assert "HYPERLINK" in words(table)
    assert not set("\x1b\u202e") & set(table)
    cells = [cell for row in csv.DictReader(io.StringIO(rows)) for cell in row.values()]
    assert not any(cell.startswith("=") for cell in cells)
    assert sum(cell.startswith("'=HYPERLINK(1)") for cell in cells) >= 3
    assert json.loads(line)["claims"][0]["publisher"] == HOSTILE


def test_as_csv_there_is_a_row_an_account(tmp_path: Path, ledger: Ledger) -> None:
    put(ledger, *ALL)
    header, *rows = csv.reader(io.StringIO(run(tmp_path, "incidents", "--format", "csv").stdout))
    assert tuple(header) == COLUMNS
    assert [row[0] for row in rows] == [MARKET] * 4 + [PORT_ID] * 2


@pytest.mark.parametrize("verb", ["incidents", "disputes"])
@pytest.mark.parametrize("form", ["table", "jsonl"])
@pytest.mark.usefixtures("ledger")
def test_nothing_that_fits(tmp_path: Path, verb: str, form: str) -> None:
    result = run(tmp_path, verb, "--place", "nowhere", "--format", form)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == ("no incident in the ledger fits\n" if form == "table" else "")


def test_no_ledger_is_one_sentence_and_none_is_made(tmp_path: Path) -> None:
    result = run(tmp_path, "incidents")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no ledger here" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--kind", "picnic"],
        ["--reports", "0"],
        ["--as-of", "soon"],
        ["--format", "xml"],
        ["--since", "2031-03-09", "--until", "2031-03-08"],
    ],
)
@pytest.mark.usefixtures("ledger")
def test_wrong_usage(tmp_path: Path, arguments: list[str]) -> None:
    assert run(tmp_path, "incidents", *arguments).exit_code == 2


def test_the_market_of_the_examples_is_one_incident_that_accounts_part_on(tmp_path: Path) -> None:
    reports = sorted(map(str, EXAMPLES.glob("[1-6]-*")))
    assert len(reports) == 6
    added = CliRunner().invoke(app, ["add", *reports, "--ledger", str(tmp_path / "test.db")])
    assert added.exit_code == 0
    first = json.loads(run(tmp_path, "incidents", "--format", "jsonl").stdout.splitlines()[0])
    assert first["title"].endswith("Ariha, 2008-03-14")
    outlets = {claim["publisher"] for claim in first["claims"]}
    assert outlets > {"Barada Press Agency", "Zawiya Voice", "Meridian News Agency", "The Levant Courier"}
    assert {c["slot"]: c["agreement"] for c in first["comparisons"]}["actor"] == "contested"
