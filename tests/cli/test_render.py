"""Claims in words."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console
from rich.text import Text

from whosays.cli.render import (
    Line,
    claim_lines,
    day_words,
    evidence_line,
    figure_words,
    place_words,
    voice_chain,
)
from whosays.model import (
    Claim,
    Figure,
    Interval,
    Kind,
    Location,
    Measure,
    Named,
    Place,
    PlacePrecision,
    Span,
    Stance,
    TimePrecision,
    Voice,
    VoiceSort,
)

TEXT = "Residents told River Post that shelling killed 4 farmers near Marwa."


def span(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span.of(TEXT, start, start + len(quote))


CLAIM = Claim("c", span("shelling"), Kind.SHELLING, Stance.ASSERTED, span(TEXT))
POST = Voice("River Post", span("River Post"), VoiceSort.OUTLET)
RESIDENTS = Voice("Residents", span("Residents"), VoiceSort.RESIDENT)
ARMY, FARMERS = Named("army", span("shelling")), Named("farmers", span("farmers"))
DAY = Interval(date(2024, 11, 29), date(2024, 11, 29), TimePrecision.DAY)
MARWA = Place(1, "Marwa", "city", "SY", "Idlib", 35.5, 36.25, PlacePrecision.TOWN)


def shown(*lines: Line, width: int = 80, colour: bool = False) -> str:
    out = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    for line in lines:
        out.print(line)
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({}, "  the report itself: shelling “shelling”\n"),
        ({"voices": (POST, RESIDENTS)}, "  River Post › Residents: shelling “shelling”\n"),
        ({"stance": Stance.DENIED}, "  the report itself: shelling “shelling”, denied\n"),
        ({"actor": (ARMY,)}, "  the report itself: shelling “shelling”\n    army\n"),
        ({"target": (FARMERS, ARMY)}, "  the report itself: shelling “shelling”\n    → farmers, army\n"),
        (
            {
                "actor": (ARMY,),
                "target": (FARMERS,),
                "place": Location("Marwa", span("Marwa"), MARWA),
                "time": DAY,
                "figures": (
                    Figure(Measure.KILLED, 4, 4, span("4")),
                    Figure(Measure.WOUNDED, 3, None, span("4")),
                ),
            },
            "  the report itself: shelling “shelling”\n"
            "    army → farmers · Marwa (Idlib, SY) · 2024-11-29 · 4 killed, at least 3 wounded\n",
        ),
    ],
)
def test_a_claim_is_who_says_it_and_below_it_its_slots(slots: dict[str, object], expected: str) -> None:
    claim = replace(CLAIM, **slots)  # type: ignore[arg-type]
    assert shown(*claim_lines(claim), width=100) == expected


@pytest.mark.parametrize(
    ("low", "high", "measure", "expected"),
    [
        (4, 4, Measure.KILLED, "4 killed"),
        (12, None, Measure.WOUNDED, "at least 12 wounded"),
        (12, 15, Measure.WOUNDED, "12–15 wounded"),
        (None, 200, Measure.PEOPLE, "up to 200 people"),
        (None, None, Measure.PEOPLE, "some people"),
        (1234567.0, 1234567.0, Measure.DISPLACED, "1,234,567 displaced"),
        (0.5, 0.5, Measure.DURATION, "0.5 years"),
        (0.008, 0.008, Measure.DURATION, "3 days"),
        (0.001, None, Measure.DURATION, "at least 9 hours"),
        (500, 500, Measure.DISTANCE, "500 m"),
    ],
)
def test_figures(low: float | None, high: float | None, measure: Measure, expected: str) -> None:
    assert figure_words(Figure(measure, low, high, span("4"))) == expected


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (date(2024, 11, 29), date(2024, 11, 29), "2024-11-29"),
        (date(2024, 11, 27), date(2024, 11, 29), "2024-11-27 – 2024-11-29"),
        (date(2024, 11, 27), None, "since 2024-11-27"),
        (None, date(2024, 11, 29), "until 2024-11-29"),
    ],
)
def test_days(earliest: date | None, latest: date | None, expected: str) -> None:
    assert day_words(Interval(earliest, latest, TimePrecision.DAYS)) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (None, "Marwa"),
        (MARWA, "Marwa (Idlib, SY)"),
        (replace(MARWA, admin1=None), "Marwa (SY)"),
        (replace(MARWA, admin1=None, country=None), "Marwa"),
    ],
)
def test_places(place: Place | None, expected: str) -> None:
    assert place_words(Location("Marwa", span("Marwa"), place)) == expected


def test_names_of_a_report_are_made_safe() -> None:
    evil = replace(POST, name="\x1b[2J[red]\u202ePost")
    assert voice_chain(replace(CLAIM, voices=(evil,))) == "\ufffd[2J[red]\ufffdPost"


def test_the_trigger_stands_out_where_the_terminal_can() -> None:
    line = evidence_line(CLAIM.evidence, [CLAIM.trigger])
    assert shown(line) == f"“{TEXT}”\n"
    assert "\x1b[1;3;4mshelling\x1b[0m" in shown(line, colour=True)


def test_lines_wrap_below_their_indent() -> None:
    assert shown(Line(Text("one two three four"), 2), width=12) == "  one two\n  three four\n"


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        ("Omar Siddiq", "of the Falcon Institute", "Omar Siddiq (of the Falcon Institute)"),
        ("Omar Siddiq", None, "Omar Siddiq"),
        ("Police spokesman Omar Siddiq", "police spokesman", "Police spokesman Omar Siddiq"),
        ("Omar Siddiq", "\x1b[2Jmayor", "Omar Siddiq (\ufffd[2Jmayor)"),
    ],
)
def test_a_role_follows_the_name_unless_it_is_part_of_it(name: str, role: str | None, expected: str) -> None:
    assert voice_chain(replace(CLAIM, voices=(replace(POST, name=name, role=role),))) == expected
