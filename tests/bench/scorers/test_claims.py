from __future__ import annotations

from typing import Any

import pytest

from bench.scorers.claims import SLOTS, score
from bench.scorers.measures import Counts, Row, Scores

# "Shells fell on Tarsa on Friday, killing four, a nurse told the Tarsa Herald. The army denied it."
SENTENCES = [[0, 76], [77, 96]]


def claim(trigger: list[int], kind: str, **slots: Any) -> Row:
    empty: Row = {"voices": [], "actor": [], "target": [], "place": None, "time": None, "figures": []}
    return {"trigger": trigger, "kind": kind, "stance": "asserted"} | empty | slots


FELL = claim([7, 11], "shelling", voices=["Tarsa Herald", "a nurse"], place="Tarsa", time="2031-03-14")
KILLING = claim(
    [32, 39],
    "harm",
    voices=["Tarsa Herald", "a nurse"],
    target=["four people|civilians"],
    figures=[{"measure": "killed", "low": 4, "high": 4}],
)
DENIED = claim([86, 92], "shelling", voices=["the army"], stance="denied", actor=["the army"])
GOLD = [FELL, KILLING, DENIED]


def scored(gold: list[Row], predicted: list[Row]) -> Scores:
    return score([{"id": "a", "sentences": SENTENCES, "claims": gold}], {"a": {"claims": predicted}})


def test_gold_against_itself_is_perfect() -> None:
    assert set(scored(GOLD, GOLD).headline().values()) == {1.0}


def test_report_without_a_prediction_is_missed() -> None:
    got = score([{"id": "a", "sentences": SENTENCES, "claims": GOLD}], {})
    assert got.counts["claims"] == Counts(hits=0, predicted=0, gold=3)


def test_slot_sums_over_the_slots() -> None:
    counts = scored(GOLD, [FELL]).counts
    assert counts["slot"] == Counts(
        hits=sum(counts[slot].hits for slot in SLOTS),
        predicted=sum(counts[slot].predicted for slot in SLOTS),
        gold=sum(counts[slot].gold for slot in SLOTS),
    )


def test_names_may_be_objects() -> None:
    named = FELL | {"voices": [{"name": "Tarsa Herald"}, {"name": "a nurse"}], "place": {"name": "Tarsa"}}
    assert scored([FELL], [named]).counts["slot"].f1 == 1


def test_no_voice_is_the_reports_own() -> None:
    own = FELL | {"voices": []}
    assert scored([own], [own]).counts["voice"] == Counts(1, 1, 1)
    assert scored([FELL], [own]).counts["voice"] == Counts(0, 1, 2)


@pytest.mark.parametrize(
    ("predicted", "aligned", "typed"),
    [
        (FELL | {"trigger": [0, 11]}, 1, 1),
        (FELL | {"kind": "airstrike"}, 1, 0),
        (FELL | {"trigger": [40, 45]}, 1, 1),
        (FELL | {"trigger": [40, 45], "kind": "airstrike"}, 0, 0),
        (FELL | {"trigger": [86, 92]}, 0, 0),
    ],
)
def test_claims_align_by_words_or_by_kind_and_sentence(predicted: Row, aligned: int, typed: int) -> None:
    counts = scored([FELL], [predicted]).counts
    assert (counts["claims"].hits, counts["typed"].hits) == (aligned, typed)


def test_same_words_go_before_same_sentence() -> None:
    elsewhere = FELL | {"trigger": [40, 45]}
    bare = claim([7, 11], "shelling")
    assert scored([FELL], [elsewhere, bare]).counts["place"].hits == 0


def test_a_value_is_used_once() -> None:
    two = KILLING | {"figures": [{"measure": "killed", "low": 4, "high": 4}] * 2}
    assert scored([two], [KILLING]).counts["figure"] == Counts(hits=1, predicted=1, gold=2)


def test_figures_agree_in_measure_and_both_ends() -> None:
    at_least = KILLING | {"figures": [{"measure": "killed", "low": 4, "high": None}]}
    assert scored([KILLING], [at_least]).counts["figure"].hits == 0
