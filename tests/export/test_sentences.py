"""A claim in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.extracts import AGAIN, CHOICES, COUNTED, DENIED, ELSEWHERE, MARKET, RELAYED, UNDATED
from whosays.export.agents import Agents
from whosays.export.sentences import caution, heading, sentence
from whosays.model import Stance, Told

AGENTS = Agents(CHOICES.parties)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            RELAYED,
            "Coast Post, by Harbour Monitor, by a resident (2031-05-04) says: “Jets bombed",
        ),
        (DENIED, "River News Agency, by River government (2031-05-05) denies: “Jets bombed"),
        (UNDATED, "outlet unknown (undated) foretells: “Rebels may shell Tel Asal.”"),
    ],
)
def test_a_sentence_says_who_says_it_when_and_how(told: Told, expected: str) -> None:
    assert sentence(told, AGENTS.of(told)).startswith(expected)


@pytest.mark.parametrize("stance", Stance)
def test_every_stance_has_a_verb(stance: Stance) -> None:
    told = replace(RELAYED, claim=replace(RELAYED.claim, stance=stance))
    assert sentence(told, AGENTS.of(told)).endswith("”")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (RELAYED, "airstrike: Marsa, 2031-05-04, killed 9"),
        (COUNTED, "airstrike: Marsa, 2031-05-04, killed 12..14"),
        (ELSEWHERE, "airstrike: Upper Vale, 2031-05-04/2031-05-05"),
        (UNDATED, "shelling, predicted: Tel Asal"),
    ],
)
def test_a_heading_has_what_where_when_and_how_many(told: Told, expected: str) -> None:
    assert heading(told.claim) == expected


def test_a_heading_without_anything_around_is_the_kind() -> None:
    bare = replace(RELAYED.claim, place=None, time=None, figures=())
    assert heading(bare) == "airstrike"


def test_open_ends_of_figures_are_open() -> None:
    [figure] = RELAYED.claim.figures
    assert heading(replace(RELAYED.claim, figures=(replace(figure, high=None),))).endswith("killed 9..")
    assert heading(replace(RELAYED.claim, figures=(replace(figure, low=None),))).endswith("killed ..9")


def test_a_caution_says_where_accounts_part() -> None:
    assert [said.split(".")[0] for said in caution(MARKET)] == [
        "What reports say of one happening",
        "kind: contested",
        "actor: contested",
    ]
    assert len(list(caution(AGAIN))) == 1
