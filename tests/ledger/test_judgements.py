"""What people judge of names, and that it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.readings import MARWA, numbered
from tests.ledger.scenes import fresh
from whosays.ledger import ClaimFilter, Ledger
from whosays.model import Decision, Judgement, LedgerError, Place, PlacePrecision, Subject, UsageError

VILLAGE = Place(900002, "Marwa al-Fawqa", "city", "XB", "South", 33.5, 35.25, PlacePrecision.TOWN)
AT = datetime(2031, 4, 1, 9, 30, tzinfo=UTC)
OFFICIALS = "Officials in Marwa"


@pytest.fixture
def ledger(ledger: Ledger) -> Ledger:
    ledger.add(numbered(1))
    ledger.add(numbered(2))
    return ledger


def of_place(place: Place | None, **changes: Any) -> Judgement:
    decision = Decision.CORRECT if place else Decision.REJECT
    given = {
        "subject": Subject.PLACE,
        "name": "marwa",
        "decision": decision,
        "by": "mara",
        "why": "the village",
    }
    return Judgement(**{**given, "at": AT, "place": place, **changes})


def of_party(party: str | None, **changes: Any) -> Judgement:
    return of_place(None, **{"subject": Subject.PARTY, "name": OFFICIALS, "party": party, **changes})


def places(ledger: Ledger) -> list[Place | None]:
    """Of the two reports, in order."""
    return [stored.claim.place.place for stored in ledger.claims() if stored.claim.place]


def parties(ledger: Ledger) -> list[str | None]:
    return [stored.claim.voices[1].party for stored in ledger.claims()]


def test_a_judgement_holds_in_all_reports(ledger: Ledger) -> None:
    ledger.judge(of_place(VILLAGE))
    assert places(ledger) == [VILLAGE, VILLAGE]
    assert len(list(ledger.claims(ClaimFilter(place="fawqa")))) == 2
    assert len(list(ledger.claims(ClaimFilter(place="900002")))) == 2
    assert not list(ledger.claims(ClaimFilter(place="900001")))


def test_a_judgement_on_one_report_comes_before_one_on_all(ledger: Ledger) -> None:
    ledger.judge(of_place(None, report=numbered(2).report.digest))
    ledger.judge(of_place(VILLAGE))
    assert places(ledger) == [VILLAGE, None]
    [found] = ledger.claims(ClaimFilter(place="900002"))
    assert found.report == numbered(1).report
    assert not list(ledger.claims(ClaimFilter(place="900001")))


def test_the_last_judgement_holds_and_all_are_kept(ledger: Ledger) -> None:
    made = [of_place(VILLAGE), of_place(None, why="neither", at=AT + timedelta(days=1))]
    for judgement in made:
        ledger.judge(judgement)
    assert places(ledger) == [None, None]
    assert ledger.judgements() == made


def test_what_is_withdrawn_is_again_as_it_was_read(ledger: Ledger) -> None:
    ledger.judge(of_place(VILLAGE))
    ledger.judge(of_place(None, decision=Decision.WITHDRAW))
    assert places(ledger) == [MARWA, MARWA]
    assert len(list(ledger.claims(ClaimFilter(place="900001")))) == 2
    assert not ledger.rulings().known


def test_a_party_is_judged_for_voices_and_found_by_it(ledger: Ledger) -> None:
    ledger.judge(of_party("marwa-elders", decision=Decision.CORRECT))
    assert parties(ledger) == ["marwa-elders", "marwa-elders"]
    assert len(list(ledger.claims(ClaimFilter(voice="marwa-elders")))) == 2
    assert not list(ledger.claims(ClaimFilter(voice="marwa-council")))


def test_a_judgement_outlives_a_new_reading(ledger: Ledger) -> None:
    ledger.judge(of_place(VILLAGE))
    ledger.judge(of_party(None))
    for number in (1, 2):
        assert ledger.add(replace(numbered(number), reader="test reader 2"))
    assert places(ledger) == [VILLAGE, VILLAGE]
    assert parties(ledger) == [None, None]
    assert ledger.reading(numbered(1).report.digest).claims[0].place == numbered(1).claims[0].place


def test_names_with_what_they_mean(ledger: Ledger) -> None:
    ledger.judge(of_place(None, report=numbered(2).report.digest))
    uses = [(use.name, use.place, use.claims, use.reports) for use in ledger.places("MAR")]
    assert sorted(uses, key=str) == [("Marwa", None, 1, 1), ("Marwa", MARWA, 1, 1)]
    assert [(use.name, use.party, use.claims) for use in ledger.parties("officials")] == [
        (OFFICIALS, "marwa-council", 2)
    ]
    assert not ledger.places("elsewhere")


@pytest.mark.parametrize("statement", ["UPDATE judgements SET why = 'x'", "DELETE FROM judgements"])
def test_a_judgement_is_never_changed_or_deleted(ledger: Ledger, statement: str) -> None:
    ledger.judge(of_place(VILLAGE))
    with pytest.raises(LedgerError, match="is never"), ledger._database.writes() as connection:
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    "changes",
    [{"why": " "}, {"by": ""}, {"name": ""}, {"decision": Decision.REJECT}, {"party": "x"}],
)
def test_what_is_no_judgement(changes: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        of_place(VILLAGE, **changes)
    with pytest.raises(UsageError):
        of_place(None, decision=Decision.CORRECT)


@given(
    st.lists(
        st.tuples(st.sampled_from(["set", "reject", "withdraw"]), st.sampled_from([None, 1, 2])), max_size=6
    )
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_claims_and_filters_agree_whatever_is_judged(
    empty_file: Path, tmp_path: Path, made: list[tuple[str, int | None]]
) -> None:
    with fresh(empty_file, tmp_path) as ledger:
        ledger.add(numbered(1))
        ledger.add(numbered(2))
        for how, number in made:
            digest = numbered(number).report.digest if number else None
            decision = Decision.WITHDRAW if how == "withdraw" else None
            judgement = of_place(VILLAGE if how == "set" else None, report=digest)
            ledger.judge(replace(judgement, decision=decision) if decision else judgement)
        for place in (MARWA, VILLAGE):
            found = [
                stored.report.digest for stored in ledger.claims(ClaimFilter(place=str(place.geonames_id)))
            ]
            meant = zip(ledger.claims(), places(ledger), strict=True)
            assert found == [stored.report.digest for stored, where in meant if where == place]
