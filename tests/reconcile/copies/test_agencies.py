"""Where a text is signed by an agency."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given

from tests.reconcile.copies.texts import texts
from whosays.reconcile.copies import TagSort, agency_of, credited, tags
from whosays.reconcile.copies.agencies import all_agencies

BODY = "Shells fell on the harbour at dawn, the mayor said. Nobody was hurt."


@pytest.mark.parametrize(
    ("text", "sort", "agency", "quote"),
    [
        ("BEIRUT, March 3 (Reuters) - Shells fell.", TagSort.DATELINE, "reuters", "Reuters"),
        ("DAMASCUS (AP) — Shells fell.", TagSort.DATELINE, "associated-press", "AP"),
        ("GAZA CITY, Palestinian Territories (AFP) – Shells fell.", TagSort.DATELINE, "afp", "AFP"),
        ("Damascus, SANA – The army said.", TagSort.DATELINE, "sana", "SANA"),
        ("MOSCOW. April 3. TASS - Shells fell.", TagSort.DATELINE, "tass", "TASS"),
        ("ALEPPO, Syria — Shells fell.", TagSort.DATELINE, None, "ALEPPO, Syria"),
        ("Shells hit harbour AFP Sunday 25 May 2014 Shells fell.", TagSort.BYLINE, "afp", "AFP"),
        ("By Reuters\nShells fell.", TagSort.BYLINE, "reuters", "Reuters"),
        ("XINHUA | 2016-07-01\nShells fell.", TagSort.DATELINE, "xinhua", "XINHUA"),
        (f"{BODY} - REUTERS", TagSort.CREDIT, "reuters", "REUTERS"),
        (f"{BODY} --AFP", TagSort.CREDIT, "afp", "AFP"),
        (f"{BODY} /SANA/", TagSort.CREDIT, "sana", "SANA"),
        (f"{BODY}\n\nXinhua", TagSort.CREDIT, "xinhua", "Xinhua"),
        (f"{BODY} (Agencies)", TagSort.CREDIT, "agencies", "Agencies"),
        (
            f"{BODY} Source: Harbour TV and agencies Related news Storm hits coast",
            TagSort.CREDIT,
            "agencies",
            "agencies",
        ),
        (f"{BODY} Source SANA", TagSort.CREDIT, "sana", "SANA"),
        (
            "The Associated Press contributed to this report.",
            TagSort.CREDIT,
            "associated-press",
            "The Associated Press",
        ),
        (
            f"{BODY} Our Standards: The Thomson Reuters Trust Principles.",
            TagSort.CREDIT,
            "reuters",
            "Thomson Reuters",
        ),
        (f"A boat burns. (AFP photo) {BODY}", TagSort.PICTURE, "afp", "AFP"),
        (f"A boat burns. REUTERS/Ann Orla {BODY}", TagSort.PICTURE, "reuters", "REUTERS"),
        (f"A boat burns [Anadolu] {BODY}", TagSort.PICTURE, "anadolu", "Anadolu"),
        ("Shells fell, Reuters reported, and boats burnt.", TagSort.QUOTED, "reuters", "Reuters"),
        ("The mayor told AFP Sunday that shells fell.", TagSort.QUOTED, "afp", "AFP"),
        ("Shells fell, according to AP, and boats burnt.", TagSort.QUOTED, "associated-press", "AP"),
        ("An AFP photographer saw boats burn.", TagSort.QUOTED, "afp", "AFP"),
    ],
)
def test_a_name_is_what_stands_around_it(text: str, sort: TagSort, agency: str | None, quote: str) -> None:
    (tag,) = tags(text)
    assert (tag.sort, tag.agency and tag.agency.id, tag.span.quote) == (sort, agency, quote)


def test_who_only_quotes_an_agency_does_not_carry_its_text() -> None:
    assert not credited("Reuters reported that shells fell, and AFP quoted the mayor.")
    assert {agency.id for agency in credited(f"{BODY} (With AFP and Reuters)")} == {"afp", "reuters"}


def test_words_of_other_meaning_are_no_tags() -> None:
    assert not tags("Across the MENA region aid agencies and the agency for refugees queued at a spa.")


@pytest.mark.parametrize(
    ("publisher", "agency"),
    [("SANA", "sana"), ("Agence France-Presse", "afp"), ("associated-press", "associated-press")],
)
def test_a_publisher_may_be_an_agency(publisher: str, agency: str) -> None:
    found = agency_of(publisher)
    assert found is not None
    assert found.id == agency


@pytest.mark.parametrize("publisher", [None, "", "Harbour Post", "Agencies"])
def test_or_none(publisher: str | None) -> None:
    assert agency_of(publisher) is None


def test_every_party_is_in_the_registry() -> None:
    data = Path(str(files("whosays").joinpath("ground/parties/data/outlets.toml")))
    registry = tomllib.loads(data.read_text(encoding="utf-8"))
    assert [
        agency.id for agency in all_agencies() if agency.party is not None and agency.party not in registry
    ] == []


@given(texts)
def test_spans_quote_the_text(text: str) -> None:
    for tag in tags(text):
        assert text[tag.span.start : tag.span.end] == tag.span.quote
