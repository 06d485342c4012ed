"""How far people agree, beside the worked example of the one whom the measure is named after."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ledger.agreement import agreement, alpha, coders
from whosays.model import Decision, Judgement, Kind, Part, SlotValue, Subject

CODERS = ("123321412...", "12332241 25.3".replace(" ", ""), ".3332342251.", "12332441251.")
AT = datetime(2031, 6, 1, tzinfo=UTC)


def units(*coders: str) -> list[list[str]]:
    return [[value for value in unit if value != "."] for unit in zip(*coders, strict=True)]


def test_krippendorffs_own_example() -> None:
    assert alpha(units(*CODERS)) == pytest.approx(0.743, abs=0.0005)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=2, max_size=4), min_size=1, max_size=9))
def test_it_is_one_at_most_and_whoever_is_named_first(found: list[list[str]]) -> None:
    value = alpha(found)
    assert value is None or value <= 1
    assert alpha([list(reversed(each)) for each in reversed(found)]) == pytest.approx(value)
    same = alpha([[each[0]] * len(each) for each in found])
    assert same is None or same == 1


def judged(by: str, claim: str, decision: Decision, value: SlotValue | None = None) -> Judgement:
    slot = Part.KIND if value else None
    subject = Subject.SLOT if value else Subject.CLAIM
    return Judgement(subject, "", decision, by, "so", AT, claim=claim, slot=slot, value=value)


def test_by_slots_each_with_the_last_decision_of_each_person() -> None:
    found = [
        judged("mara", "a1", Decision.REJECT),
        judged("mara", "a1", Decision.ACCEPT),
        judged("omar", "a1", Decision.ACCEPT),
        judged("mara", "b2", Decision.REJECT),
        judged("omar", "b2", Decision.REJECT),
        judged("omar", "c3", Decision.REJECT),
        judged("mara", "d4", Decision.CORRECT, Kind.SHELLING),
        judged("omar", "d4", Decision.CORRECT, Kind.AIRSTRIKE),
        judged("omar", "e5", Decision.ACCEPT),
        judged("mara", "e5", Decision.ACCEPT),
        judged("mara", "e5", Decision.WITHDRAW),
    ]
    whole, kind = agreement(found)
    assert (whole.slot, whole.alpha, whole.units) == ("claim", 1.0, 2)
    assert (kind.slot, kind.units) == ("kind", 1)
    assert kind.alpha is not None
    assert kind.alpha <= 0
    assert coders(found) == ["mara", "omar"]
    assert agreement([]) == []
