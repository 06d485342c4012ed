"""What one report says, a happening at a time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.incidents.articles import article, killed
from tests.reconcile.sentences import DAY, told
from whosays.model import Kind, Stance, Told
from whosays.reconcile.incidents import event_reports
from whosays.reconcile.incidents.grouping import REACH
from whosays.reconcile.incidents.vocabulary import VOCABULARY

NEXT = DAY + timedelta(days=1)
STRIKE = told("<a river-air-force>Jets</a> <x>bombed</x> a market in <p>Marsa</p>.", Kind.AIRSTRIKE, when=DAY)
DEAD = told("Nine people were <x>killed</x>, rescuers said.", Kind.HARM, figures=killed(9))
BLAME = told("The council <x>blamed</x> the army.", Kind.ACCUSATION)
SHELLS = told("Shells <x>fell</x> on <p>Sunport</p>.", Kind.SHELLING, when=DAY)
RAID = told("Gunmen <x>seized</x> a mayor near <p>Marsa</p>.", Kind.DETAIN, when=DAY)
SECOND = told("Jets <x>bombed</x> a bridge in <p>Marsa</p>.", Kind.AIRSTRIKE, when=NEXT)
BACK = told("Residents still spoke of the <x>bombing</x>.", Kind.AIRSTRIKE)
AGAIN = told("A school in <p>Marsa</p> was <x>hit</x>, too.", Kind.AIRSTRIKE, when=DAY)
MARKET = told("A blast <x>hit</x> <p>Marsa market</p>.", Kind.BOMBING, when=DAY)
MOSQUE = told("A blast <x>hit</x> <p>Marsa mosque</p>.", Kind.BOMBING, when=DAY)
SPEECH = "He spoke at length about the harvest. " * (REACH // 30)
TALKS = told(
    "<a northland>Northland</a> <x>signed</x> a truce with <t river-gov>the government</t>.", Kind.AGREEMENT
)
PACT = told("<a farland>Farland</a> <x>signed</x> a trade pact.", Kind.AGREEMENT)
HOLD = told("Rebels <x>held</x> <p>Marsa</p>.", Kind.CONTROL)
MAY = told("Jets may <x>bomb</x> <p>Marsa</p>.", Kind.AIRSTRIKE, Stance.PREDICTED)


@pytest.mark.parametrize(
    ("sentences", "between", "expected"),
    [
        ([STRIKE, DEAD, BLAME], " ", [{0, 1, 2}]),
        ([STRIKE, SHELLS], " ", [{0}, {1}]),
        ([STRIKE, SHELLS, DEAD], " ", [{0}, {1, 2}]),
        ([STRIKE, RAID], " ", [{0}, {1}]),
        ([STRIKE, SECOND], " ", [{0}, {1}]),
        ([MARKET, MOSQUE], " ", [{0}, {1}]),
        ([STRIKE, DEAD], SPEECH, [{0}, {1}]),
        ([STRIKE, AGAIN], SPEECH, [{0, 1}]),
        ([STRIKE, BACK], SPEECH, [{0, 1}]),
        ([SHELLS, BACK], SPEECH, [{0}, {1}]),
        ([TALKS, PACT], " ", [{0}, {1}]),
        ([HOLD, STRIKE, MAY], " ", [{1}]),
        ([HOLD], " ", []),
        ([], " ", []),
    ],
)
def test_happenings(sentences: list[Told], between: str, expected: list[set[int]]) -> None:
    reading = article(*sentences, between=between)
    number = {claim.id: index for index, claim in enumerate(reading.claims)}
    found = event_reports(reading.report, reading.claims)
    assert [{number[id_] for id_ in each.claims} for each in found] == expected


def test_what_is_told_of_one_happening_is_put_together() -> None:
    reading = article(STRIKE, DEAD)
    [found] = event_reports(reading.report, reading.claims)
    assert found.kinds == {Kind.AIRSTRIKE, Kind.HARM}
    assert found.first == DAY.toordinal()
    assert found.sides == {"river-air-force"}
    assert found.killed is not None
    assert found.killed.low == 9


ALL = [STRIKE, DEAD, BLAME, SHELLS, RAID, SECOND, BACK, AGAIN, MARKET, MOSQUE, TALKS, PACT, HOLD, MAY]


@given(st.lists(st.sampled_from(ALL), max_size=8), st.sampled_from([" ", SPEECH]))
def test_every_claim_of_a_happening_is_in_one_event_report(sentences: list[Told], between: str) -> None:
    reading = article(*sentences, between=between)
    found = event_reports(reading.report, reading.claims)
    ids = [id_ for each in found for id_ in each.claims]
    assert sorted(ids) == sorted(claim.id for claim in reading.claims if VOCABULARY.is_happening(claim))
    order = [claim.id for claim in reading.claims]
    assert all(each.id == min(each.claims, key=order.index) for each in found)
    families = [{VOCABULARY.family[kind] for kind in each.kinds} for each in found]
    assert all(len(family) == 1 for family in families)
