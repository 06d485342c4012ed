"""Statements credited to the other side."""

from __future__ import annotations

import pytest

from bench.scorers.measures import Row
from bench.sides import crossed
from whosays.ground.parties import Registry
from whosays.model import Party, Tie
from whosays.model.party import PartySort, TieKind

NORTH = Party(
    "north", PartySort.STATE, ("Northland",), ties=(Tie(TieKind.FIGHTS, "south", basis="both say so"),)
)
ARMY = Party("army", PartySort.ARMED_FORCES, ("Northern Army",), parent="north")
SOUTH = Party("south", PartySort.STATE, ("Southland",))
FERRY = Party("ferry", PartySort.COMPANY, ("Ferry Company",))
REGISTRY = Registry([NORTH, ARMY, SOUTH, FERRY])
TEXT = "Southland said that shells had hit the ferry."


def row(*voices: str) -> Row:
    claim = {"trigger": [31, 34], "kind": "shelling", "voices": list(voices)}
    return {"id": "a", "text": TEXT, "sentences": [[0, len(TEXT)]], "claims": [claim]}


def read(*voices: tuple[str, str | None]) -> Row:
    named = [{"name": name, "party": party} for name, party in voices]
    return {"claims": [{"trigger": [31, 34], "kind": "shelling", "voices": named}]}


@pytest.mark.parametrize(
    ("gold", "given", "lines"),
    [
        (("Southland",), (("Northland", "north"),), 1),
        (("Southland",), (("Northern Army", "army"),), 1),
        (("Northland|the north",), (("Southland", "south"),), 1),
        (("Southland",), (("Southland", "south"),), 0),
        (("Southland",), (("Ferry Company", "ferry"),), 0),
        (("Southland",), (("somebody", None),), 0),
        (("Southland", "Northland"), (("Northland", "north"),), 0),
        ((), (("Northland", "north"),), 0),
    ],
)
def test_a_voice_that_fights_the_right_one_is_listed(
    gold: tuple[str, ...], given: tuple[tuple[str, str | None], ...], lines: int
) -> None:
    found = list(crossed(row(*gold), read(*given), REGISTRY))
    assert len(found) == lines
    assert all("hit" in line and given[0][0] in line for line in found)
