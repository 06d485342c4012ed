"""`whosays incident`: its tolls by six rules, how they went on, and its grades, from a ledger."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from tests.cli.keeping import HOSTILE, run, words
from tests.ledger.readings import READER, TEXT, claim, claim_id, report, span
from whosays.cli.incident import incident
from whosays.export.tolls import COLUMNS
from whosays.ledger import Ledger
from whosays.model import Figure, FigureSort, Measure, Named, Reading, Voice, VoiceSort

SAID = span(TEXT, "told")
MONITOR = Voice("Syrian Observatory for Human Rights", SAID, VoiceSort.MONITOR, "sohr")
DOCTOR = Voice("Doctor Amal Deeb", SAID, VoiceSort.PERSON)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def killed(low: float, high: float | None, of: str = "people", sort: FigureSort = FigureSort.COUNT) -> Figure:
    return Figure(Measure.KILLED, low, high, span(TEXT, "at least 4"), of, sort=sort)


def add(ledger: Ledger, outlet: str, day: int, figures: list[Figure], *voices: Voice, **slots: Any) -> str:
    """A report of the shelling of Marwa on 7 March; the id of its claim."""
    text = f"{TEXT} {outlet}, {day} March."
    id_ = claim_id(outlet, day)[:16]
    slots = {"id": id_, "voices": voices, "figures": tuple(figures), **slots}
    of = report(text=text, publisher=outlet, published=date(2031, 3, day), title=f"By {outlet}")
    ledger.add(Reading(of, READER, (), (), (), (claim(text, **slots),)))
    return id_


def shown(folder: Path, id_: str, *arguments: str) -> Result:
    return run(incident, id_, "--ledger", str(folder / "test.db"), *arguments)


def record(folder: Path, id_: str, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shown(folder, id_, "--format", "jsonl", *arguments).stdout)
    return found


@pytest.fixture
def rising(ledger: Ledger) -> list[str]:
    """A toll that rises from 4 to 6 and to 9, where a third outlet says 7 on the last day."""
    return [
        add(ledger, "Coast Post", 8, [killed(4, None)], MONITOR),
        add(ledger, "Vale Times", 9, [killed(6, 6)], MONITOR),
        add(ledger, "River Post", 10, [killed(9, 9), killed(6, 6, sort=FigureSort.FORMER)], MONITOR),
        add(ledger, "Hill Herald", 10, [killed(7, 7)], DOCTOR),
    ]


def rows(result: Result) -> dict[str, str]:
    """The answers by their rule."""
    cells = (line.split(maxsplit=1) for line in result.stdout.splitlines() if line.strip())
    return {cell[0]: cell[1].strip() for cell in reversed(list(cells)) if len(cell) > 1}


def test_six_answers_stand_below_each_other(tmp_path: Path, rising: list[str]) -> None:
    found = rows(shown(tmp_path, rising[0]))
    assert found["history"] == "4, 6, 7, 9"
    assert {rule: found[rule] for rule in ("conservative", "best", "minimum-maximum")} == {
        "conservative": "7",
        "best": "7 (7 to 9)",
        "minimum-maximum": "7 to 9",
    }
    assert (found["majority"], found["hierarchy"], found["pending"]) == ("none", "none", "left open")


def test_a_toll_has_a_line_for_each_number_with_who_and_when(tmp_path: Path, rising: list[str]) -> None:
    lines = shown(tmp_path, rising[0]).stdout.splitlines()
    first = next(n for n, line in enumerate(lines) if "how it went on" in line)
    told = [words(line) for line in lines[first + 2 : first + 8]]
    assert told[0].startswith("killed 2031-03-08 at least 4 people Syrian Observatory for")
    assert told[0].endswith(rising[0][:10])
    assert f"2031-03-10 7 people Amal Deeb {rising[3][:10]}" in told
    assert any("2031-03-09 6 people" in line for line in told)


def test_a_rule_gives_its_receipt_and_claims(tmp_path: Path, rising: list[str]) -> None:
    output = shown(tmp_path, rising[0], "--rule", "conservative").stdout
    assert "killed: 7\n" in output
    assert "conservative: from 1 of 5 figures; left out: 1 former counts" in words(output)
    assert f"all: by {rising[3][:10]}" in output
    assert "majority" not in output


def test_ratings_are_the_letters_and_the_hierarchy(tmp_path: Path, rising: list[str]) -> None:
    rated = ("--rating", "sohr=b", "--rating", "amal deeb=F")
    result = shown(tmp_path, rising[0], "--rule", "hierarchy", *rated)
    assert result.exit_code == 0
    assert "killed: 9\n" in result.stdout
    letters = {
        each["origin"]: each["reliability"] for each in record(tmp_path, rising[0], *rated)["admiralty"]
    }
    assert letters["sohr"] == "B"
    assert set(letters.values()) == {"B", "F"}


def test_nobody_is_rated_unless_the_user_does(tmp_path: Path, rising: list[str]) -> None:
    found = record(tmp_path, rising[0])["admiralty"]
    assert {each["reliability"] for each in found} == {"F"}
    assert {each["origin"]: each["credibility"] for each in found}["sohr"] in range(1, 7)


@pytest.mark.parametrize(
    ("rating", "said"),
    [
        ("sohr", "the rating 'sohr' is not KEY=LETTER"),
        ("=A", "the rating '=A' is not KEY=LETTER"),
        ("sohr=G", "the rating of 'sohr' is 'G'; give a letter from A to F"),
    ],
)
def test_a_rating_that_is_none_is_wrong_usage(
    tmp_path: Path, rising: list[str], rating: str, said: str
) -> None:
    result = shown(tmp_path, rising[0], "--rating", rating)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in words(result.stderr)


def test_a_rating_for_nobody_here_is_told(tmp_path: Path, rising: list[str]) -> None:
    result = shown(tmp_path, rising[0], "--rating", "so\x1b=A")
    assert result.exit_code == 0
    assert "nobody in this incident has the key 'so" in result.stderr
    assert "\x1b" not in result.stderr


def test_the_record_has_the_tolls_numbers_and_grades(tmp_path: Path, rising: list[str]) -> None:
    found = record(tmp_path, rising[0])
    (toll,) = found["tolls"]
    assert (toll["history"], toll["population"]) == ("4, 6, 7, 9", "all")
    assert [entry["claim"] for entry in toll["entries"] if not entry["former"]] == [
        rising[0],
        rising[1],
        rising[3],
        rising[2],
    ]
    assert [each["rule"] for each in found["aggregates"]] == [
        "conservative",
        "best",
        "minimum-maximum",
        "majority",
        "hierarchy",
        "pending",
    ]
    (best,) = (each for each in found["aggregates"] if each["rule"] == "best")
    (number,) = best["numbers"]
    assert (number["low"], number["best"], number["high"]) == (7, 7, 9)
    assert set(number["claims"]) == {rising[2], rising[3]}
    assert found["id"] in rising
    only = record(tmp_path, rising[0], "--rule", "best")["aggregates"]
    assert only == [best]


def test_a_row_a_number(tmp_path: Path, rising: list[str]) -> None:
    output = shown(tmp_path, rising[0], "--rule", "best", "--format", "csv").stdout
    header, row = csv.reader(io.StringIO(output))
    assert tuple(header) == COLUMNS
    found = dict(zip(header, row, strict=True))
    assert (found["rule"], found["low"], found["best"], found["high"]) == ("best", "7", "7", "9")


def test_a_rule_without_a_number_has_a_row_that_says_why(tmp_path: Path, rising: list[str]) -> None:
    output = shown(tmp_path, rising[0], "--rule", "pending", "--format", "csv").stdout
    _, row = csv.reader(io.StringIO(output))
    found = dict(zip(COLUMNS, row, strict=True))
    assert (found["low"], found["claims"]) == ("", "")
    assert found["receipt"] == "pending: all 5 figures are left open."


def test_airwars_grade_names_whom_it_is_for(tmp_path: Path, ledger: Ledger) -> None:
    army = (Named("Syrian army", SAID, "syrian-army"),)
    one = add(ledger, "Coast Post", 8, [killed(4, 4)], MONITOR, actor=army)
    add(ledger, "Hill Herald", 8, [killed(4, 4)], DOCTOR, actor=army)
    output = words(shown(tmp_path, one).stdout)
    assert "Airwars' grade: fair, for syrian-army 2 origins name it" in output
    assert record(tmp_path, one)["airwars"]["grade"] == "fair"


def test_without_figures_there_is_no_table_of_tolls(tmp_path: Path, ledger: Ledger) -> None:
    one = add(ledger, "Coast Post", 8, [], MONITOR)
    output = shown(tmp_path, one).stdout
    assert "conservative" not in output
    assert "6 unjudged" in output


def test_hostile_names_steer_neither_terminal_nor_spreadsheet(tmp_path: Path, ledger: Ledger) -> None:
    speaker = Voice(HOSTILE, SAID, VoiceSort.INSTITUTION)
    doer = (Named(HOSTILE, SAID),)
    one = add(ledger, "Coast Post", 8, [killed(4, 4, HOSTILE)], speaker, actor=doer)
    output = shown(tmp_path, one).stdout
    assert "HYPERLINK" in output.upper()
    assert not set(output) & set("\x1b\u202e\r")
    for rule in ("best", "minimum-maximum"):
        table = csv.reader(
            io.StringIO(shown(tmp_path, one, "--rule", rule, "--format", "csv").stdout, newline="")
        )
        assert not any(cell.startswith("=") for row in table for cell in row)


@pytest.mark.usefixtures("ledger")
def test_an_unknown_rule_is_wrong_usage(tmp_path: Path) -> None:
    assert shown(tmp_path, "a0", "--rule", "mean").exit_code == 2
