"""Readings by a model: what stands in the text comes through, the rest is told and left out."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

import pytest

from tests.read.llm.served import claims, completion, served
from whosays.model import Claim, Kind, Measure, ReaderError, Reading, Report, Stance, VoiceSort
from whosays.pipeline import Pipeline

TEXT = (
    "A doctor in Hass told Reuters that jets killed at least nine people on Friday. "
    "The army denied it. Rebels may attack Hama, a monitor said."
)
KILLED: dict[str, Any] = {
    "sentence": 1,
    "trigger": "killed",
    "kind": "harm",
    "stance": "asserted",
    "voices": ["Reuters", "A doctor"],
    "actor": ["jets"],
    "target": ["nine people"],
    "place": "Hass",
    "time": "on Friday",
    "figures": [{"quote": "at least nine", "measure": "killed"}],
}


def read(model: str, text: str = TEXT, publisher: str | None = None) -> Reading:
    report = Report(text, given_id="r-1", publisher=publisher, published=date(2016, 5, 4))
    return Pipeline.asking(model, "large").read(report)


def only(*found: dict[str, Any]) -> Claim:
    with served(claims(*found)) as model:
        (claim,) = read(model.url).claims
    return claim


def warnings(caplog: pytest.LogCaptureFixture, **changes: Any) -> list[str]:
    with caplog.at_level(logging.WARNING, "whosays.read.llm"):
        only(KILLED | changes)
    return [record.getMessage() for record in caplog.records]


def test_every_slot_is_tied_to_the_text() -> None:
    claim = only(KILLED)
    assert (claim.kind, claim.stance) == (Kind.HARM, Stance.ASSERTED)
    assert [(v.name, v.span.quote) for v in claim.voices] == [("Reuters", "Reuters"), ("doctor", "doctor")]
    assert claim.voices[0].sort is VoiceSort.OUTLET
    assert [a.span.quote for a in claim.actor] == ["jets"]
    assert claim.place is not None
    assert claim.place.name == "Hass"
    assert claim.time is not None
    assert claim.time.earliest == claim.time.latest == date(2016, 4, 29)
    assert [(f.measure, f.low, f.high) for f in claim.figures] == [(Measure.KILLED, 9, None)]
    named = [v.span for v in claim.voices] + [n.span for n in claim.target]
    spans = [claim.trigger, claim.evidence, claim.place.span, *named]
    assert all(TEXT[s.start : s.end] == s.quote for s in spans)


def test_the_model_sees_numbered_sentences_and_the_guidelines() -> None:
    with served(claims()) as model:
        assert read(model.url, publisher="River Post").claims == ()
    guidelines, passage = (message["content"] for message in model.asked[0]["messages"])
    assert "airstrike" in guidelines
    assert "$" not in guidelines
    assert passage.startswith("Outlet: River Post. Published: 2016-05-04.\n\n[1] A doctor in Hass told")
    assert "\n[3] Rebels may attack" in passage


def test_attributions_are_those_of_the_text_itself() -> None:
    with served(claims()) as model:
        reading = read(model.url)
    assert reading.attributions == Pipeline.default().read(Report(TEXT)).attributions
    assert reading.reader.startswith("llm-1:large/")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"actor": ["Russian jets"]}, "r-1: the actor “Russian jets” is not in the text and left out"),
        ({"place": "Kyiv"}, "r-1: the place “Kyiv” is not in the text and left out"),
        ({"time": "killed"}, "r-1: the time “killed” is no date that can be resolved and left out"),
        (
            {"figures": [{"quote": "jets", "measure": "killed"}]},
            "r-1: the figure “jets” holds no number and is left out",
        ),
        ({"figures": [{"quote": "nine", "measure": "souls"}]}, "r-1: “souls” is no measure and left out"),
        ({"stance": "certain"}, "r-1: “certain” is no stance and left out"),
        ({"voices": ["AFP"]}, "r-1: the voice “AFP” is not in the text and left out"),
    ],
)
def test_what_is_not_in_the_text_is_told_and_left_out(
    caplog: pytest.LogCaptureFixture, changes: dict[str, Any], says: str
) -> None:
    assert warnings(caplog, **changes) == [says]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (
            {"trigger": "massacred"},
            "r-1: the trigger “massacred” is not in the passage and its claim left out",
        ),
        ({"kind": "miracle"}, "r-1: “miracle” is no kind and left out"),
    ],
)
def test_a_claim_that_is_none_is_told_and_the_others_stay(
    caplog: pytest.LogCaptureFixture, changes: dict[str, Any], says: str
) -> None:
    attack = {"sentence": 3, "trigger": "attack", "kind": "attack", "stance": "unconfirmed"}
    with caplog.at_level(logging.WARNING, "whosays.read.llm"):
        claim = only(KILLED | changes, attack)
    assert (claim.kind, claim.stance) == (Kind.ATTACK, Stance.UNCONFIRMED)
    assert [record.getMessage() for record in caplog.records] == [says]


def test_a_claim_put_twice_is_one_and_the_order_is_that_of_the_text() -> None:
    attack = {"sentence": 3, "trigger": "attack", "kind": "attack"}
    with served(claims(attack, KILLED, KILLED)) as model:
        assert [c.trigger.quote for c in read(model.url).claims] == ["killed", "attack"]


def test_the_sentence_tells_which_of_equal_words_is_meant() -> None:
    text = "Jets hit Hass. Rebels hit Hama."
    second = {"sentence": 2, "trigger": "hit", "kind": "attack"}
    with served(claims(second)) as model:
        (claim,) = read(model.url, text).claims
    assert claim.trigger.start == text.rindex("hit")


def test_a_long_report_is_asked_in_passages() -> None:
    text = "Jets hit the town of Hass in the morning. " * 200
    with served(claims({"sentence": 1, "trigger": "hit", "kind": "airstrike"})) as model:
        claims_found = read(model.url, text).claims
    assert len(model.asked) > 1
    assert len(claims_found) == len(model.asked), "each passage has its own"


def test_a_rambling_answer_loses_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    with served(completion("I'd rather not.")) as model, caplog.at_level(logging.WARNING, "whosays.read.llm"):
        reading = read(model.url)
    assert reading.claims == ()
    assert reading.attributions
    assert [r.getMessage() for r in caplog.records] == ["r-1: the answer holds no claims that can be read"]


def test_an_endpoint_that_refuses_is_an_error() -> None:
    with served((401, "no")) as model, pytest.raises(ReaderError, match="status 401"):
        read(model.url)
