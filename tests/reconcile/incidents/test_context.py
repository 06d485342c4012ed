"""What neighbours say of two event reports."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.reconcile.incidents.context import context

FEWER, MORE = "likelier partners, of the one with fewer", "likelier partners, of the one with more"
ALONE, BOTH = "partners of one alone", "share of partners of both"


def test_two_that_have_nobody_else() -> None:
    assert context({"b": 0.5}, {"a": 0.5}, "a", "b") == {FEWER: 0, MORE: 0, ALONE: 0, BOTH: 0}


def test_a_partner_of_both_speaks_for_it_and_of_one_alone_against() -> None:
    shared = context({"b": 0.5, "c": 0.9}, {"a": 0.5, "c": 0.9}, "a", "b")
    alone = context({"b": 0.5, "c": 0.9}, {"a": 0.5}, "a", "b")
    assert shared[BOTH] == pytest.approx(0.81 / (1.8 - 0.81 + 0.3))
    assert alone[BOTH] == 0
    assert shared[MORE] == pytest.approx(0.693, abs=0.001)
    assert alone[FEWER] == 0


def test_partners_that_are_unlike_for_the_two_count_by_how_unlike() -> None:
    found = context({"b": 0.5, "c": 0.9}, {"a": 0.5, "c": 0.1}, "a", "b")
    assert found[ALONE] == pytest.approx(0.8 / (0.09 + 0.8 + 0.3))


chances = st.dictionaries(st.sampled_from("cdefghij"), st.floats(0.02, 1), max_size=8)


@given(chances, chances, st.floats(0.02, 1), st.randoms())
def test_it_is_the_same_both_ways_and_in_any_order(
    mine: dict[str, float], its: dict[str, float], chance: float, shuffled: random.Random
) -> None:
    mine, its = {**mine, "b": chance}, {**its, "a": chance}
    found = context(mine, its, "a", "b")
    assert list(context(its, mine, "b", "a").items()) == list(found.items())
    order = [sorted(each.items(), key=lambda _: shuffled.random()) for each in (mine, its)]
    assert context(dict(order[0]), dict(order[1]), "a", "b") == found
