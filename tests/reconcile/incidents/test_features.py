"""What speaks for and against one happening."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from tests.reconcile.incidents.articles import MARSA, event, events
from tests.reconcile.sentences import DAY
from whosays.model import Kind
from whosays.reconcile.incidents import EventReport, Spot, Toll, features
from whosays.reconcile.incidents.score import weights

NOBODY: dict[str, Any] = {"sides": frozenset(), "hit": frozenset(), "killed": None}
VALE = Spot("13", fine=False, within=frozenset(), country="XR", admin1="Vale", point=(35.1, 36.3))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {},
            {
                "place: town": 1,
                "time: day": 1,
                "that day, place: town": 1,
                "sides: shared": 1,
                "hit: shared": 1,
            },
        ),
        ({"spots": (VALE,)}, {"place: within": 1, "that day, place: within": 1}),
        ({"spots": (), "first": None, "last": None}, {"place: unsaid": 1, "time: one dated, 1 days": 1}),
        ({"sides": frozenset({"river-air-force", "north-army"})}, {"sides: shared": 0.5}),
        ({"sides": frozenset({"hill-rebels"}), "hit": frozenset()}, {"sides: others": 1, "hit: unsaid": 1}),
        ({"kinds": frozenset({Kind.HARM})}, {"kind: open": 1}),
        ({"kinds": frozenset({Kind.SHELLING, Kind.HARM})}, {"kind: other": 1}),
        (
            {"killed": Toll(9, 12)},
            {"killed: same": 1, "killed: same, how many": pytest.approx(2.197, abs=0.001)},
        ),
        ({"killed": Toll(12, 12)}, {"killed: other": pytest.approx(0.288, abs=0.001), "killed: about": 1}),
        ({"killed": Toll(90, 90)}, {"killed: other": pytest.approx(2.303, abs=0.001), "killed: about": 0}),
        ({"killed": Toll(0, 0)}, {"killed: one none": 1}),
        ({"killed": None}, {}),
        ({"source": "source a"}, {"one article": 1}),
        ({"outlet": "outlet a"}, {"one outlet": 1}),
        ({"outlet": "", "published": None}, {}),
    ],
)
def test_the_table(changes: dict[str, Any], expected: dict[str, float]) -> None:
    found = features(event("a"), event("b", **changes))
    assert {name: found.get(name) for name in expected} == expected
    if changes.get("killed", True) is None:
        assert not any(name.startswith("killed") for name in found)


def test_neither_counts_where_both_count_nobody() -> None:
    none = {"killed": Toll(0, 0)}
    assert features(event("a", **none), event("b", **none))["killed: none"] == 1


def test_two_of_one_article_are_compared_in_nothing_that_articles_have() -> None:
    titled = {"words": frozenset({"market"}), "source": "one"}
    found = features(event("a", **titled), event("b", **titled))
    assert found["one article"] == 1
    assert not {"title", "one outlet", "published that day"} & found.keys()


def test_titles_share_words_by_how_many_they_have() -> None:
    one = event("a", words=frozenset({"jets", "bomb", "market", "marsa"}))
    other = event("b", words=frozenset({"market"}))
    assert features(one, other)["title"] == 0.5


@given(events(), events())
def test_they_are_the_same_whichever_comes_first(one: EventReport, other: EventReport) -> None:
    assert list(features(one, other).items()) == list(features(other, one).items())


@given(events(), events())
def test_what_is_explained_adds_up(one: EventReport, other: EventReport) -> None:
    table = weights("pair")
    found = features(one, other)
    explained = table.explain(found)
    assert {name for name, _ in explained} == found.keys()
    assert table.bias + sum(added for _, added in explained) == pytest.approx(table.logit(found))
    assert [abs(added) for _, added in explained] == sorted((abs(a) for _, a in explained), reverse=True)


def test_more_in_common_is_likelier() -> None:
    table, one = weights("pair"), event("a")
    same = table.logit(features(one, event("b")))
    elsewhere = table.logit(features(one, event("b", spots=(VALE,))))
    later = table.logit(features(one, event("b", first=DAY.toordinal() + 2, last=DAY.toordinal() + 2)))
    others = table.logit(
        features(one, event("b", sides=frozenset({"hill-rebels"}), hit=frozenset({"bridge"})))
    )
    assert same > max(elsewhere, later, others)
    assert MARSA in one.spots
