"""What wants a person, and what does not any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.ledger.scenes import ALL, BULLETIN, POST, claim_of, put
from whosays.ledger import Ledger, Sort, Wanted
from whosays.model import Decision, Judgement, Subject

MARKET, BLAST = claim_of(POST).id, claim_of(BULLETIN).id


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        put(opened, *ALL)
        yield opened


def judge(ledger: Ledger, by: str, wanted: Wanted) -> None:
    subject, decision = (Subject.PAIR, Decision.UNSURE) if wanted.other else (Subject.CLAIM, Decision.ACCEPT)
    at = datetime.now(UTC)
    ledger.judge(Judgement(subject, "", decision, by, "so", at, claim=wanted.claim, other=wanted.other))


def asked(ledger: Ledger, sort: Sort, by: str) -> set[tuple[str, str | None]]:
    return {(each.claim, each.other) for each in ledger.queue(sort, by)}


def test_claims_that_accounts_part_on_are_asked_with_the_reason(ledger: Ledger) -> None:
    found = list(ledger.queue(Sort.CLAIMS, "mara"))
    [strike] = ledger.incidents(disputed=True)
    reasons = {f"{each.slot} {each.agreement}: {each.reason}" for each in strike.comparisons}
    assert found
    assert {each.why for each in found} <= reasons
    assert {each.claim for each in found} <= {told.claim.id for told in strike.told}
    assert len({each.claim for each in found}) == len(found)


def test_pairs_are_asked_the_most_even_first(ledger: Ledger) -> None:
    found = list(ledger.queue(Sort.MERGES, "mara"))
    odds = [abs((each.chance or 0) - 0.5) for each in found]
    assert found
    assert odds == sorted(odds)
    assert all(each.other and each.claim < each.other for each in found)


def test_names_that_mean_nobody_are_asked(ledger: Ledger) -> None:
    for each in ledger.queue(Sort.LINKS, "mara"):
        name = each.why.split("”")[0].removeprefix("“")
        claim = ledger.claim(each.claim)[1]
        assert name in claim.evidence.quote


@pytest.mark.parametrize("sort", [Sort.CLAIMS, Sort.MERGES])
def test_what_a_person_has_decided_is_asked_others_only(ledger: Ledger, sort: Sort) -> None:
    first = next(iter(ledger.queue(sort, "mara")))
    judge(ledger, "mara", first)
    assert (first.claim, first.other) not in asked(ledger, sort, "mara")
    assert (first.claim, first.other) in asked(ledger, sort, "omar")


def test_what_is_taken_back_is_asked_again(ledger: Ledger) -> None:
    first, *_ = ledger.queue(Sort.MERGES, "mara")
    judge(ledger, "mara", first)
    at = datetime.now(UTC)
    back = Judgement(
        Subject.PAIR, "", Decision.WITHDRAW, "mara", "so", at, claim=first.claim, other=first.other
    )
    ledger.judge(back)
    assert (first.claim, first.other) in asked(ledger, Sort.MERGES, "mara")
