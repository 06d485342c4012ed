"""Claims put into incidents: the same whatever comes when, and whatever people judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.ledger.readings import claim_id
from tests.ledger.readings import readings as any_readings
from tests.ledger.scenes import (
    ALL,
    AT,
    BULLETIN,
    COURIER,
    NEXT,
    OTHER,
    PORT,
    POST,
    RADIO,
    SHELLS,
    TALKS,
    claim_of,
    fresh,
    groups,
    judge_all,
    on_claim,
    on_pair,
    picture,
    put,
    shorter,
    vaguer,
)
from tests.reconcile.incidents.articles import POINTS, article
from tests.reconcile.sentences import DAY, told
from whosays.ledger import Ledger
from whosays.model import (
    Claim,
    Decision,
    Judgement,
    Kind,
    LedgerError,
    Place,
    PlacePrecision,
    Reading,
    Subject,
)


def test_one_happening_is_one_incident(ledger: Ledger) -> None:
    put(ledger, *ALL)
    assert groups(ledger, *ALL) == [{0, 1, 2, 3}, {4, 5}, {6}]
    found = picture(ledger)
    assert found.keys() >= {claim_of(POST).id, claim_of(SHELLS).id}
    every = {claim.id for reading in ALL for claim in reading.claims}
    assert frozenset().union(*found.values()) == every - {claim_of(TALKS, 1).id}


def test_it_says_what_it_did(ledger: Ledger) -> None:
    for reading in (POST, RADIO, SHELLS):
        ledger.add(reading)
    assert (ledger.reconcile().readings, ledger.reconcile().readings) == (3, 0)
    ledger.add(COURIER)
    done = ledger.reconcile()
    assert (done.readings, done.incidents) == (1, 1)


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    put(ledger, *ALL)
    before = picture(ledger)
    for reading in ALL:
        assert not ledger.add(reading)
    done = ledger.reconcile()
    assert (done.readings, done.incidents) == (0, 0)
    assert picture(ledger) == before
    assert not ledger.changes(AT)


def test_an_incident_has_the_id_of_its_earliest_claim(ledger: Ledger) -> None:
    put(ledger, RADIO, COURIER)
    ledger.add(POST)
    ledger.reconcile()
    assert list(picture(ledger)) == [claim_of(POST).id]
    assert ledger.incident(claim_of(COURIER).id).id == claim_of(POST).id


def test_a_later_reading_takes_the_place_of_the_one_before(ledger: Ledger) -> None:
    put(ledger, POST, RADIO, SHELLS)
    put(ledger, vaguer(SHELLS), shorter(POST))
    found = picture(ledger)
    assert frozenset().union(*found.values()) == {
        claim.id for reading in (shorter(POST), RADIO, SHELLS) for claim in reading.claims
    }


@pytest.mark.parametrize("number", [1, 0])
def test_a_claim_that_is_rejected_is_out_of_its_incident_until_that_is_undone(
    ledger: Ledger, number: int
) -> None:
    put(ledger, POST, RADIO)
    before = picture(ledger)
    rejected = claim_of(POST, number)
    ledger.judge(on_claim(rejected, Decision.REJECT))
    assert rejected.id not in frozenset().union(*picture(ledger).values())
    assert claim_of(POST, 1 - number).id in frozenset().union(*picture(ledger).values())
    ledger.judge(on_claim(rejected, Decision.WITHDRAW))
    assert picture(ledger) == before


def test_accepting_a_claim_brings_it_back_too_and_else_changes_nothing(ledger: Ledger) -> None:
    put(ledger, POST, RADIO)
    before = picture(ledger)
    ledger.judge(on_claim(claim_of(POST), Decision.ACCEPT))
    assert picture(ledger) == before
    judge_all(ledger, [on_claim(claim_of(POST), each) for each in (Decision.REJECT, Decision.ACCEPT)])
    assert picture(ledger) == before


def test_the_incident_is_gone_when_all_its_claims_are_rejected(ledger: Ledger) -> None:
    put(ledger, TALKS)
    ledger.judge(on_claim(claim_of(TALKS), Decision.REJECT))
    assert not picture(ledger)


def test_what_is_judged_the_same_stays_together(ledger: Ledger) -> None:
    put(ledger, POST, SHELLS)
    ledger.judge(on_pair(claim_of(SHELLS), claim_of(POST, 1), Decision.SAME))
    assert groups(ledger, POST, SHELLS) == [{0, 1}]
    put(ledger, RADIO, COURIER, PORT)
    assert {0, 1} <= groups(ledger, POST, SHELLS, RADIO, COURIER, PORT)[0]
    put(ledger, replace(POST, reader=OTHER), vaguer(SHELLS))
    assert {0, 1} <= groups(ledger, POST, SHELLS)[0]
    ledger.judge(on_pair(claim_of(POST, 1), claim_of(SHELLS), Decision.WITHDRAW))
    assert groups(ledger, POST, SHELLS) == [{0}, {1}]


def test_what_is_judged_different_stays_apart(ledger: Ledger) -> None:
    put(ledger, POST, RADIO)
    ledger.judge(on_pair(claim_of(RADIO), claim_of(POST), Decision.DIFFERENT))
    assert groups(ledger, POST, RADIO) == [{0}, {1}]
    put(ledger, COURIER, BULLETIN)
    assert not any({0, 1} <= group for group in groups(ledger, POST, RADIO, COURIER, BULLETIN))
    put(ledger, replace(POST, reader=OTHER))
    assert not any({0, 1} <= group for group in groups(ledger, POST, RADIO, COURIER, BULLETIN))
    ledger.judge(on_pair(claim_of(POST), claim_of(RADIO), Decision.UNSURE))
    assert groups(ledger, POST, RADIO) == [{0, 1}]


def test_a_judgement_waits_for_the_reports_that_it_is_on(ledger: Ledger) -> None:
    put(ledger, POST)
    ledger.judge(on_pair(claim_of(POST), claim_of(SHELLS), Decision.SAME))
    put(ledger, SHELLS)
    assert groups(ledger, POST, SHELLS) == [{0, 1}]


def test_a_judgement_rests_while_a_reader_does_not_find_the_claim(ledger: Ledger) -> None:
    put(ledger, POST, TALKS)
    ledger.judge(on_pair(claim_of(POST), claim_of(TALKS), Decision.SAME))
    assert groups(ledger, POST, TALKS) == [{0, 1}]
    put(ledger, shorter(POST))
    assert picture(ledger) == {
        claim_of(POST, 1).id: {claim_of(POST, 1).id},
        claim_of(TALKS).id: {claim_of(TALKS).id},
    }
    put(ledger, vaguer(POST))
    assert groups(ledger, POST, TALKS) == [{0, 1}]


def test_nothing_is_left_of_an_incident_that_lost_the_claim_that_held_it_together(ledger: Ledger) -> None:
    put(ledger, POST, PORT)
    ledger.judge(on_pair(claim_of(POST), claim_of(PORT), Decision.SAME))
    put(ledger, replace(POST, reader=OTHER, claims=()))
    assert picture(ledger) == {claim_of(PORT).id: {claim_of(PORT).id}}


def test_a_same_that_would_join_what_is_different_is_refused(ledger: Ledger) -> None:
    put(ledger, POST, SHELLS, TALKS)
    ledger.judge(on_pair(claim_of(POST), claim_of(TALKS), Decision.DIFFERENT))
    ledger.judge(on_pair(claim_of(POST), claim_of(SHELLS), Decision.SAME))
    ledger.judge(on_pair(claim_of(SHELLS), claim_of(TALKS), Decision.SAME))
    found = groups(ledger, POST, SHELLS, TALKS)
    assert len(found) == 2
    assert not any({0, 2} <= group for group in found)


def of_place(place: Place | None, decision: Decision) -> Judgement:
    return Judgement(Subject.PLACE, "SUNPORT", decision, "mara", "the other one", AT, place=place)


MOVED = of_place(
    Place(12, "Tel Asal", "city", "XR", None, *POINTS["Tel Asal"], PlacePrecision.TOWN), Decision.CORRECT
)


def test_a_place_that_is_judged_regroups(ledger: Ledger) -> None:
    put(ledger, POST, SHELLS, PORT)
    in_one = replace(MOVED, report=PORT.report.digest)
    ledger.judge(in_one)
    assert groups(ledger, POST, SHELLS, PORT) == [{0}, {1}, {2}]
    ledger.judge(MOVED)
    assert groups(ledger, POST, SHELLS, PORT) == [{0}, {1, 2}]
    ledger.judge(of_place(None, Decision.WITHDRAW))
    assert groups(ledger, POST, SHELLS, PORT) == [{0}, {1}, {2}]
    ledger.judge(replace(in_one, place=None, decision=Decision.WITHDRAW))
    assert groups(ledger, POST, SHELLS, PORT) == [{0}, {1, 2}]


def of_party(name: str, party: str | None, decision: Decision = Decision.CORRECT) -> Judgement:
    return Judgement(Subject.PARTY, name, decision, "mara", "the same people", AT, party=party)


def test_a_party_that_is_judged_regroups(ledger: Ledger) -> None:
    sons = article(
        told("<a>Sons of the Vale</a> <x>attacked</x> at dawn.", Kind.ATTACK, when=DAY), published=NEXT
    )
    lions = article(
        told("<a>The Lions</a> <x>attacked</x> by night.", Kind.ATTACK, when=DAY), outlet="Vale Radio"
    )
    put(ledger, sons, lions)
    assert groups(ledger, sons, lions) == [{0}, {1}]
    ledger.judge(of_party("Sons of the Vale", "hill-rebels"))
    ledger.judge(of_party("the lions", "hill-rebels"))
    assert groups(ledger, sons, lions) == [{0, 1}]
    ledger.judge(of_party("The Lions", None, Decision.REJECT))
    assert groups(ledger, sons, lions) == [{0}, {1}]


def test_a_judgement_holds_although_nobody_reconciled_before(ledger: Ledger) -> None:
    for reading in (POST, SHELLS):
        ledger.add(reading)
    ledger.judge(on_pair(claim_of(POST), claim_of(SHELLS), Decision.SAME))
    assert groups(ledger, POST, SHELLS) == [{0, 1}]


def test_a_ledger_that_cannot_be_written_says_so(ledger: Ledger) -> None:
    put(ledger, POST)
    reader = Ledger(replace(ledger._database, refusal="no permission"))
    with pytest.raises(LedgerError, match="no permission"):
        reader.reconcile()
    with pytest.raises(LedgerError, match="no permission"):
        reader.judge(on_claim(claim_of(POST), Decision.REJECT))


ANY = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(st.lists(any_readings(), max_size=3, unique_by=lambda reading: reading.report.digest))
@settings(parent=ANY, phases=[Phase.explicit, Phase.generate])
def test_any_reading_at_all_is_grouped(empty_file: Path, tmp_path: Path, found: list[Reading]) -> None:
    some = [replace(each, claims=tuple(_with_ids_of_their_own(each))) for each in found]
    with fresh(empty_file, tmp_path) as ledger:
        put(ledger, *some)
        assert frozenset().union(*picture(ledger).values()) <= {c.id for r in some for c in r.claims}


def _with_ids_of_their_own(reading: Reading) -> Iterator[Claim]:
    for number, claim in enumerate(reading.claims):
        yield replace(claim, id=claim_id(reading.report.digest, number))


@given(st.permutations(ALL), st.integers(1, len(ALL)), st.booleans())
@ANY
def test_incidents_are_the_same_in_any_order_and_at_once(
    empty_file: Path, tmp_path: Path, order: list[Reading], size: int, one_by_one: bool
) -> None:
    some = order[:size]
    with fresh(empty_file, tmp_path) as ledger, fresh(empty_file, tmp_path) as other:
        for reading in some:
            put(ledger, reading) if one_by_one else ledger.add(reading)
        ledger.reconcile()
        put(other, *sorted(some, key=ALL.index))
        assert picture(ledger) == picture(other)


CLAIMS = [reading.claims[0] for reading in ALL[:6]]
reads = st.sampled_from(ALL).flatmap(lambda one: st.sampled_from([one, shorter(one), vaguer(one)]))
pairs = st.lists(st.sampled_from(CLAIMS), min_size=2, max_size=2, unique_by=lambda claim: claim.id)
decisions = st.sampled_from([Decision.SAME, Decision.DIFFERENT, Decision.UNSURE, Decision.WITHDRAW])
verdicts = st.sampled_from([Decision.REJECT, Decision.ACCEPT, Decision.WITHDRAW])
deeds = (
    reads
    | st.just(None)
    | st.builds(lambda both, how: on_pair(both[0], both[1], how), pairs, decisions)
    | st.builds(on_claim, st.sampled_from(CLAIMS), verdicts)
    | st.sampled_from([MOVED, of_place(None, Decision.WITHDRAW)])
)


@given(st.lists(deeds, min_size=2, max_size=14))
@settings(parent=ANY, max_examples=25)
def test_only_what_is_in_the_ledger_counts_not_how_it_came(
    empty_file: Path, tmp_path: Path, history: list[Reading | Judgement | None]
) -> None:
    """However readings, judgements and reconciling (None) follow each other, only what is in force counts."""
    with fresh(empty_file, tmp_path) as ledger, fresh(empty_file, tmp_path) as other:
        latest: dict[str, Reading] = {}
        for deed in history:
            if isinstance(deed, Reading):
                if ledger.add(deed):
                    latest[deed.report.digest] = deed
            elif deed:
                ledger.judge(deed)
            else:
                ledger.reconcile()
        ledger.reconcile()
        judge_all(other, (deed for deed in history if isinstance(deed, Judgement)))
        put(other, *latest.values())
        assert picture(ledger) == picture(other)
