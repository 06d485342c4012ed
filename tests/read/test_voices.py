"""Chains of voices over more than one sentence, and without the outlet itself."""

from __future__ import annotations

from datetime import date

import pytest

from tests.read.reading import claim_at, claim_of, read
from whosays.model import Report
from whosays.pipeline import Pipeline


def names(text: str, words: str) -> list[str]:
    return [voice.name for voice in claim_of(text, words).voices]


def test_a_running_interview_keeps_its_outlet() -> None:
    text = (
        "Mariam Qasim, a teacher in Kherson, told the Dnipro Herald that soldiers had looted her school. "
        "Qasim said that they had burned the library in Kherson."
    )
    assert names(text, "looted") == ["Dnipro Herald", "Mariam Qasim"]
    assert names(text, "burned") == ["Dnipro Herald", "Mariam Qasim"]


def test_another_speaker_does_not() -> None:
    text = (
        "Mariam Qasim told the Dnipro Herald that soldiers had looted her school in Kherson. "
        "Petro Danylenko said that they had burned the library in Kherson."
    )
    assert names(text, "burned") == ["Petro Danylenko"]


def test_reports_that_somebody_cites_are_a_voice_behind_him() -> None:
    text = "The Orontes Post cited reports that rebels had seized the town of Hass."
    assert names(text, "seized") == ["Orontes Post", "reports"]


def test_reports_that_somebody_denies_are_none() -> None:
    assert names("The ministry denied reports that rebels had seized the town of Hass.", "seized") == [
        "ministry"
    ]


def test_reports_that_somebody_will_not_comment_on_are_the_only_voice() -> None:
    text = "The spokesman refused to comment on reports that rebels had seized the town of Hass."
    assert names(text, "seized") == ["reports"]


@pytest.mark.parametrize(
    ("source", "voices"),
    [
        ("The raid", []),
        ("The two-day performance of the air force", []),
        ("Satellite images", ["Satellite images"]),
        ("Experts", ["Experts"]),
        ("The Falcon Institute", ["Falcon Institute"]),
    ],
)
def test_what_happened_shows_something_but_says_nothing(source: str, voices: list[str]) -> None:
    assert names(f"{source} shows that rebels have seized the town of Hass.", "seized") == voices


@pytest.mark.parametrize("publisher", ["Barada Press Agency", "BPA", "The Barada Press Agency"])
def test_the_outlet_itself_is_no_voice_of_its_own_report(publisher: str) -> None:
    text = "Residents told BPA that shells had killed four people in Hass."
    reading = Pipeline.default().read(Report(text, publisher=publisher, published=date(2016, 5, 4)))
    assert [v.name for v in claim_at(reading, "killed").voices] == ["Residents"]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Four people were killed in Hass on Thursday state news agency BANA reported.", ["BANA"]),
        (
            '"Ten fighters were killed in Hass" Orontes Observatory chief Rami Haddad said.',
            ["Orontes Observatory chief Rami Haddad"],
        ),
    ],
)
def test_names_after_lost_commas(text: str, voices: list[str]) -> None:
    assert names(text, "killed") == voices


def test_another_outlet_is() -> None:
    reading = read("Residents told BPA that shells had killed four people in Hass.")
    assert [v.name for v in claim_at(reading, "killed").voices] == ["BPA", "Residents"]
