"""How two reports with passages in common stand to each other."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given

from tests.reconcile.copies.texts import BRIDGE, DENIAL, SHELLING, VISIT, report, reports
from whosays.model import Published, Report
from whosays.reconcile.copies import Relation, relate
from whosays.reconcile.copies.relation import before

STORY = f"{SHELLING} {BRIDGE} {DENIAL}"
OTHER = "Fishermen at Tolvey pulled a mine from their nets and towed it to the mole where sappers blew it up."


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (report(STORY, "Harbour Post", 3), report(STORY, "Tolvey Star", 4), Relation.REPRINT),
        (
            report(STORY, "Harbour Post", 3),
            report(f"{SHELLING} {DENIAL}", "Tolvey Star", 3),
            Relation.REPRINT,
        ),
        (report(STORY, "Reuters", 3), report(f"{STORY} - Reuters", "Tolvey Star", 3), Relation.REPRINT),
        (
            report(f"{STORY} - AFP", "Harbour Post"),
            report(f"BEIRUT (AFP) - {STORY}", "Tolvey Star"),
            Relation.WIRE,
        ),
        (
            report(f"{STORY} - AFP", "Harbour Post"),
            report(f"{STORY} - Reuters", "Tolvey Star"),
            Relation.REPRINT,
        ),
        (report(STORY, "Harbour Post"), report(f"{STORY} Reuters said so.", "Tolvey Star"), Relation.REPRINT),
        (
            report(STORY, "Harbour Post", 3),
            report(STORY.replace("nine", "12"), "harbour post", 4),
            Relation.VERSION,
        ),
        (report(STORY, None, 3), report(STORY, None, 4), Relation.REPRINT),
        (report(f"{VISIT} {OTHER} {BRIDGE}", "Harbour Post"), report(STORY, "Tolvey Star"), Relation.SHARED),
        (report(f"{VISIT} {BRIDGE} {OTHER}", "Harbour Post"), report(STORY, "Harbour Post"), Relation.SHARED),
    ],
)
def test_relations(one: Report, other: Report, relation: Relation) -> None:
    match = relate(one, other)
    assert match is not None
    assert match.relation is relation


def test_what_an_outlet_ends_its_articles_with_tells_nothing() -> None:
    one, other = f"{VISIT} {OTHER} {BRIDGE}", f"{SHELLING} {BRIDGE}"
    assert relate(report(one, "Harbour Post"), report(other, "Harbour Post")) is None
    assert relate(report(one, "Harbour Post"), report(other, "Tolvey Star")) is not None


def test_shares_are_of_either_text() -> None:
    match = relate(report(STORY, "Harbour Post"), report(f"{VISIT} {STORY} {OTHER}", "Tolvey Star"))
    assert match is not None
    assert max(match.share_a, match.share_b) == 1
    assert 0.5 < min(match.share_a, match.share_b) < 1


def test_other_news_of_one_outlet_is_no_version() -> None:
    assert relate(report(VISIT, "Harbour Post"), report(SHELLING, "Harbour Post")) is None


@given(reports, reports)
def test_it_does_not_matter_which_comes_first(one: Report, other: Report) -> None:
    assert relate(one, other) == relate(other, one)


@given(reports)
def test_a_report_has_no_relation_with_itself(one: Report) -> None:
    assert relate(one, one) is None


_EAST = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        (date(2031, 5, 3), date(2031, 5, 4), True),
        (date(2031, 5, 3), date(2031, 5, 3), False),
        (None, date(2031, 5, 3), False),
        (datetime(2031, 5, 3, 8, tzinfo=_EAST), datetime(2031, 5, 3, 1, tzinfo=UTC), True),
        (datetime(2031, 5, 3, 8), datetime(2031, 5, 3, 9), False),  # noqa: DTZ001
        (datetime(2031, 5, 3, 8, tzinfo=UTC), date(2031, 5, 3), False),
    ],
)
def test_only_what_is_known_is_before(one: Published, other: Published, known: bool) -> None:
    assert before(Report("a", published=one), Report("b", published=other)) is known
