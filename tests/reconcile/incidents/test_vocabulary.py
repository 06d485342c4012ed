"""What is a happening, and what goes together."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from tests.reconcile.accounts.telling import on, tell
from tests.reconcile.sentences import DAY
from whosays.model import Interval, Kind, Stance, TimePrecision
from whosays.reconcile.incidents.vocabulary import VOCABULARY


@pytest.mark.parametrize(
    ("kind", "trigger", "stance", "when", "expected"),
    [
        (Kind.AIRSTRIKE, "bombed", Stance.ASSERTED, on(DAY), True),
        (Kind.AIRSTRIKE, "bombed", Stance.DENIED, None, True),
        (Kind.AIRSTRIKE, "bombed", Stance.UNCONFIRMED, None, True),
        (Kind.AIRSTRIKE, "bomb", Stance.PREDICTED, None, False),
        (Kind.AIRSTRIKE, "bomb", Stance.CONDITIONAL, None, False),
        (Kind.CONTROL, "captured", Stance.ASSERTED, None, True),
        (Kind.CONTROL, "Held", Stance.ASSERTED, None, False),
        (Kind.BACKING, "arms", Stance.ASSERTED, None, False),
        (Kind.HARM, "killed", Stance.ASSERTED, on(DAY, DAY + timedelta(days=30)), True),
        (Kind.HARM, "killed", Stance.ASSERTED, on(DAY, DAY + timedelta(days=31)), False),
        (Kind.HARM, "killed", Stance.ASSERTED, Interval(date(2011, 3, 1), None, TimePrecision.LONGER), False),
    ],
)
def test_what_tells_of_a_happening(
    kind: Kind, trigger: str, stance: Stance, when: Interval | None, expected: bool
) -> None:
    claim = tell(kind=kind, trigger=trigger, stance=stance, when=when).claim
    assert VOCABULARY.is_happening(claim) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Kind.AIRSTRIKE, Kind.HARM, True),
        (Kind.AIRSTRIKE, Kind.ATTACK, True),
        (Kind.AIRSTRIKE, Kind.SHELLING, True),
        (Kind.AIRSTRIKE, Kind.ACCUSATION, True),
        (Kind.AIRSTRIKE, Kind.CLASH, False),
        (Kind.SHELLING, Kind.BOMBING, False),
        (Kind.DETAIN, Kind.SHELLING, False),
        (Kind.DETAIN, Kind.DETAIN, True),
        (Kind.HARM, Kind.CONTROL, False),
        (Kind.CONTROL, Kind.MOVEMENT, True),
        (Kind.AGREEMENT, Kind.DIPLOMACY, True),
        (Kind.AID, Kind.DISPLACE, False),
    ],
)
def test_kinds_that_can_tell_one_happening(one: Kind, other: Kind, expected: bool) -> None:
    assert VOCABULARY.go_together(one, other) is VOCABULARY.go_together(other, one) is expected


def test_kinds_go_together_both_ways_and_each_with_itself() -> None:
    for one, other in product(VOCABULARY.family, repeat=2):
        assert VOCABULARY.go_together(one, other) is VOCABULARY.go_together(other, one)
        assert VOCABULARY.go_together(one, one)


def test_every_kind_with_means_is_in_a_family() -> None:
    assert VOCABULARY.means.keys() <= VOCABULARY.family.keys()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("people", True),
        ("unknown gunmen", True),
        ("some residents", True),
        ("river army", False),
        ("", False),
    ],
)
def test_names_that_tell_nobody_apart(name: str, expected: bool) -> None:
    assert VOCABULARY.tells_nobody(name) is expected
