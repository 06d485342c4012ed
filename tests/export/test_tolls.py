"""What an incident comes to, as records and rows."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.reconcile.accounts.telling import MONITOR, PARTIES, killed, named, tell, voice
from whosays.export.tolls import COLUMNS, record, write
from whosays.model import Told
from whosays.reconcile.aggregate import Rule
from whosays.reconcile.picture import incident
from whosays.reconcile.reckoning import Reckoning, reckoning

SAYEGH = voice("Rima Sayegh")
JETS = ("River jets", "river-air-force")
TOLDS = (
    tell(MONITOR, actor=named(JETS), figures=[killed(12, of="civilians")]),
    tell(SAYEGH, actor=named(JETS), figures=[killed(15, of="civilians"), killed(2, of="children")]),
)


def rows(tolds: tuple[Told, ...], found: Reckoning) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write(incident("a0", tolds, PARTIES), found, out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_the_record_is_plain_json() -> None:
    found = json.loads(json.dumps(record(reckoning(TOLDS, PARTIES, ratings={"harbour-monitor": "b"}))))
    assert [toll["population"] for toll in found["tolls"]] == ["civilians", "children"]
    assert found["tolls"][0]["history"] == "12, 15"
    entry = found["tolls"][0]["entries"][0]
    assert (entry["words"], entry["low"], entry["high"], entry["origin"]) == (
        "12 civilians",
        12,
        12,
        "harbour-monitor",
    )
    assert [each["rule"] for each in found["aggregates"]] == [rule.value for rule in Rule]
    assert (found["airwars"]["belligerent"], found["airwars"]["grade"]) == ("river-air-force", "fair")
    letters = {each["origin"]: each["reliability"] for each in found["admiralty"]}
    assert letters == {"harbour-monitor": "B", "rima sayegh": "F"}


def test_a_range_has_a_row_a_population() -> None:
    found = rows(TOLDS, reckoning(TOLDS, PARTIES, [Rule.RANGE]))
    assert tuple(found[0]) == COLUMNS
    assert [(row["population"], row["low"], row["best"], row["high"]) for row in found] == [
        ("children", "2", "", "2"),
        ("civilians", "12", "", "15"),
    ]
    assert found[1]["claims"] == "; ".join(told.claim.id for told in TOLDS)


@pytest.mark.parametrize("rule", [Rule.MAJORITY, Rule.HIERARCHY, Rule.PENDING])
def test_no_number_is_a_row_with_the_reason(rule: Rule) -> None:
    (row,) = rows(TOLDS, reckoning(TOLDS, PARTIES, [rule]))
    assert (row["rule"], row["low"], row["claims"]) == (rule.value, "", "")
    assert row["receipt"].startswith(f"{rule}: ")


def test_the_best_rated_origin_is_believed_first() -> None:
    for ratings, low in (
        ({"harbour-monitor": "a", "rima sayegh": "C"}, "12"),
        ({"harbour-monitor": "D", "rima sayegh": "C"}, "15"),
        ({"harbour-monitor": "F", "rima sayegh": "E"}, "15"),
        ({"harbour-monitor": "F"}, ""),
    ):
        (row,) = rows(TOLDS, reckoning(TOLDS, PARTIES, [Rule.HIERARCHY], ratings))
        assert row["low"] == low


def test_no_cell_is_a_formula() -> None:
    tolds = (tell(MONITOR, figures=[killed(3, of="=people")], trigger="=1"),)
    found = incident("=a0", tolds, PARTIES)
    out = io.StringIO(newline="")
    write(found, reckoning(tolds, PARTIES), out)
    cells = [cell for row in csv.reader(io.StringIO(out.getvalue(), newline="")) for cell in row]
    assert "'=a0" in cells
    assert not any(cell.startswith("=") for cell in cells)
