"""The report's fullest name for whoever acts or speaks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.read.reading import claim_of, read, same_names
from whosays.model import NameMention, NameSort, Report, Span, VoiceSort
from whosays.pipeline import Pipeline
from whosays.read.document import Document
from whosays.read.names import clean, fold, full_forms


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        pytest.param(
            "The Levant Watch Network (LWN) met on Monday. The LWN treated 12 patients.",
            "treated",
            "Levant Watch Network",
            id="alias in brackets",
        ),
        pytest.param(
            "General Omar Siddiq spoke on Monday. Siddiq arrested two aides.",
            "arrested",
            "Omar Siddiq|General Omar Siddiq",
            id="last name",
        ),
        pytest.param(
            "The Interior Ministry met on Monday. The ministry arrested two aides.",
            "arrested",
            "Interior Ministry",
            id="short description",
        ),
        pytest.param(
            "Omar Siddiq spoke on Monday. He accused the army of lying.", "accused", "Omar Siddiq", id="he"
        ),
        pytest.param(
            "The rebels left the town. They shelled the barracks from a hill.", "shelled", "rebels", id="they"
        ),
        pytest.param(
            "The army said that it had captured two villages.", "captured", "army", id="it, the speaker"
        ),
        pytest.param(
            '"Our forces captured two villages," the general said.',
            "captured",
            "general's forces|forces",
            id="our forces",
        ),
        pytest.param(
            '"We captured two villages," the general said.', "captured", "general", id="we, the speaker"
        ),
        pytest.param("At least 12 armed men looted the market.", "looted", "armed men", id="number"),
        pytest.param("Dozens of fighters looted the market.", "looted", "fighters", id="partitive"),
        pytest.param("The brigade's fighters looted the market.", "looted", "brigade's fighters", id="owner"),
        pytest.param(
            "Fighters of the Falcon Brigade looted the market.",
            "looted",
            "Fighters of the Falcon Brigade",
            id="of",
        ),
    ],
)
def test_fullest_name(text: str, words: str, actor: str) -> None:
    found = [a.name for a in claim_of(text, words).actor]
    assert same_names(found, [actor]), found


def test_a_name_stands_where_the_pronoun_stands() -> None:
    text = "Omar Siddiq spoke on Monday. He accused the army of lying."
    (actor,) = claim_of(text, "accused").actor
    assert actor.span.quote == "He"


@pytest.mark.parametrize(
    ("source", "sort"),
    [
        ("Omar Siddiq", VoiceSort.PERSON),
        ("The Interior Ministry", VoiceSort.INSTITUTION),
        ("State television", VoiceSort.OUTLET),
        ("A police spokesman", VoiceSort.OFFICIAL),
        ("A military source", VoiceSort.UNNAMED_OFFICIAL),
        ("Two residents", VoiceSort.RESIDENT),
        ("The rebels", VoiceSort.ARMED_GROUP),
        ("A leaked letter", VoiceSort.DOCUMENT),
        ("Satellite images", VoiceSort.FOOTAGE),
    ],
)
def test_sort_of_voice(source: str, sort: VoiceSort) -> None:
    (voice,) = claim_of(f"{source} said that soldiers had looted the market.", "looted").voices
    assert voice.sort is sort


def test_the_outlet_itself_is_no_voice_of_its_own_report() -> None:
    text = "A doctor told the Orontes Monitor that shells had killed four people in Ariha."
    own = Pipeline.default().read(Report(text=text, publisher="Orontes Monitor"))
    other = Pipeline.default().read(Report(text=text, publisher="River Post"))
    assert [v.name for c in own.claims for v in c.voices] == ["doctor"]
    assert [v.name for c in other.claims for v in c.voices] == ["Orontes Monitor", "doctor"]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "The Marran Observatory for Human Rights counted the dead. Later the Observatory said that jets"
            " had bombed Taiz again.",
            "Marran Observatory for Human Rights",
        ),
        (
            "The Marran Observatory and the Orontes Observatory count the dead. The Observatory said that"
            " jets had bombed Taiz again.",
            "Observatory",
        ),
    ],
)
def test_an_organisation_is_called_by_what_it_is_where_no_other_is_that(text: str, voice: str) -> None:
    (bombed,) = (claim for claim in read(text).claims if claim.trigger.quote == "bombed")
    assert [each.name for each in bombed.voices] == [voice]


@given(st.lists(st.text(alphabet="AbS.'’s -(", min_size=1, max_size=12), max_size=4))
@example(["Orontes S.A.'s"])
def test_any_names_have_a_full_form(written: list[str]) -> None:
    text = "\n".join(written)
    at = [sum(len(w) + 1 for w in written[:i]) for i in range(len(written))]
    spans = [Span.of(text, start, start + len(w)) for start, w in zip(at, written, strict=True)]
    mentions = tuple(NameMention(span, NameSort.ORGANISATION) for span in spans)
    full = full_forms(cast("Document", SimpleNamespace(text=text, names=mentions)))
    assert {fold(clean(w)) for w in written} <= full.keys()
