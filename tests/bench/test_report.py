from __future__ import annotations

from datetime import date

import pytest

from bench.report import Column, Context, contexts, page, section, speed_section
from bench.scorers.measures import Counts, Scores
from bench.sets import SETS
from bench.speed import Pace, Speed, Turn

CONTEXT = Context("Ten notes.", ["Written on a ferry."], [Column("Peer", "twelve others", {"slot": 0.25})])


def test_section_has_our_figures_then_the_peers() -> None:
    scores = Scores({"slot": Counts(1, 2, 4)}, {"recall of direct": 0.5}, {"median km": 3.25})
    assert section("notes", scores, CONTEXT).splitlines() == [
        "## notes",
        "",
        "Ten notes.",
        "",
        "| measure | P | R | F1 or share | Peer |",
        "| --- | --- | --- | --- | --- |",
        "| slot | 0.500 | 0.250 | 0.333 | 0.250 |",
        "| recall of direct |  |  | 0.500 |  |",
        "| median km (less is better) |  |  | 3.250 |  |",
        "",
        "- Peer: twelve others.",
        "- Written on a ferry.",
    ]


def test_speed_is_the_median_of_turns() -> None:
    turns = [Turn(100, 2.0, 0.5, 1.0), Turn(100, 1.0, 0.25, 1.0), Turn(100, 4.0, 2.0, 1.0)]
    got = Speed.of(turns, peak_mib=64)
    reading, attribution = Pace(50, 0.5, 0.25, 1.0), Pace(200, 2.0, 0.5, 4.0)
    assert got == Speed(reading, attribution, bare=100, turns=3, peak_mib=64)
    text = speed_section(got, CONTEXT)
    assert "| whole reading | 50 | 0.50 (0.25 to 1.00 in 3 pairs) |" in text
    assert "| attribution alone | 200 | 2.00 (0.50 to 4.00 in 3 pairs) |" in text


def test_page_names_reader_and_day() -> None:
    text = page(["## notes\n"], "whosays 0.0", date(2031, 3, 14))
    assert "on 2031-03-14, with whosays 0.0, on " in text
    assert text.endswith("## notes\n")


@pytest.mark.parametrize("name", [*(data_set.name for data_set in SETS), "speed"])
def test_each_data_set_has_its_context(name: str) -> None:
    found = contexts()[name]
    assert found.about
    assert all(0 < figure <= 1 for column in found.columns for figure in column.figures.values())
