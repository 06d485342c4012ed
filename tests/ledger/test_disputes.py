"""Which incidents are disputed: kept as the ledger changes, and the same as their accounts say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ledger.scenes import ALL, AT, COURIER, POST, RADIO, claim_of, on_claim, on_pair, put, shorter
from whosays.ledger import ClaimFilter, Ledger
from whosays.model import Decision, Judgement, Subject

DISPUTED = ClaimFilter(disputed=True)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def kept(ledger: Ledger) -> set[str]:
    """The ids of the claims that the filter finds."""
    return {stored.claim.id for stored in ledger.claims(DISPUTED)}


def built(ledger: Ledger) -> set[str]:
    """The same by the accounts of each incident."""
    return {told.claim.id for each in ledger.incidents() if each.disputed for told in each.told}


def test_claims_of_disputed_incidents_are_found(ledger: Ledger) -> None:
    put(ledger, POST, RADIO)
    assert kept(ledger) == built(ledger) == set()
    put(ledger, COURIER)
    assert kept(ledger) == built(ledger)
    assert claim_of(COURIER).id in kept(ledger)


def test_what_is_kept_follows_readings_and_judgements(ledger: Ledger) -> None:
    put(ledger, *ALL)
    toll = claim_of(COURIER, 1)
    steps: tuple[Callable[[], object], ...] = (
        lambda: ledger.judge(on_claim(toll, Decision.REJECT)),
        lambda: ledger.judge(on_claim(toll, Decision.WITHDRAW)),
        lambda: ledger.judge(on_pair(claim_of(POST), claim_of(COURIER), Decision.DIFFERENT)),
        lambda: put(ledger, shorter(COURIER)),
        lambda: ledger.judge(_voiced("Coast Post", "northland")),
    )
    assert kept(ledger)
    for step in steps:
        step()
        assert kept(ledger) == built(ledger)


def test_disputed_incidents_are_those_whose_accounts_part(ledger: Ledger) -> None:
    put(ledger, *ALL)
    assert list(ledger.incidents(disputed=True)) == [each for each in ledger.incidents() if each.disputed]
    last = ledger.latest().changed_at
    assert list(ledger.incidents(disputed=True, at=last)) == list(ledger.incidents(disputed=True))


def test_a_party_is_found_as_voice_actor_or_target_by_judgement(ledger: Ledger) -> None:
    put(ledger, *ALL)
    jets = ClaimFilter(party="river-air-force")
    found = [stored.claim.id for stored in ledger.claims(jets)]
    assert set(found) == {claim_of(reading).id for reading in (POST, RADIO, COURIER)}
    name = claim_of(POST).actor[0].name
    ledger.judge(_voiced(name, "hill-rebels"))
    assert not list(ledger.claims(jets))
    assert set(found) < {stored.claim.id for stored in ledger.claims(replace(jets, party="hill-rebels"))}


def _voiced(name: str, party: str) -> Judgement:
    return Judgement(Subject.PARTY, name, Decision.CORRECT, "mara", "the report says so", AT, party=party)
