"""The steps of place finding by themselves: words, what stands around them, the picture of a report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.ground.gazetteer import Candidate, Gazetteer
from whosays.ground.places.context import Lookout
from whosays.ground.places.picture import Choice, Picture, View
from whosays.ground.places.resolve import resolve
from whosays.ground.places.runs import is_code
from whosays.ground.places.score import Question, distance_km
from whosays.ground.places.vocabulary import load_vocabulary
from whosays.ground.places.words import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Idlib's mayor", ["Idlib", "mayor"]),
        ("Syria’s north", ["Syria", "north"]),
        ("We're in Dar'a", ["We", "in", "Dar'a"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("Hurricane, W.Va., is", ["Hurricane", "W.Va.", "is"]),
        ("Deir ez-Zor", ["Deir", "ez", "Zor"]),
        ("Aleppos men left Aleppo", ["Aleppo", "men", "left", "Aleppo"]),
        ("Aleppo's Texas, Texa", ["Aleppo", "Texas", "Texa"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words


@settings(deadline=None)
@given(st.text())
def test_words_and_gaps_are_the_text(text: str) -> None:
    words = words_of(text)
    if words:
        assert text[words[0].start :] == "".join(word.text + word.gap for word in words)


@pytest.mark.parametrize(
    ("name", "code"), [("US", True), ("NGO", True), ("MoD", True), ("Homs", False), ("HOMSI", False)]
)
def test_acronyms(name: str, code: bool) -> None:
    assert is_code(name) is code


@pytest.mark.parametrize(
    ("text", "noun", "wide"),
    [
        ("the town of Qux fell", "city", False),
        ("Qux province fell", "province", False),
        ("the Qux northern countryside fell", "province", False),
        ("in northern Qux today", "", True),
        ("in the north of Qux today", "", False),
        ("several villages in Qux fell", "", True),
        ("a district of Qux fell", "", False),
        ("the district of Qux fell", "district", False),
        ("the Zed district of Qux fell", "", False),
        ("Qux fell", "", False),
    ],
)
def test_what_stands_around_a_name(text: str, noun: str, wide: bool) -> None:
    words = words_of(text)
    at = [word.text for word in words].index("Qux")
    around = Lookout(words, (), load_vocabulary()).around(at, at, contained=False)
    assert (around.noun, around.wide) == (noun, wide)


def candidate(name: str, country: str) -> Candidate:
    found = Gazetteer.open().lookup(name)
    return next(place for place in found if place.place.country == country and place.place.kind == "city")


def test_a_name_is_no_evidence_for_itself() -> None:
    homs, hama = candidate("Homs", "SY"), candidate("Hama", "SY")
    picture = Picture([Choice("Homs", homs), Choice("Hama", hama)], {})
    assert picture.view("Homs").country_share(homs) == pytest.approx(1 / 2)
    assert picture.view("Raqqa").country_share(homs) == pytest.approx(2 / 3)


def test_a_place_counts_once_however_often_it_is_named() -> None:
    homs = candidate("Homs", "SY")
    once, thrice = (Picture([Choice("Homs", homs)] * times, {}).view("Hama") for times in (1, 3))
    assert once.country_share(homs) == thrice.country_share(homs)


def test_a_country_named_is_less_than_a_town() -> None:
    syria, homs = Gazetteer.open().lookup("Syria")[0], candidate("Homs", "SY")
    by_country, by_town = (Picture([Choice("x", place)], {}).view("Hama") for place in (syria, homs))
    assert 0 < by_country.country_share(homs) < by_town.country_share(homs)


def test_distance_is_symmetric_and_right() -> None:
    aleppo, damascus = candidate("Aleppo", "SY"), candidate("Damascus", "SY")
    assert distance_km(aleppo, damascus) == pytest.approx(310, abs=10)
    assert distance_km(aleppo, damascus) == distance_km(damascus, aleppo)


def questions(*names: str) -> list[Question]:
    return [Question(name, Gazetteer.open().lookup(name)) for name in names]


def test_places_of_one_country_draw_each_other() -> None:
    alone = resolve(questions("Tripoli"), {})
    among = resolve(questions("Tripoli", "Beirut", "Sidon"), {})
    assert [place.place.country if place else None for place in (alone[0], among[0])] == ["LY", "LB"]


@settings(deadline=None)
@given(st.permutations(["Tripoli", "Beirut", "Sidon", "Paris", "Homs", "Hama"]))
def test_the_order_of_questions_does_not_matter(names: list[str]) -> None:
    answers = dict(zip(names, resolve(questions(*names), {}), strict=True))
    assert answers == dict(zip(sorted(names), resolve(questions(*sorted(names)), {}), strict=True))


def test_a_name_without_candidates_stays_open() -> None:
    assert resolve([Question("Qux", ())], {}) == [None]
    assert View({}).main_share() == 0.0
