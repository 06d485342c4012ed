"""Event reports to groups, under people's judgements."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.reconcile.incidents.cluster import APART, ENOUGH, Judged, Pair, clusters, pair

NONE = Judged()
LIKE = dict.fromkeys([("a", "b"), ("b", "c"), ("a", "c")], 2.0)


def same(*pairs: str) -> Judged:
    return Judged(same=frozenset(pair(*both) for both in pairs))


def different(*pairs: str, beside: Judged = NONE) -> Judged:
    return Judged(beside.same, frozenset(pair(*both) for both in pairs))


@pytest.mark.parametrize(
    ("ids", "logits", "judged", "expected"),
    [
        ("", {}, NONE, []),
        ("ab", {}, NONE, ["a", "b"]),
        ("ab", {("a", "b"): 1.0}, NONE, ["ab"]),
        ("ab", {("a", "b"): ENOUGH}, NONE, ["a", "b"]),
        ("abc", LIKE, NONE, ["abc"]),
        ("abc", LIKE, different("ac"), ["ab", "c"]),
        ("abc", {**LIKE, ("b", "c"): 3.0}, different("ac"), ["a", "bc"]),
        ("abc", {("a", "b"): 2.0, ("b", "c"): 1.0}, NONE, ["ab", "c"]),
        ("abc", {("a", "b"): 9.0, ("b", "c"): 4.0}, NONE, ["abc"]),
        ("abcd", {("a", "b"): 3.0, ("c", "d"): 3.0, ("b", "c"): 2.0}, NONE, ["ab", "cd"]),
        ("ab", {}, same("ab"), ["ab"]),
        ("ab", {("a", "b"): -9.0}, same("ab"), ["ab"]),
        ("abc", {}, same("ab", "bc"), ["abc"]),
        ("abcd", {}, same("ab", "bc", "cd"), ["abcd"]),
        ("abcd", {}, same("ad", "bd", "cd"), ["abcd"]),
        ("abc", {("a", "c"): 0.1}, same("ab"), ["abc"]),
        ("abc", {("a", "c"): 0.1, ("b", "c"): -9.0}, same("ab"), ["abc"]),
        ("abc", {("a", "c"): -1.0, ("b", "c"): -9.0}, same("ab"), ["ab", "c"]),
        ("abc", {("a", "c"): 9.0}, different("bc", beside=same("ab")), ["ab", "c"]),
        ("abc", {}, different("ac", beside=same("ab", "bc")), ["ab", "c"]),
        ("abc", LIKE, different("ac", beside=same("bc")), ["a", "bc"]),
        ("ab", {}, different("ab", beside=same("ab")), ["a", "b"]),
        ("ab", {("a", "b"): 9.0}, different("ab"), ["a", "b"]),
        ("ab", {("a", "z"): 9.0}, same("az", "yz"), ["a", "b"]),
        ("ab", {("a", "b"): 9.0}, different("az"), ["ab"]),
    ],
)
def test_groups(ids: str, logits: Mapping[Pair, float], judged: Judged, expected: list[str]) -> None:
    assert clusters(ids, logits, judged) == [tuple(group) for group in expected]


IDS = "abcdefg"
PAIRS = list(combinations(IDS, 2))
some_pairs = st.frozensets(st.sampled_from(PAIRS), max_size=3)
all_logits = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([-9.0, -0.4, 0.1, 0.3, 2.0, 2.5, 9.0]))


@given(all_logits, some_pairs, some_pairs, st.randoms())
def test_no_order_matters(
    logits: dict[Pair, float], joined: frozenset[Pair], parted: frozenset[Pair], shuffled: random.Random
) -> None:
    judged = Judged(joined, parted)
    found = clusters(IDS, logits, judged)
    ids = shuffled.sample(IDS, len(IDS))
    other_order = dict(shuffled.sample(sorted(logits.items()), len(logits)))
    assert clusters(ids, other_order, judged) == found
    assert sorted(id_ for group in found for id_ in group) == list(IDS)


@given(all_logits, some_pairs, some_pairs)
def test_judgements_win(logits: dict[Pair, float], joined: frozenset[Pair], parted: frozenset[Pair]) -> None:
    group = _groups(clusters(IDS, logits, Judged(joined, parted)))
    assert all(group[one] != group[other] for one, other in parted)
    if not parted:
        assert all(group[one] == group[other] for one, other in joined)


@given(all_logits)
def test_what_is_like_enough_is_joined_to_the_end(logits: dict[Pair, float]) -> None:
    for one, other in combinations(clusters(IDS, logits, NONE), 2):
        between = [logits.get(pair(a, b), APART) for a in one for b in other]
        assert sum(between) / len(between) <= ENOUGH + 1e-9


@given(all_logits, st.floats(-3, 3))
def test_components_do_not_touch_each_other(logits: dict[Pair, float], linked: float) -> None:
    left, right = set("abc"), set("defg")
    apart = {both: value for both, value in logits.items() if left >= set(both) or right >= set(both)}
    whole = clusters(IDS, apart, NONE)
    assert whole == sorted(clusters(left, apart, NONE) + clusters(right, apart, NONE))
    weak = {**apart, ("c", "d"): min(linked, ENOUGH)}
    assert clusters(IDS, weak, NONE) == whole


def _groups(found: list[tuple[str, ...]]) -> dict[str, int]:
    return {id_: number for number, group in enumerate(found) for id_ in group}
