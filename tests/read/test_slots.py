"""Who does it, whom it is done to, where and when."""

from __future__ import annotations

from datetime import date

import pytest

from tests.read.reading import claim_of, read, same_names
from whosays.model import Report
from whosays.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "words", "actor", "target"),
    [
        pytest.param(
            "Rebels shelled the barracks in Bria.", "shelled", ["Rebels"], ["barracks"], id="active"
        ),
        pytest.param(
            "The barracks were shelled by rebels on Sunday.",
            "shelled",
            ["rebels"],
            ["barracks"],
            id="passive",
        ),
        pytest.param("The barracks were shelled on Sunday.", "shelled", [], ["barracks"], id="no doer"),
        pytest.param(
            "The soldiers who shelled the barracks fled.",
            "shelled",
            ["soldiers"],
            ["barracks"],
            id="relative",
        ),
        pytest.param(
            "The barracks, which rebels shelled on Sunday, are empty.",
            "shelled",
            ["rebels"],
            ["barracks"],
            id="relative object",
        ),
        pytest.param(
            "Gunmen stormed the hospital, wounding two guards.",
            "wounding",
            ["Gunmen"],
            ["guards"],
            id="participle",
        ),
        pytest.param(
            "The commander killed by rebels on Sunday was 40.",
            "killed",
            ["rebels"],
            ["commander"],
            id="reduced relative",
        ),
        pytest.param(
            "The army launched an attack on the rebels in Ghouta.",
            "attack",
            ["army"],
            ["rebels"],
            id="light verb",
        ),
        pytest.param(
            "An attack by rebels on the barracks failed.",
            "attack",
            ["rebels"],
            ["barracks"],
            id="noun by on",
        ),
        pytest.param(
            "The rebels' shelling of the barracks went on.",
            "shelling",
            ["rebels"],
            ["barracks"],
            id="possessive",
        ),
        pytest.param(
            "Government shelling killed four farmers.",
            "shelling",
            ["Government"],
            ["farmers"],
            id="compound",
            marks=pytest.mark.xfail(reason="the tagger takes the noun for a verb"),
        ),
        pytest.param(
            "Rebels and soldiers looted the market and the clinic.",
            "looted",
            ["Rebels", "soldiers"],
            ["market", "clinic"],
            id="lists",
        ),
        pytest.param(
            "The rebels tried to seize the barracks.", "seize", ["rebels"], ["barracks"], id="infinitive"
        ),
        pytest.param(
            "The envoy accused the army of shelling the camp.", "shelling", ["army"], ["camp"], id="gerund"
        ),
        pytest.param(
            "The rebels advanced and shelled the barracks.", "shelled", ["rebels"], ["barracks"], id="joined"
        ),
        pytest.param("Rebels fired rockets at the barracks.", "fired", ["Rebels"], ["barracks"], id="weapon"),
        pytest.param("Jets hit a truck near Marib.", "hit", ["Jets"], ["truck"], id="vehicle as target"),
        pytest.param("Twelve farmers died in the raid.", "died", [], ["farmers"], id="intransitive harm"),
        pytest.param(
            "Shelling by the army killed 12 farmers.",
            "killed",
            ["army"],
            ["farmers"],
            id="a deed that kills",
        ),
        pytest.param(
            "Turkey-backed fighters looted the market.",
            "backed",
            ["Turkey"],
            ["Turkey-backed fighters"],
            id="backed",
        ),
        pytest.param(
            "Turkey-backed Falcon Brigade lost ten fighters near Homs.",
            "backed",
            ["Turkey"],
            ["Falcon Brigade"],
            id="backed by name",
        ),
        pytest.param("They fled from rebel-held villages.", "held", ["rebel"], ["villages"], id="held"),
        pytest.param(
            "The truce was brokered by regime ally Iran.", "ally", ["Iran"], ["regime"], id="ally of a side"
        ),
        pytest.param(
            "The al-Qaeda affiliate Nusra Front took the dam.",
            "affiliate",
            ["Nusra Front"],
            ["al-Qaeda"],
            id="affiliate of a side",
        ),
        pytest.param(
            "The brigade is affiliated with the army.", "affiliated", ["brigade"], ["army"], id="belonging"
        ),
        pytest.param(
            "Several hundred rebels were killed in Taiz.", "killed", [], ["rebels"], id="counted vaguely"
        ),
        pytest.param(
            "More than 150000 people were killed in Taiz.",
            "killed",
            [],
            ["people"],
            id="counted without commas",
        ),
        pytest.param(
            "Clashes between rebels and soldiers continued in Taiz.",
            "Clashes",
            ["rebels", "soldiers"],
            [],
            id="between",
        ),
    ],
)
def test_actor_and_target(text: str, words: str, actor: list[str], target: list[str]) -> None:
    claim = claim_of(text, words)
    assert same_names([a.name for a in claim.actor], actor), claim.actor
    assert same_names([t.name for t in claim.target], target), claim.target


@pytest.mark.parametrize(
    ("text", "words", "place", "target"),
    [
        ("Rebels captured the city of Aleppo from the army.", "captured", "Aleppo", ["army"]),
        ("The army advanced towards Aleppo.", "advanced", "Aleppo", []),
        ("The army captured two villages in the province of Hama.", "captured", "Hama", ["villages"]),
        ("The army shelled the city of Aleppo.", "shelled", "Aleppo", ["city of Aleppo|Aleppo"]),
    ],
)
def test_ground_that_is_taken_is_the_place(text: str, words: str, place: str, target: list[str]) -> None:
    claim = claim_of(text, words)
    assert claim.place is not None
    assert claim.place.name == place
    assert same_names([t.name for t in claim.target], target), claim.target


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("A bomb killed two guards in Baghdad.", "killed", "Baghdad"),
        ("In Baghdad, a bomb killed two guards.", "killed", "Baghdad"),
        ("Rebels shelled a base outside Damascus.", "shelled", "Damascus"),
        ("Two guards were killed near the city of Aleppo in Syria.", "killed", "Aleppo"),
        ("Moscow said that rebels had shelled a hospital.", "shelled", None),
        pytest.param(
            "The Baghdad police arrested two men.",
            "arrested",
            None,
        ),
        ("The monitor in London said that jets had bombed Aleppo.", "bombed", "Aleppo"),
        ("Turkey supports the rebels.", "supports", None),
        ("Most of those killed were residents of the village of Hass.", "killed", None),
        ("Near the town of Ariha, jets bombed evacuees from Zabadani.", "bombed", "Ariha"),
        ("The deal was brokered by Qatar.", "brokered", None),
        ("Residents of the village of Hass were evacuated on Friday.", "evacuated", "Hass"),
        ("The interior ministry in Damascus denied that its forces had shelled the town.", "shelled", None),
        ("The ministry in Damascus was shelled on Friday.", "shelled", "Damascus"),
        ("A hospital in Aleppo said that nine people had been killed.", "killed", "Aleppo"),
    ],
)
def test_where(text: str, words: str, place: str | None) -> None:
    found = claim_of(text, words).place
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Rebels shelled the barracks on Friday.", "shelled", date(2016, 4, 29)),
        ("On Friday, rebels shelled the barracks.", "shelled", date(2016, 4, 29)),
        ("Rebels shelled the barracks on 12 March 2016.", "shelled", date(2016, 3, 12)),
        ("Rebels shelled the barracks, the mayor said on Friday.", "shelled", None),
        ("The mayor said on Friday that rebels had shelled the barracks.", "shelled", None),
        (
            "The mayor said on Friday that rebels had shelled the barracks on Thursday.",
            "shelled",
            date(2016, 4, 28),
        ),
        ("Rebels shelled the barracks.", "shelled", None),
        ("Rebels shelled the barracks on Friday and seized the dam on Sunday.", "seized", date(2016, 5, 1)),
        ("Iran-backed fighters shelled the barracks on Friday.", "backed", None),
        ("Rebels attacked the road which the army cut on Friday.", "attacked", None),
        ("Rebels attacked the road which the army cut on Friday.", "cut", date(2016, 4, 29)),
    ],
)
def test_when(text: str, words: str, day: date | None) -> None:
    found = claim_of(text, words).time
    assert (found.earliest if found else None) == day


def test_place_day_and_doer_carry_over_to_what_follows_from_the_deed() -> None:
    text = "Jets bombed the city of Aleppo on Friday, killing nine people and destroying a clinic."
    claims = read(text).claims
    assert [c.trigger.quote for c in claims] == ["bombed", "killing", "destroying"]
    assert {c.place.name if c.place else None for c in claims} == {"Aleppo"}
    assert {str(c.time) for c in claims} == {"2016-04-29"}
    assert {tuple(a.name for a in c.actor) for c in claims} == {("Jets",)}


def test_place_carries_over_to_the_next_sentence() -> None:
    text = "Jets bombed the city of Aleppo on Friday. Nine people were killed."
    killed = claim_of(text, "killed")
    assert killed.place is not None
    assert killed.place.name == "Aleppo"
    assert str(killed.time) == "2016-04-29"


def test_a_dateline_dates_nothing() -> None:
    text = "BAGHDAD, May 4, 2016 - A bomb killed two guards last month."
    killed = claim_of(text, "killed")
    assert str(killed.time) != "2016-05-04"


def test_a_title_that_the_text_repeats_makes_no_claims() -> None:
    text = "Rebels shell barracks in Bria\n\nThe mayor said that two people were wounded."
    report = Report(text=text, title="Rebels shell barracks in Bria")
    assert [c.trigger.quote for c in Pipeline.default().read(report).claims] == ["wounded"]
