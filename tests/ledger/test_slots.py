"""Corrected slots of claims: they lie over what was read, wherever a claim comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import NewLedger
from tests.ledger.readings import claim_id, numbered
from tests.ledger.scenes import (
    COURIER,
    POST,
    RADIO,
    SHELLS,
    THIRD,
    claim_of,
    fresh,
    judge_all,
    picture,
    put,
)
from tests.ledger.test_judgements import AT, VILLAGE
from whosays.ledger import ClaimFilter, Ledger
from whosays.model import (
    Amount,
    Claim,
    ConflictError,
    Decision,
    Interval,
    Judgement,
    Kind,
    Meant,
    Measure,
    Part,
    Stance,
    Subject,
    UsageError,
)

FIRST = numbered(1).claims[0].id


@pytest.fixture
def ledger(new_ledger: NewLedger) -> Iterator[Ledger]:
    """In one engine and then in the other."""
    with Ledger.open(new_ledger()) as opened:
        opened.add(numbered(1))
        opened.add(numbered(2))
        yield opened


def of_slot(slot: Any, claim: str = FIRST, decision: Decision = Decision.CORRECT, **held: Any) -> Judgement:
    given = {"name": "", "by": "mara", "why": "the report says so", "at": AT, **held}
    return Judgement(subject=Subject.SLOT, decision=decision, claim=claim, slot=slot, **given)


def first(ledger: Ledger) -> Claim:
    return ledger.claim(FIRST)[1]


CORRECTIONS = {
    "kind": of_slot(Part.KIND, value=Kind.AIRSTRIKE),
    "stance": of_slot(Part.STANCE, value=Stance.DENIED),
    "voice": of_slot(Part.VOICE, named=(Meant("Marwa council", "sohr"), Meant("Harbour Post"))),
    "actor": of_slot(Part.ACTOR, named=(Meant("the army", "syrian-army"),)),
    "target": of_slot(Part.TARGET, decision=Decision.REJECT),
    "place": of_slot(Part.PLACE, place=VILLAGE, name="Marwa"),
    "nowhere": of_slot(Part.PLACE, decision=Decision.REJECT),
    "time": of_slot(Part.TIME, value=Interval.parse("2030-05-01/2030-05-03")),
    "no time": of_slot(Part.TIME, decision=Decision.REJECT),
    "killed": of_slot(Measure.KILLED, value=Amount(3, 5)),
    "none killed": of_slot(Measure.KILLED, decision=Decision.REJECT),
    "as read": of_slot(Part.KIND, decision=Decision.ACCEPT),
}
FILTERS = (
    ClaimFilter(kind=Kind.AIRSTRIKE),
    ClaimFilter(kind=Kind.SHELLING),
    ClaimFilter(stance=Stance.DENIED),
    ClaimFilter(voice="council"),
    ClaimFilter(voice="officials"),
    ClaimFilter(voice="sohr"),
    ClaimFilter(party="syrian-army"),
    ClaimFilter(party="marwa-council"),
    ClaimFilter(place="fawqa"),
    ClaimFilter(place="900001"),
    ClaimFilter(until=date(2030, 12, 31)),
    ClaimFilter(since=date(2031, 1, 3)),
)


def fits(wanted: ClaimFilter, claim: Claim, day: date | None) -> bool:
    """What each of `FILTERS` asks of a claim, told in Python."""
    parties = [voice.party for voice in claim.voices]
    parties += [named.party for named in (*claim.actor, *claim.target)]
    place = claim.place.place if claim.place else None
    begins = claim.time.earliest if claim.time else day
    ends = claim.time.latest if claim.time else day
    asked = (
        wanted.kind in (None, claim.kind),
        wanted.stance in (None, claim.stance),
        wanted.voice is None
        or any(wanted.voice in voice.name.lower() or wanted.voice == voice.party for voice in claim.voices),
        wanted.party is None or wanted.party in parties,
        wanted.place is None
        or (
            place is not None
            and (wanted.place in place.name.lower() or wanted.place == str(place.geonames_id))
        ),
        wanted.until is None or (begins is not None and begins <= wanted.until),
        wanted.since is None or (ends is not None and ends >= wanted.since),
    )
    return all(asked)


def dump(ledger: Ledger) -> list[Claim]:
    return [stored.claim for stored in ledger.claims()]


@given(made=st.lists(st.sampled_from(sorted(CORRECTIONS)), max_size=4))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_filters_find_claims_as_they_are_corrected(empty_file: Path, tmp_path: Path, made: list[str]) -> None:
    with fresh(empty_file, tmp_path) as ledger:
        ledger.add(numbered(1))
        ledger.add(numbered(2))
        for name in made:
            ledger.judge(CORRECTIONS[name])
        require_filters_to_fit(ledger, made)


def require_filters_to_fit(ledger: Ledger, made: Sequence[str]) -> None:
    everything = list(ledger.claims())
    for wanted in FILTERS:
        found = [stored.claim.id for stored in ledger.claims(wanted)]
        meant = [s.claim.id for s in everything if fits(wanted, s.claim, s.report.day)]
        assert found == meant, (made, wanted)


def test_filters_find_what_is_corrected_in_either_engine(ledger: Ledger) -> None:
    filled = ["kind", "stance", "voice", "actor", "place", "time", "killed"]
    for names in (filled, sorted(CORRECTIONS.keys() - filled)):
        judge_all(ledger, map(CORRECTIONS.__getitem__, names))
        require_filters_to_fit(ledger, names)


@pytest.mark.parametrize("name", sorted(CORRECTIONS))
def test_what_is_withdrawn_leaves_everything_as_before(ledger: Ledger, name: str) -> None:
    ledger.reconcile()
    before, incidents, read = dump(ledger), picture(ledger), ledger.reading(numbered(1).report.digest)
    judgement = CORRECTIONS[name]
    ledger.judge(judgement)
    assert (dump(ledger) == before) is (judgement.decision is Decision.ACCEPT)
    assert ledger.reading(numbered(1).report.digest) == read
    ledger.judge(of_slot(judgement.slot, decision=Decision.WITHDRAW))
    assert dump(ledger) == before
    assert picture(ledger) == incidents


@given(order=st.permutations(["kind", "stance", "voice", "actor", "target", "place", "time", "killed"]))
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_order_of_different_matters_does_not_matter_nor_does_twice(
    empty_file: Path, tmp_path: Path, order: Sequence[str]
) -> None:
    found = []
    for names in (sorted(order), order, [*order, *order]):
        with fresh(empty_file, tmp_path) as ledger:
            ledger.add(numbered(1))
            for name in names:
                ledger.judge(CORRECTIONS[name])
            found.append((dump(ledger), picture(ledger)))
    assert found[0] == found[1] == found[2]


@given(made=st.lists(st.sampled_from(sorted(CORRECTIONS)), max_size=4))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_picture_counts_claims_as_they_are_corrected(
    empty_file: Path, tmp_path: Path, made: list[str]
) -> None:
    with fresh(empty_file, tmp_path) as ledger:
        for number in range(3):
            ledger.add(numbered(number))
        for name in made:
            ledger.judge(CORRECTIONS[name])
        seen, told = ledger.picture(), dump(ledger)
        assert seen.total == len(told)
        assert {spot.place: spot.claims for spot in seen.spots} == Counter(
            claim.place.place for claim in told if claim.place
        )
        parting = {each.claim.id for each in ledger.claims(ClaimFilter(disputed=True))}
        assert {spot.place: spot.disputed for spot in seen.spots if spot.disputed} == Counter(
            claim.place.place for claim in told if claim.place and claim.id in parting
        )
        assert sum(seen.days.values()) + seen.undated == len(told)
        assert dict(seen.facets["kind"]) == Counter(str(claim.kind) for claim in told)
        parties = (
            {v.party for v in c.voices} | {n.party for n in (*c.actor, *c.target)} - {None} for c in told
        )
        assert dict(seen.facets["party"]) == Counter(party for found in parties for party in found if party)


def test_a_corrected_claim_keeps_its_words(ledger: Ledger) -> None:
    for name in ("voice", "actor", "place", "killed"):
        ledger.judge(CORRECTIONS[name])
    claim, read = first(ledger), numbered(1).claims[0]
    assert claim.evidence == read.evidence
    assert claim.voices[1] == read.voices[0]
    assert claim.voices[0].span == claim.actor[0].span == read.evidence
    assert (claim.place and claim.place.name, claim.place and claim.place.place) == ("Marwa", VILLAGE)
    [figure] = claim.figures
    assert (figure.low, figure.high, figure.of) == (3, 5, "farmers")


def test_a_correction_outlives_another_reading(ledger: Ledger) -> None:
    ledger.judge(CORRECTIONS["kind"])
    ledger.add(replace(numbered(1), reader=THIRD))
    assert first(ledger).kind is Kind.AIRSTRIKE


def test_incidents_follow_what_is_corrected(new_ledger: NewLedger) -> None:
    with Ledger.open(new_ledger()) as ledger:
        put(ledger, POST, RADIO, COURIER, SHELLS)
        before = picture(ledger)
        ids = {claim_of(POST).id, claim_of(RADIO).id}
        assert any(ids <= group for group in before.values())
        far = Interval.parse("2029-01-05")
        for claim in POST.claims:
            ledger.judge(of_slot(Part.TIME, claim.id, value=far))
        assert not any(ids <= group for group in picture(ledger).values())
        for claim in POST.claims:
            ledger.judge(of_slot(Part.TIME, claim.id, Decision.WITHDRAW))
        assert picture(ledger) == before


def test_two_who_judge_the_same_at_once_do_not_undo_each_other(ledger: Ledger) -> None:
    one = ledger.judge(CORRECTIONS["kind"], expected=0)
    other = replace(CORRECTIONS["kind"], value=Kind.CLASH, by="rana")
    with pytest.raises(ConflictError, match="mara has judged the same meanwhile") as conflict:
        ledger.judge(other, expected=0)
    assert conflict.value.judgement == one
    assert conflict.value.judgement.id == one.id
    assert [kept.by for kept in ledger.judgements()] == ["mara"]
    ledger.judge(CORRECTIONS["stance"], expected=0)
    assert ledger.judge(other, expected=one.id).id == ledger.judgements()[-1].id
    assert first(ledger).kind is Kind.CLASH


@pytest.mark.parametrize(
    ("slot", "decision", "held", "said"),
    [
        (Part.KIND, Decision.REJECT, {}, "a claim always has a kind"),
        (Part.KIND, Decision.CORRECT, {}, "needs what the slot holds"),
        (Part.KIND, Decision.CORRECT, {"value": Stance.DENIED}, "is no kind"),
        (Part.PLACE, Decision.CORRECT, {"value": Kind.AID}, "place cannot hold that"),
        (Part.TIME, Decision.REJECT, {"value": Interval.parse("2031")}, "needs what the slot holds"),
        (Part.ACTOR, Decision.CORRECT, {"named": (Meant(" "),)}, "actor cannot hold that"),
        (None, Decision.CORRECT, {"value": Kind.AID}, "names the slot"),
    ],
)
def test_a_judgement_that_fits_no_slot_is_refused(
    slot: Any, decision: Decision, held: dict[str, Any], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        of_slot(slot, claim_id("x"), decision, **held)
