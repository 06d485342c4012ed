"""Parties: when they live."""

from __future__ import annotations

from datetime import date

import pytest

from whosays.model import Party
from whosays.model.party import PartySort

START, END = date(2012, 1, 1), date(2018, 6, 30)


@pytest.mark.parametrize(
    ("since", "until", "on", "lives"),
    [
        (START, END, date(2015, 1, 1), True),
        (START, END, START, True),
        (START, END, END, True),
        (START, END, date(2011, 12, 31), False),
        (START, END, date(2018, 7, 1), False),
        (START, None, date(2030, 1, 1), True),
        (None, END, date(1990, 1, 1), True),
        (START, END, None, True),
    ],
)
def test_a_party_lives_between_its_bounds(
    since: date | None, until: date | None, on: date | None, lives: bool
) -> None:
    party = Party("x", PartySort.ARMED_GROUP, ("X Brigade",), since=since, until=until)
    assert party.lives(on) is lives
