"""`whosays control`: who holds which place, from a ledger, for people, programs and spreadsheets."""

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
from tests.reconcile.sentences import DAY, told
from whosays.cli.control import control
from whosays.export.control import DAY_COLUMNS, HISTORY_COLUMNS
from whosays.ledger import Ledger
from whosays.model import (
    Decision,
    Figure,
    Judgement,
    Location,
    Measure,
    Named,
    Span,
    Stance,
    Subject,
    Told,
)

ARMY_TOOK = "The <a syrian-army>army</a> <x>retook</x> <p>Marsa</p>."
ISIS_HOLDS = "<a islamic-state>Islamic State</a> <x>controls</x> <p>Marsa</p>."
ISIS_ENTERED = "<a islamic-state>Islamic State</a> <x>entered</x> <p>Tel Asal</p>."
VILLAGES = "The <a syrian-army>army</a> <x>captured</x> 40 villages near <p>Tel Asal</p>."
STORY = """
The road to the coast has been closed since the winter, and the baker of the lower quarter sells his bread
from a cart. Nurses at the clinic said they had counted nineteen families who sleep in the school and cook on
a stove made of a car wheel. A teacher remembers the ferry that used to cross at noon with oranges and mail.
Nobody could say when the pumps of the waterworks would run again, for the engineer who knew the valves left
with his brothers in March and has not written since.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def shown(folder: Path, *arguments: str) -> Result:
    return run(control, "--ledger", str(folder / "test.db"), *arguments)


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def by(marked: str, outlet: str, day: date = DAY, **more: Any) -> Told:
    return told(marked, outlet=outlet, day=day, **more)


def villages(low: float, stance: Stance = Stance.ASSERTED) -> Told:
    made = by(VILLAGES, "Coast Post", stance=stance)
    at = made.claim.evidence.quote.index("40")
    figure = Figure(Measure.PLACES, low, low, Span(at, at + 2, "40"), "villages")
    return replace(made, claim=replace(made.claim, figures=(figure,)))


@pytest.mark.parametrize(
    ("tolds", "status", "holders"),
    [
        ([by(ARMY_TOOK, "Coast Post"), by(ARMY_TOOK, "Vale Times")], "undisputed", ["army"]),
        ([by(ARMY_TOOK, "Coast Post")], "claimed", ["army"]),
        ([by(ARMY_TOOK, "Coast Post"), by(ISIS_HOLDS, "Vale Times")], "contested", ["Islamic State", "army"]),
        ([by(ARMY_TOOK, "Coast Post", date(2031, 5, 9))], "unknown", []),
    ],
)
def test_a_place_on_a_day(
    tmp_path: Path, ledger: Ledger, tolds: list[Told], status: str, holders: list[str]
) -> None:
    ids = keep(ledger, *tolds)
    (found,) = records(shown(tmp_path, "--on", "2031-05-05", "--format", "jsonl"))
    assert (found["sort"], found["place"], found["geonames_id"]) == ("place", "Marsa", 11)
    assert (found["on"], found["status"]) == ("2031-05-05", status)
    assert sorted(each["name"] for each in found["holders"]) == holders
    assert sorted(found["claims"]) == (sorted(ids) if holders else [])
    table = words(shown(tmp_path, "--on", "2031-05-05").stdout)
    assert status in table
    assert all(id_[:10] in table for id_ in found["claims"])
    assert found["reason"].split(":")[0] in table or not holders


def test_outlets_that_print_one_text_are_one_voice(tmp_path: Path, ledger: Ledger) -> None:
    keep(ledger, by(ARMY_TOOK, "Coast Post"), by(ARMY_TOOK, "Vale Times"), below=STORY)
    (found,) = records(shown(tmp_path, "--on", "2031-05-05", "--format", "jsonl"))
    assert found["status"] == "claimed"


def test_what_somebody_rejected_counts_no_more(tmp_path: Path, ledger: Ledger) -> None:
    kept, rejected = keep(ledger, by(ARMY_TOOK, "Coast Post"), by(ISIS_HOLDS, "Vale Times"))
    now = datetime(2031, 6, 1, tzinfo=UTC)
    ledger.judge(
        Judgement(Subject.CLAIM, "", Decision.REJECT, "mara", "it says so of Tel Asal", now, claim=rejected)
    )
    (found,) = records(shown(tmp_path, "--on", "2031-05-05", "--format", "jsonl"))
    assert (found["status"], found["claims"]) == ("claimed", [kept])


def test_the_history_of_a_place_has_every_word_on_it(tmp_path: Path, ledger: Ledger) -> None:
    tolds = (
        by(ISIS_HOLDS, "Vale Times", date(2031, 5, 1)),
        by(ARMY_TOOK, "Coast Post"),
        by(ISIS_HOLDS, "Vale Times", date(2031, 5, 6), stance=Stance.UNCONFIRMED),
    )
    held, took, open_ = keep(ledger, *tolds)
    result = shown(tmp_path)
    assert result.stdout.startswith("Marsa 11\n")
    rows = [line for line in result.stdout.splitlines() if "2031-05" in line]
    assert [id_[:10] in row for id_, row in zip((held, took, open_), rows, strict=True)] == [True] * 3
    assert result.stdout.count("decides nothing") == 1
    assert words(result.stdout).endswith("decides nothing")
    assert "“retook”: army claimed" in words(rows[1])
    (found,) = records(shown(tmp_path, "--format", "jsonl"))
    said = found["statements"]
    assert [(each["claim"], each["settles"]) for each in said] == [
        (held, True),
        (took, True),
        (open_, False),
    ]
    assert (said[1]["event"], said[1]["holders"]) == ("take", [{"name": "army", "party": "syrian-army"}])
    assert said[1]["quote"] == "The army retook Marsa."


def test_a_count_of_unnamed_places_stays_a_figure(tmp_path: Path, ledger: Ledger) -> None:
    (id_,) = keep(ledger, villages(40))
    result = shown(tmp_path, "--on", "2031-05-20")
    assert words(result.stdout).startswith("places that are counted and not named said")
    assert "“captured”: 40 places Tel Asal" in words(result.stdout)
    assert "(villages): army" in words(result.stdout)
    (found,) = records(shown(tmp_path, "--on", "2031-05-20", "--format", "jsonl"))
    assert (found["sort"], found["claim"], found["low"], found["counted"]) == ("count", id_, 40, "villages")
    assert "status" not in found


@pytest.mark.parametrize(("day", "rows"), [("2031-05-03", 0), ("2031-05-04", 1), ("2031-06-04", 0)])
def test_a_count_is_told_of_for_a_month(tmp_path: Path, ledger: Ledger, day: str, rows: int) -> None:
    keep(ledger, villages(40))
    assert len(records(shown(tmp_path, "--on", day, "--format", "jsonl"))) == rows


@pytest.mark.parametrize(
    ("wanted", "places"),
    [("marsa", ["Marsa"]), ("11", ["Marsa"]), ("sal", ["Tel Asal"]), ("12", ["Tel Asal"])],
)
def test_places_are_found_by_name_and_id(
    tmp_path: Path, ledger: Ledger, wanted: str, places: list[str]
) -> None:
    keep(ledger, by(ARMY_TOOK, "Coast Post"), by(ISIS_ENTERED, "Vale Times"))
    found = records(shown(tmp_path, "--place", wanted, "--format", "jsonl"))
    assert [each["place"] for each in found] == places


def test_who_attacks_is_named_though_it_decides_nothing(tmp_path: Path, ledger: Ledger) -> None:
    keep(ledger, by(ISIS_ENTERED, "Vale Times"))
    assert "“entered”: Islamic State, decides unknown" in words(shown(tmp_path).stdout)


def test_rows_of_a_history_and_of_a_day(tmp_path: Path, ledger: Ledger) -> None:
    keep(ledger, by(ARMY_TOOK, "Coast Post"), villages(40, Stance.DENIED))
    header, place, count = csv.reader(io.StringIO(shown(tmp_path, "--format", "csv").stdout))
    assert tuple(header) == HISTORY_COLUMNS
    found = dict(zip(header, place, strict=True))
    assert (found["place"], found["holders"], found["denied"], found["low"]) == ("Marsa", "army", "no", "")
    found = dict(zip(header, count, strict=True))
    assert (found["sort"], found["low"], found["counted"], found["denied"]) == (
        "count",
        "40",
        "villages",
        "yes",
    )
    header, place, count = csv.reader(
        io.StringIO(shown(tmp_path, "--on", "2031-05-05", "--format", "csv").stdout)
    )
    assert tuple(header) == DAY_COLUMNS
    assert dict(zip(header, place, strict=True))["status"] == "claimed"
    found = dict(zip(header, count, strict=True))
    assert (found["status"], found["low"], found["on"]) == ("", "40", "2031-05-05")


def hostile() -> Told:
    made = by(ARMY_TOOK, HOSTILE)
    (army,) = made.claim.actor
    place = Location(f"Marsa{HOSTILE}", made.claim.trigger)
    return replace(made, claim=replace(made.claim, actor=(Named(HOSTILE, army.span),), place=place))


@pytest.mark.parametrize("day", [(), ("--on", "2031-05-05"), ("--on", "2031-05-01")])
def test_hostile_names_steer_neither_terminal_nor_spreadsheet(
    tmp_path: Path, ledger: Ledger, day: tuple[str, ...]
) -> None:
    keep(ledger, hostile())
    output = shown(tmp_path, *day).stdout
    assert "HYPERLINK" in output
    assert not set(output) & set("\x1b\u202e\r")
    rows = csv.reader(io.StringIO(shown(tmp_path, *day, "--format", "csv").stdout))
    assert not any(cell.startswith("=") for row in rows for cell in row)


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_a_ledger_that_says_nothing_of_places(tmp_path: Path, ledger: Ledger, form: str) -> None:
    keep(ledger, by(ARMY_TOOK, "Coast Post"))
    result = shown(tmp_path, "--place", "nowhere", "--format", form)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == (form == "csv")
    said = "no claim in the ledger says who holds a place that fits\n"
    assert result.stderr == (said if form == "table" else "")


@pytest.mark.parametrize("arguments", [["--on", "soon"], ["--format", "xml"]])
@pytest.mark.usefixtures("ledger")
def test_wrong_usage(tmp_path: Path, arguments: list[str]) -> None:
    assert shown(tmp_path, *arguments).exit_code == 2


def test_no_ledger_is_one_sentence(tmp_path: Path) -> None:
    result = shown(tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no ledger here" in result.stderr
