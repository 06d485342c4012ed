"""Who says what, by source, cue and content."""

from __future__ import annotations

import pytest

from tests.read.reading import read
from whosays.model import Attribution

Parts = tuple[str, str, str]


def parts(attribution: Attribution) -> Parts:
    """Source, cue and content, each with its parts joined by " … "."""
    spans = (attribution.source, attribution.cue, attribution.content)
    source, cue, content = (" … ".join(s.quote.strip(' "“”,.:;') for s in part) for part in spans)
    return source, cue, content


def found(text: str) -> list[Parts]:
    return [parts(a) for a in read(text).attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials said that rebels had fired two rockets at the camp.",
            ("Officials", "said", "that rebels had fired two rockets at the camp"),
        ),
        (
            "According to the governor, the bridge collapsed after midnight.",
            ("the governor", "According to", "the bridge collapsed after midnight"),
        ),
        (
            "The bridge collapsed after midnight, according to the governor.",
            ("the governor", "according to", "The bridge collapsed after midnight"),
        ),
        (
            "At least nine people were hurt in the blast, a doctor told Nile Radio.",
            ("a doctor", "told", "At least nine people were hurt in the blast"),
        ),
        (
            "Residents believe that the shell came from the hills.",
            ("Residents", "believe", "that the shell came from the hills"),
        ),
        (
            "Satellite images show that the hangar was destroyed.",
            ("Satellite images", "show", "that the hangar was destroyed"),
        ),
        (
            "Moscow denied that its jets had struck the hospital.",
            ("Moscow", "denied", "that its jets had struck the hospital"),
        ),
    ],
)
def test_one_attribution(text: str, expected: Parts) -> None:
    assert found(text) == [expected]


def test_a_quotation_on_both_sides_of_its_cue_is_one_content() -> None:
    text = "“They came at dawn,” said Abu Omar, a farmer. “They burned the mill and took the cattle.”"
    ((source, cue, content),) = found(text)
    assert "Abu Omar" in source
    assert cue == "said"
    assert "They came at dawn" in content
    assert "They burned the mill and took the cattle" in content


def test_nobody_says_what_is_reported_without_a_source() -> None:
    ((source, cue, content),) = found("It was reported on Friday that the commander had been killed.")
    assert source == ""
    assert "reported" in cue
    assert "the commander had been killed" in content


def test_a_statement_within_a_statement_has_it_as_parent() -> None:
    outer, inner = read(
        "The Tigris Observer reported that police said gunmen had killed a judge."
    ).attributions
    assert parts(outer)[0] == "The Tigris Observer"
    assert parts(inner)[0] == "police"
    assert (outer.parent, inner.parent) == (None, 0)


@pytest.mark.parametrize("turn", [", while ", ", whereas ", "; ", ", but "])
def test_two_sides_in_one_sentence_stay_apart(turn: str) -> None:
    text = f"The army said it had taken the village{turn}the rebels said they still held it."
    first, second = found(text)
    assert first[0] == "The army"
    assert "rebels" not in first[2]
    assert second[0] == "the rebels"
    assert "army" not in second[2]


def test_a_report_that_quotes_nobody_has_no_attribution() -> None:
    assert found("Two shells hit the market in Taiz on Friday. Nine people were killed.") == []
