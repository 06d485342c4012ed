"""Coded claims as marks: which words fill their slots."""

from __future__ import annotations

from typing import Any

import pytest

from training.corpus import claims
from training.marked import Mark
from training.teacher.entities import parsed

TEXT = "Rebels have besieged the town since Wednesday. The rebels shelled it in March, and 12 people died."


def marked(**claim: Any) -> Mark:
    """The mark of a claim of TEXT, published on Friday 6 May 2016."""
    start = TEXT.index(claim.pop("trigger"))
    row = {
        "text": TEXT,
        "published": "2016-05-06",
        "times": claim.pop("times", True),
        "claims": [
            {"trigger": [start, start + 5], "kind": "control", "voices": [], "stance": "asserted"}
            | {"actor": [], "target": [], "place": None, "time": None, "figures": []}
            | claim
        ],
    }
    triggers = claims(row, parsed(TEXT)).triggers
    assert triggers is not None
    return triggers[0]


@pytest.mark.parametrize(
    ("trigger", "time", "words"),
    [
        pytest.param("besieged", "2016-05-04/2016-05-06", ["Wednesday"], id="a spell until the publication"),
        pytest.param("shelled", "2016-03", ["March"], id="a month"),
        pytest.param("shelled", None, [], id="none"),
    ],
)
def test_a_time_is_the_words_that_say_it(trigger: str, time: str | None, words: list[str]) -> None:
    assert [TEXT[slice(*span)] for span in marked(trigger=trigger, time=time).parts["time"]] == words


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param({"time": "2016-03", "times": False}, id="coded against a wrong day"),
        pytest.param({"time": "2015-01-07"}, id="said nowhere in these words"),
    ],
)
def test_a_time_that_is_not_known_is_no_part(claim: dict[str, Any]) -> None:
    assert "time" not in marked(trigger="shelled", **claim).parts


def test_all_mentions_of_a_name_are_kept_the_nearest_first() -> None:
    mark = marked(trigger="shelled", actor=["the rebels|rebels"])
    assert [TEXT[slice(*s)] for s in mark.mentions["actor"][0]] == ["The rebels", "Rebels"]
    assert mark.parts["actor"] == mark.mentions["actor"][0][:1]


def test_a_number_is_the_words_that_say_it() -> None:
    figure = {"measure": "killed", "low": 12, "high": 12}
    assert [TEXT[slice(*s)] for s in marked(trigger="died", figures=[figure]).parts["figure"]] == ["12"]
