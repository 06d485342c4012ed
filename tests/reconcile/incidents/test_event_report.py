"""Claims of one happening in the form in which happenings are compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.reconcile.accounts.telling import at_least, killed, named, on, place, tell
from tests.reconcile.sentences import DAY
from whosays.model import (
    Claim,
    Figure,
    FigureSort,
    Interval,
    Kind,
    Location,
    Measure,
    Named,
    PlacePrecision,
    Report,
    Span,
    TimePrecision,
)
from whosays.reconcile.incidents import EventReport, Spot, Toll
from whosays.reconcile.incidents.event_report import event_report, title_words

REPORT = Report("...", title="Après the raid: Jets bomb MARSA market", publisher="Çoast Post", published=DAY)


def made(*claims: Claim, report: Report = REPORT) -> EventReport:
    return event_report(report, claims or (tell(id_="c1").claim,))


def test_it_has_the_id_of_its_first_claim_and_what_its_report_tells_of_itself() -> None:
    found = made(tell(id_="c1", kind=Kind.AIRSTRIKE).claim, tell(id_="c2", kind=Kind.HARM).claim)
    assert (found.id, found.claims) == ("c1", ("c1", "c2"))
    assert found.kinds == {Kind.AIRSTRIKE, Kind.HARM}
    assert (found.report, found.published) == (REPORT.digest, DAY.toordinal())
    assert found.outlet == "coast post"
    assert found.words == {"raid", "jets", "bomb", "marsa", "market"}
    assert not any([found.first, found.spots, found.sides, found.hit, found.killed])


def test_rows_of_one_article_have_one_source_and_untitled_reports_each_their_own() -> None:
    row, other = replace(REPORT, text="row 1"), replace(REPORT, text="row 2")
    assert made(report=row).source == made(report=other).source
    assert made(report=replace(row, title=None)).source != made(report=replace(other, title=None)).source
    assert made(report=replace(row, published=None)).published is None


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([], None),
        ([on(DAY)], (0, 0)),
        ([on(DAY, DAY + timedelta(days=6)), on(DAY + timedelta(days=2))], (2, 2)),
        ([Interval(DAY, None, TimePrecision.DAY)], (0, 0)),
        ([Interval(None, DAY, TimePrecision.DAY), on(DAY, DAY + timedelta(days=300))], (0, 300)),
    ],
)
def test_the_narrowest_time_counts(times: list[Interval], expected: tuple[int, int] | None) -> None:
    found = made(tell().claim, *(tell(when=time).claim for time in times))
    day = DAY.toordinal()
    assert (found.first, found.last) == (
        (None, None) if expected is None else (day + expected[0], day + expected[1])
    )


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (None, ()),
        (place("Marsa"), (Spot("?", True, frozenset(), "XR", "Upper Vale", (35.0, 36.0)),)),
        (
            replace(place("Marsa"), name="the fish market in the city of Marsa"),
            (Spot("?", True, frozenset({"fish", "market"}), "XR", "Upper Vale", (35.0, 36.0)),),
        ),
        (
            replace(place("Marsa"), name="the old mill"),
            (Spot("?", True, frozenset(), "XR", "Upper Vale", (35.0, 36.0)),),
        ),
        (
            place("Vale", PlacePrecision.PROVINCE),
            (Spot("?", False, frozenset(), "XR", "Upper Vale", (35.0, 36.0)),),
        ),
        (Location("the old mill", Span(0, 3, "old")), (Spot(None, True, frozenset({"old", "mill"})),)),
        (Location("the north of the country", Span(0, 3, "the")), (Spot(None, True, frozenset()),)),
    ],
)
def test_places(where: Location | None, expected: tuple[Spot, ...]) -> None:
    id_ = str(where.place.geonames_id) if where and where.place else None
    assert made(tell(where=where).claim).spots == tuple(replace(spot, key=id_) for spot in expected)


def test_a_place_that_two_claims_name_is_there_once() -> None:
    claims = [
        tell(where=place("Marsa")).claim,
        tell(where=place("Marsa")).claim,
        tell(where=place("Vale")).claim,
    ]
    assert len(made(*claims).spots) == 2


def test_a_place_without_an_id_is_known_by_name_and_country() -> None:
    where = place("Mârsa")
    assert where.place is not None
    found = made(tell(where=replace(where, place=replace(where.place, geonames_id=None))).claim)
    assert [spot.key for spot in found.spots] == ["marsa/XR"]


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        (named(("River army", "river-army")), {"river-army"}),
        (named("Sons of the Vale"), {"sons of the vale"}),
        (named("gunmen", "unknown attackers", "several fighters"), set()),
        (named(("people", "hill-rebels")), {"hill-rebels"}),
    ],
)
def test_the_sides_are_those_that_can_be_told_apart(actors: tuple[Named, ...], expected: set[str]) -> None:
    assert made(tell(actor=actors).claim).sides == expected


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (named("the market"), {"market"}),
        (named("vegetable markets", "Marsa Hospital"), {"vegetable", "market", "marsa", "hospital"}),
        (named("civilians", "eleven people"), {"eleven"}),
        ((), set()),
    ],
)
def test_whom_it_was_done_to_is_told_in_words(targets: tuple[Named, ...], expected: set[str]) -> None:
    assert made(tell(target=targets).claim).hit == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((), None),
        ((killed(9),), Toll(9, 9)),
        ((killed(9), killed(14)), Toll(14, 14)),
        ((at_least(9),), Toll(9, 9)),
        ((killed(9, 14), killed(9)), Toll(9, 14)),
        ((killed(None, 200),), Toll(200, 200)),
        ((killed(30, sort=FigureSort.PART), killed(14)), Toll(14, 14)),
        ((killed(40, measure=Measure.WOUNDED),), None),
    ],
)
def test_the_highest_count_is_the_toll(figures: tuple[Figure, ...], expected: Toll | None) -> None:
    one, *rest = (tell(figures=[figure]).claim for figure in figures or [killed(1, measure=Measure.STRIKES)])
    assert made(one, *rest).killed == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("", set()),
        ("Says who?", set()),
        ("L'armée: 12 tués à Mârsa", {"armee", "tues", "marsa"}),
        ("\ud83d \0 <b>Marsa</b>", {"marsa"}),
    ],
)
def test_the_words_of_a_title(title: str, expected: set[str]) -> None:
    assert title_words(title) == expected


def test_the_first_day_of_the_calendar_is_no_trouble() -> None:
    assert made(tell(when=on(date.min)).claim).first == 1
