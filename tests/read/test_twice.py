"""One toll that two words claim."""

from __future__ import annotations

import pytest

from tests.read.reading import read
from whosays.model import Measure

TOLLS = {Measure.KILLED, Measure.WOUNDED}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The death toll from the blast in Taiz reached at least 112 people, a doctor said.", 112),
        ("Rescuers said that they had carried away at least 30 bodies from the market of Taiz.", 30),
        ("Shells killed nine people in Taiz on Friday.", 9),
    ],
)
def test_a_toll_is_claimed_once(text: str, killed: int) -> None:
    found = [f for claim in read(text).claims for f in claim.figures if f.measure in TOLLS]
    assert [(figure.measure, figure.low) for figure in found] == [(Measure.KILLED, killed)]


def test_two_harms_beside_each_other_are_two_claims() -> None:
    found = read("The raid on Taiz killed two soldiers and wounded two others.").claims
    assert {f.measure: f.low for claim in found for f in claim.figures} == {
        Measure.KILLED: 2,
        Measure.WOUNDED: 2,
    }
