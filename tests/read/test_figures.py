"""Numbers, what they count and where they end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.reading import claim_of
from whosays.model import FigureSort, Measure, Scope

Bounds = tuple[float | None, float | None]


def figures_of(text: str, words: str) -> list[tuple[Measure, float | None, float | None]]:
    return [(f.measure, f.low, f.high) for f in claim_of(text, words).figures]


@pytest.mark.parametrize(
    ("number", "bounds"),
    [
        ("4", (4, 4)),
        ("four", (4, 4)),
        ("Four", (4, 4)),
        ("1,250", (1250, 1250)),
        ("twenty-one", (21, 21)),
        ("two hundred", (200, 200)),
        ("two hundred and fifty", (250, 250)),
        ("Two thousand and forty-one", (2041, 2041)),
        ("three thousand", (3000, 3000)),
        ("Hundreds of thousands of", (200_000, None)),
        ("tens of thousands of", (20_000, None)),
        ("At least 12", (12, None)),
        ("No fewer than 12", (12, None)),
        ("More than 12", (12, None)),
        ("Up to 12", (None, 12)),
        ("As many as 200", (None, 200)),
        ("12 to 15", (12, 15)),
        ("12-15", (12, 15)),
        ("Between 12 and 15", (12, 15)),
        ("Nearly 50", (50, 50)),
        ("Some 50", (50, 50)),
        ("About 50", (50, 50)),
        ("Dozens of", (24, None)),
        ("Scores of", (40, None)),
        ("Hundreds of", (200, None)),
        ("Thousands of", (2000, None)),
        ("Several", (3, None)),
        ("Several hundred", (300, None)),
        ("Two dozen", (24, 24)),
        ("A dozen", (12, 12)),
        ("1.5 million", (1_500_000, 1_500_000)),
    ],
)
def test_low_and_high(number: str, bounds: Bounds) -> None:
    text = f"{number} soldiers were killed in the town of Marib."
    assert figures_of(text, "killed") == [(Measure.KILLED, *bounds)]


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 999_999))
def test_digits_are_read_as_written(number: int) -> None:
    text = f"Rebels killed {number:,} soldiers in the town of Marib."
    assert figures_of(text, "killed") == [(Measure.KILLED, number, number)]


@pytest.mark.parametrize(
    ("text", "words", "measure", "bounds"),
    [
        ("The raid wounded 30 people in Taiz.", "wounded", Measure.WOUNDED, (30, 30)),
        ("Twelve people are missing after the raid on Taiz.", "missing", Measure.MISSING, (12, 12)),
        ("Police arrested 40 demonstrators in Minsk.", "arrested", Measure.DETAINED, (40, 40)),
        ("The fighting displaced 3,000 families in Goma.", "displaced", Measure.DISPLACED, (3000, 3000)),
        ("Thousands fled Goma.", "fled", Measure.DISPLACED, (2000, None)),
        ("Troops captured two villages near Mosul.", "captured", Measure.PLACES, (2, 2)),
        ("The blast destroyed six tanks near Marib.", "destroyed", Measure.VEHICLES, (6, 6)),
        ("Rebels shot down three helicopters over Saada.", "shot", Measure.AIRCRAFT, (3, 3)),
        ("Rebels fired 20 rockets at Latakia.", "fired", Measure.MUNITIONS, (20, 20)),
        ("Jets carried out 14 air strikes on the town of Hass.", "air strikes", Measure.STRIKES, (14, 14)),
        ("The army advanced five kilometres towards Raqqa.", "advanced", Measure.DISTANCE, (5000, 5000)),
        ("The army advanced 2 miles towards Raqqa.", "advanced", Measure.DISTANCE, (3218, 3218)),
        ("The death toll in Quetta rose to 112.", "toll", Measure.KILLED, (112, 112)),
        ("The explosion claimed the lives of nine people in Quetta.", "claimed", Measure.KILLED, (9, 9)),
        ("The attack left 12 soldiers dead near Marib.", "left|dead", Measure.KILLED, (12, 12)),
        ("The rebels lost 14 fighters in Sirte.", "lost", Measure.KILLED, (14, 14)),
        ("Forty people were killed and wounded in Taiz.", "killed", Measure.PEOPLE, (40, 40)),
        ("A nurse was wounded in the raid on Taiz.", "wounded", Measure.WOUNDED, (1, 1)),
        ("The shell killed another boy in Taiz.", "killed", Measure.KILLED, (1, 1)),
        ("The army has besieged the town of Taiz for two years.", "besieged", Measure.DURATION, (2, 2)),
        ("After a three-year siege the town of Taiz fell.", "siege", Measure.DURATION, (3, 3)),
        pytest.param(
            "Twin bombings hit the town of Quetta.",
            "bombings|hit",
            Measure.STRIKES,
            (2, 2),
            marks=pytest.mark.xfail(reason="the verb alone makes the claim, and has no number of its own"),
        ),
        ("Ceasefire monitors said shells hit the town of Taiz 14 times.", "hit", Measure.STRIKES, (14, 14)),
        ("The blast destroyed six of the tanks near Marib.", "destroyed", Measure.VEHICLES, (6, 6)),
        ("Rebels executed 15 detainees in Sirte.", "executed", Measure.KILLED, (15, 15)),
        ("Over 50 militants were neutralized in Sirte.", "neutralized", Measure.KILLED, (50, None)),
        ("The number of victims in Quetta has reached 236.", "victims", Measure.KILLED, (236, 236)),
        ("The rebels demanded $3 million for the hostages.", "demanded", Measure.MONEY, (3e6, 3e6)),
    ],
)
def test_what_is_counted(text: str, words: str, measure: Measure, bounds: Bounds) -> None:
    assert figures_of(text, words) == [(measure, *bounds)]


def test_a_part_of_the_whole_is_a_figure_too() -> None:
    text = "Jets killed 49 fighters, including seven commanders, in the town of Marib."
    assert figures_of(text, "killed") == [(Measure.KILLED, 49, 49), (Measure.KILLED, 7, 7)]


def test_killed_and_wounded_stand_in_their_own_claims() -> None:
    text = "The raid killed 12 people and wounded 30 others in Taiz."
    assert figures_of(text, "killed") == [(Measure.KILLED, 12, 12)]
    assert figures_of(text, "wounded") == [(Measure.WOUNDED, 30, 30)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels shelled the town of Bria on 12 May 2016.", "shelled"),
        ("Rebels seized the town of Bria at 10 a.m. on Sunday.", "seized"),
        ("The army shelled the town in 2013.", "shelled"),
        ("The 3rd Brigade seized the town of Bria.", "seized"),
    ],
)
def test_dates_and_names_are_no_figures(text: str, words: str) -> None:
    assert figures_of(text, words) == []


def test_a_figure_says_of_whom() -> None:
    (figure,) = claim_of("Rebels killed at least 12 soldiers in the town of Marib.", "killed").figures
    assert (figure.of, figure.span.quote) == ("soldiers", "12")


@pytest.mark.parametrize(
    ("text", "trigger", "scope"),
    [
        ("Shells killed four people in Ariha on Friday.", "killed", Scope("Ariha", "Friday", None)),
        (
            "Shells have killed four people in Ariha since Monday.",
            "killed",
            Scope("Ariha", "since Monday", True),
        ),
        ("The death toll has risen to 14.", "death toll", Scope(None, None, True)),
        ("Shells killed four people.", "killed", None),
    ],
)
def test_what_a_figure_is_counted_over(text: str, trigger: str, scope: Scope | None) -> None:
    assert [f.scope for f in claim_of(text, trigger).figures] == [scope]


@pytest.mark.parametrize(
    ("text", "words", "sorts"),
    [
        (
            "The airstrike killed 12 civilians, including five children, in Saraqib on Sunday.",
            "killed",
            {12: FigureSort.COUNT, 5: FigureSort.PART},
        ),
        (
            "At least 112 people were killed in the bombing in Quetta, raising an earlier toll of 43.",
            "killed",
            {112: FigureSort.COUNT},
        ),
        (
            "The death toll from the bombing in Quetta rose to 112 from 43 on Sunday.",
            "toll",
            {112: FigureSort.COUNT, 43: FigureSort.FORMER},
        ),
    ],
)
def test_parts_and_former_counts_are_told_apart(text: str, words: str, sorts: dict[int, FigureSort]) -> None:
    assert {f.low: f.sort for f in claim_of(text, words).figures} == sorts


def test_a_year_before_number_words_is_no_part_of_the_number() -> None:
    text = "Damascus, 7 Aug 2013 sixty-two fighters were killed in an ambush near the town of Adra."
    assert figures_of(text, "killed") == [(Measure.KILLED, 62, 62)]
