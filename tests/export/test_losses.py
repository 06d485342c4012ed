"""What a claim loses on the way into an object is in the receipt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.extracts import CHOICES, COUNTED, DENIED, ELSEWHERE, RELAYED, exported
from whosays.export.agents import Agents
from whosays.export.losses import UNNAMED, UNPLACED, UNSAFE, WIDE, tell_losses
from whosays.export.receipt import Receipt
from whosays.model import Told

assert RELAYED.claim.place
NOWHERE = replace(RELAYED.claim, place=replace(RELAYED.claim.place, place=None))


@pytest.mark.parametrize(
    ("told", "losses"),
    [
        (RELAYED, set()),
        (ELSEWHERE, {WIDE}),
        (replace(RELAYED, claim=NOWHERE), {UNPLACED}),
        (replace(RELAYED, claim=replace(RELAYED.claim, place=None)), set()),
        (Told(replace(RELAYED.report, url="javascript:1"), RELAYED.claim), {UNSAFE}),
    ],
)
def test_points_and_addresses_that_are_left_out_are_told(told: Told, losses: set[str]) -> None:
    receipt = Receipt("jsonld")
    tell_losses(told, receipt)
    assert {why for why, claims in receipt.collapsed.items() if claims == [told.claim.id]} == losses


def test_those_without_a_name_are_told_where_they_become_no_object() -> None:
    receipt = Receipt("stix")
    tell_losses(RELAYED, receipt, Agents(CHOICES.parties).of(RELAYED))
    assert receipt.collapsed == {UNNAMED: [RELAYED.claim.id]}


@pytest.mark.parametrize(("name", "told"), [("jsonld", False), ("stix", True), ("followthemoney", True)])
def test_formats_of_claims_tell_their_losses(name: str, told: bool) -> None:
    _, receipt = exported(name)
    assert receipt.collapsed[WIDE] == [ELSEWHERE.claim.id]
    assert (UNNAMED in receipt.collapsed) is told
    if told:
        assert {RELAYED.claim.id, DENIED.claim.id, COUNTED.claim.id} <= set(receipt.collapsed[UNNAMED])
