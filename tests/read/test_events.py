"""What makes a claim, and of which kind."""

from __future__ import annotations

import pytest

from tests.read.reading import claim_of, read
from whosays.model import Kind


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Warplanes attacked the town of Saraqib at dawn.", "attacked", Kind.AIRSTRIKE),
        ("Rebels attacked the base with mortars.", "attacked", Kind.SHELLING),
        ("A suicide bomber attacked a checkpoint in Kirkuk.", "attacked", Kind.BOMBING),
        ("The army attacked Talmenes with chlorine.", "attacked", Kind.CHEMICAL),
        ("Gunmen attacked a bus near Zaria.", "attacked", Kind.ATTACK),
        ("Helicopters dropped barrel bombs on Daraya.", "dropped", Kind.AIRSTRIKE),
        ("Rebels fired rockets at Latakia.", "fired", Kind.SHELLING),
        ("Drones hit a depot in Melitopol.", "hit", Kind.AIRSTRIKE),
        ("A shell hit a bakery in Douma.", "hit", Kind.SHELLING),
        ("Militants planted a mine on the road to Marib.", "planted", Kind.BOMBING),
        ("The drone strike on the village killed two people.", "drone strike", Kind.AIRSTRIKE),
        ("A missile strike on Dnipro killed three people.", "missile strike|strike", Kind.SHELLING),
        ("A car bombing in Basra killed two guards.", "car bombing", Kind.BOMBING),
        ("The gas attack on Talmenes killed 12 people.", "gas attack", Kind.CHEMICAL),
    ],
)
def test_the_weapon_gives_the_kind(text: str, words: str, kind: Kind) -> None:
    assert claim_of(text, words).kind is kind


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Clashes erupted between rebels and soldiers in Taiz.", "Clashes", Kind.CLASH),
        ("The army launched an offensive against the rebels in Ghouta.", "offensive", Kind.CLASH),
        ("Rebels seized the town of Bria on Sunday.", "seized", Kind.CONTROL),
        ("The rebels took control of Bria on Sunday.", "took", Kind.CONTROL),
        ("Troops cut off the road to Homs.", "cut", Kind.CONTROL),
        ("The rebels have lost control of Sirte.", "lost", Kind.CONTROL),
        ("The army withdrew from Hodeidah on Monday.", "withdrew", Kind.MOVEMENT),
        ("Nine people died in the fire in Quetta.", "died", Kind.HARM),
        ("The explosion claimed the lives of nine people in Quetta.", "claimed", Kind.HARM),
        ("The clashes left 12 soldiers dead near Marib.", "left|dead", Kind.HARM),
        ("Shells destroyed the pumping station in Toretsk.", "destroyed", Kind.DESTROY),
        ("Rebels shot down a jet over Saada.", "shot down", Kind.DESTROY),
        ("Thousands of families fled Mocha on Friday.", "fled", Kind.DISPLACE),
        ("Police arrested 40 demonstrators in Minsk.", "arrested", Kind.DETAIN),
        ("Militants took six nurses hostage in Ghazni.", "took", Kind.DETAIN),
        ("Trucks delivered food to the camp in Madaya.", "delivered", Kind.AID),
        ("The two sides signed a truce in Geneva.", "signed", Kind.AGREEMENT),
        ("The rebels broke the truce on Monday.", "broke", Kind.AGREEMENT),
        ("Russia declared a three-hour cease-fire in Aleppo.", "fire|declared", Kind.AGREEMENT),
        ("The president urged the rebels to lay down their arms.", "urged", Kind.DIPLOMACY),
        ("The rebels accused the army of lying.", "accused", Kind.ACCUSATION),
        ("The group claimed responsibility for the bombing in Lahore.", "claimed", Kind.ACCUSATION),
        ("Turkey supports the rebels in the north.", "supports", Kind.BACKING),
        ("The United States imposed sanctions on three generals.", "imposed", Kind.MEASURE),
        ("Hundreds of people protested in Beirut on Sunday.", "protested", Kind.PROTEST),
        ("Soldiers opened fire on protesters in Omdurman.", "opened", Kind.ATTACK),
        ("The militia executed ten prisoners in Tikrit.", "executed", Kind.ATTACK),
    ],
)
def test_the_words_give_the_kind(text: str, words: str, kind: Kind) -> None:
    assert claim_of(text, words).kind is kind


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Iran-backed militias have advanced on the city.", "backed", Kind.BACKING),
        ("Residents fled the rebel-held town of Duma.", "held", Kind.CONTROL),
        ("The government-controlled port was closed.", "controlled", Kind.CONTROL),
        ("A Qatar-funded brigade stormed the base.", "funded", Kind.BACKING),
    ],
)
def test_a_compound_is_a_claim_of_its_own(text: str, words: str, kind: Kind) -> None:
    claim = claim_of(text, words)
    assert (claim.kind, claim.trigger.quote) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "The attack shocked the country.",
        "The raid was the second this week.",
        "The blast was heard far away.",
        "Nobody could explain the explosion.",
        "The US-led alliance paused for winter.",
        "The army met no resistance.",
        "The pro-government daily went on sale.",
        "The harvest was good and the schools were open.",
        "The shelling went on.",
    ],
)
def test_a_bare_mention_makes_no_claim(text: str) -> None:
    assert read(text).claims == ()


def test_two_predicates_are_two_claims() -> None:
    text = "The raid on Hass killed four people and destroyed a mosque."
    assert [c.trigger.quote for c in read(text).claims] == ["raid", "killed", "destroyed"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The two sides signed a truce in Geneva.", "signed"),
        ("Soldiers opened fire on protesters in Omdurman.", "opened fire"),
        ("The United States imposed sanctions on three generals.", "imposed"),
    ],
)
def test_a_verb_and_its_object_are_one_claim(text: str, trigger: str) -> None:
    assert [c.trigger.quote for c in read(text).claims] == [trigger]
