"""Making out what a model answers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.read.llm.answer import Proposed, proposals

KILLED = {"trigger": "killed", "kind": "harm"}
FLED = {"trigger": "fled", "kind": "displace"}
BOTH = json.dumps({"claims": [KILLED, FLED]})


def triggers(answer: str) -> list[str]:
    return [p.trigger for p in proposals(answer) if isinstance(p, Proposed)]


@pytest.mark.parametrize(
    "answer",
    [
        BOTH,
        f"```json\n{BOTH}\n```",
        f"Here are the claims:\n{BOTH}\nI hope {{this}} helps.",
        json.dumps([KILLED, FLED]),
        f"{json.dumps(KILLED)}\n{json.dumps(FLED)}",
        json.dumps({"claims": {"1": KILLED, "2": FLED}}),
    ],
)
def test_claims_are_found_in_any_wrapping(answer: str) -> None:
    assert triggers(answer) == ["killed", "fled"]


@pytest.mark.parametrize("end", [1, 2, 5, 20])
def test_of_an_answer_that_breaks_off_what_is_whole_is_read(end: int) -> None:
    assert triggers(BOTH[:-end]) in (["killed", "fled"], ["killed"])


@pytest.mark.parametrize("answer", ['{"claims": []}', "[]", '{"claims": [\n]}'])
def test_no_claims_are_no_fault(answer: str) -> None:
    assert list(proposals(answer)) == []


@pytest.mark.parametrize(
    "answer", ["", "I cannot help with that.", '{"claims": [{"trigger": "kil', "{" * 5000]
)
def test_an_answer_that_cannot_be_read_is_said_so(answer: str) -> None:
    assert list(proposals(answer)) == ["the answer holds no claims that can be read"]


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"trigger": 7, "kind": "harm"}, "trigger"),
        ({"trigger": "killed"}, "kind"),
        ({**KILLED, "actor": [{"name": "the army"}]}, "actor.0"),
        ({**KILLED, "figures": [{"measure": "killed"}]}, "figures.0.quote"),
    ],
)
def test_a_malformed_claim_is_named_and_the_others_are_read(fields: dict[str, object], where: str) -> None:
    broken, whole = proposals(json.dumps({"claims": [fields, FLED]}))
    assert broken == f"a claim is malformed at “{where}” and left out"
    assert isinstance(whole, Proposed)


def test_nothing_and_one_stand_where_a_list_should() -> None:
    (claim,) = proposals(json.dumps({**KILLED, "actor": "the army", "voices": None, "figures": None}))
    assert isinstance(claim, Proposed)
    assert (claim.actor, claim.voices, claim.figures) == (["the army"], [], [])


@given(st.text())
def test_any_answer_is_survived(answer: str) -> None:
    assert all(isinstance(each, str | Proposed) for each in proposals(answer))


@given(st.integers(0, len(BOTH)), st.text(max_size=5))
def test_any_damage_is_survived(at: int, noise: str) -> None:
    assert all(isinstance(p, str | Proposed) for p in proposals(BOTH[:at] + noise + BOTH[at + 1 :]))
