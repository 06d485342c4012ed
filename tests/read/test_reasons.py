"""Why the parts of a claim are what they are."""

from __future__ import annotations

from tests.read.reading import PUBLISHED
from whosays.model import Basis, Part, Reason, Report
from whosays.pipeline import Pipeline

TEXT = (
    "The mayor of Ariha denied on Tuesday that rebels had shelled the market in the town of Saraqib, "
    "killing at least nine people."
)


def reasons(text: str, words: str) -> list[Reason]:
    """The reasons for the claim that those words make."""
    reading, found = Pipeline.default().explain(Report(text, published=PUBLISHED))
    (claim,) = [c for c in reading.claims if c.trigger.quote == words]
    return [reason for reason in found if reason.claim == claim.id]


def words_of(found: list[Reason], part: Part) -> list[str]:
    return [r.span.quote for r in found if r.part is part and r.span is not None]


def test_every_filled_part_has_its_words() -> None:
    found = reasons(TEXT, "shelled")
    assert words_of(found, Part.TRIGGER) == ["shelled"]
    assert words_of(found, Part.STANCE) == ["denied"]
    assert words_of(found, Part.ACTOR) == ["rebels"]
    assert "market" in words_of(found, Part.TARGET)
    assert words_of(found, Part.PLACE) == ["Saraqib"]


def test_a_figure_has_its_number() -> None:
    assert words_of(reasons(TEXT, "killing"), Part.FIGURE) == ["nine"]


def test_there_are_as_many_reasons_as_values() -> None:
    reading, found = Pipeline.default().explain(Report(TEXT, published=PUBLISHED))
    for claim in reading.claims:
        parts = [reason.part for reason in found if reason.claim == claim.id]
        for part, values in (
            (Part.VOICE, claim.voices),
            (Part.ACTOR, claim.actor),
            (Part.TARGET, claim.target),
            (Part.FIGURE, claim.figures),
        ):
            assert parts.count(part) == len(values)


def test_words_that_the_network_ties_have_a_logit_and_a_measured_confidence() -> None:
    (reason,) = [r for r in reasons(TEXT, "shelled") if r.part is Part.ACTOR]
    assert reason.basis is Basis.NETWORK
    assert reason.logit is not None
    assert reason.logit > 0
    assert reason.confidence is not None
    assert 0.5 < reason.confidence < 1


def test_an_asserted_claim_has_no_word_that_makes_it_so() -> None:
    assert words_of(reasons("Rebels shelled the town of Bria on Sunday.", "shelled"), Part.STANCE) == []


def test_a_reading_is_the_same_with_and_without_reasons() -> None:
    report = Report(TEXT, published=PUBLISHED)
    assert Pipeline.default().explain(report)[0] == Pipeline.default().read(report)
