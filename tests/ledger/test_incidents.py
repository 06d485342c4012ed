"""Incidents out of the ledger: as they are, as they were, and what has changed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.ledger.scenes import (
    ALL,
    AT,
    COURIER,
    NEXT,
    OTHER,
    PORT,
    POST,
    RADIO,
    SHELLS,
    TALKS,
    claim_of,
    now,
    on_claim,
    on_pair,
    picture,
    put,
    shorter,
    vaguer,
)
from tests.reconcile.incidents.articles import article, killed
from tests.reconcile.sentences import DAY, told
from whosays.ledger import Changed, ClaimFilter, Ledger, sqlite
from whosays.ledger.database import Database
from whosays.model import Cause, Decision, Judgement, Kind, LedgerError, NotFoundError, Reading, Subject

LONG_AGO = AT - timedelta(days=40_000)


def ids(ledger: Ledger, wanted: ClaimFilter | None = None, *, least: int = 1) -> list[str]:
    return [each.id for each in ledger.incidents(wanted, least=least)]


MARKET, PORT_ID, TRUCE = (claim_of(reading).id for reading in (POST, SHELLS, TALKS))


def test_the_most_told_come_first_with_all_that_is_told(ledger: Ledger) -> None:
    put(ledger, *ALL)
    found = list(ledger.incidents())
    assert [each.id for each in found] == [MARKET, PORT_ID, TRUCE]
    assert found[0].title == "airstrike, Marsa, 2031-05-04"
    assert len({each.report.digest for each in found[0].told}) == 4
    assert {each.origin.name for each in found[1].accounts} == {"Coast Post", "Vale Radio"}
    assert ledger.incident(MARKET) == found[0]


@pytest.mark.parametrize(
    ("wanted", "least", "expected"),
    [
        (None, 1, [MARKET, PORT_ID, TRUCE]),
        (None, 2, [MARKET, PORT_ID]),
        (None, 4, [MARKET]),
        (None, 5, []),
        (ClaimFilter(kind=Kind.SHELLING), 1, [PORT_ID]),
        (ClaimFilter(kind=Kind.BOMBING), 1, [MARKET]),
        (ClaimFilter(kind=Kind.BOMBING), 5, []),
        (ClaimFilter(place="marsa"), 1, [MARKET]),
        (ClaimFilter(voice="vale radio"), 1, [MARKET, PORT_ID]),
        (ClaimFilter(since=NEXT), 1, [MARKET]),
        (ClaimFilter(until=DAY - timedelta(days=1)), 1, []),
        (ClaimFilter(place="tel asal"), 1, []),
    ],
)
def test_filters(ledger: Ledger, wanted: ClaimFilter | None, least: int, expected: list[str]) -> None:
    put(ledger, *ALL)
    assert ids(ledger, wanted, least=least) == expected


def twice_told(outlet: str) -> Reading:
    """One report that tells of two happenings."""
    strike = told("<a>Jets</a> <x>bombed</x> <p>Marsa</p>.", Kind.AIRSTRIKE, when=DAY, figures=killed(9))
    shells = told("Shells <x>fell</x> on <p>Sunport</p>.", Kind.SHELLING, when=DAY)
    return article(strike, shells, outlet=outlet, published=NEXT)


def test_a_report_counts_once_however_often_it_tells_of_an_incident(ledger: Ledger) -> None:
    one = twice_told("Coast Post")
    put(ledger, one)
    assert len(ids(ledger)) == 2
    ledger.judge(on_pair(one.claims[0], one.claims[1], Decision.SAME))
    [found] = ledger.incidents()
    assert len(found.told) == 2
    assert ids(ledger, least=2) == []
    [changed] = ledger.changes(LONG_AGO)
    assert (changed.then, changed.now) == (0, 1)


@pytest.mark.parametrize("typed", [MARKET, MARKET[:9], f" {MARKET.upper()} ", claim_of(COURIER, 1).id])
def test_an_incident_is_found_by_its_id_or_by_a_claim_of_it(ledger: Ledger, typed: str) -> None:
    put(ledger, *ALL)
    assert ledger.incident(typed).id == MARKET


@pytest.mark.parametrize("typed", ["ffffffffffffffff", "zz", "%", claim_of(TALKS, 1).id])
def test_what_is_no_incident(ledger: Ledger, typed: str) -> None:
    put(ledger, *ALL)
    with pytest.raises(NotFoundError, match="no incident and no claim of one has the id"):
        ledger.incident(typed)


def test_the_start_of_more_than_one_id(ledger: Ledger) -> None:
    put(ledger, *ALL)
    with pytest.raises(NotFoundError, match="'' is the start of more than one id: "):
        ledger.incident(" ")


def test_nothing_is_there_before_the_first_report(ledger: Ledger) -> None:
    assert not list(ledger.incidents())
    assert not ledger.changes(LONG_AGO)
    put(ledger, POST)
    assert not list(ledger.incidents(at=LONG_AGO))
    with pytest.raises(NotFoundError):
        ledger.incident(MARKET, at=LONG_AGO)


def test_any_former_picture_can_be_asked_for(ledger: Ledger) -> None:
    pictures: list[tuple[datetime, object, object]] = []

    def remember() -> None:
        pictures.append((now(), picture(ledger), list(ledger.incidents())))

    put(ledger, RADIO, SHELLS)
    remember()
    put(ledger, POST, PORT)
    remember()
    put(ledger, vaguer(SHELLS), shorter(POST))
    remember()
    ledger.judge(on_pair(claim_of(PORT), claim_of(RADIO), Decision.SAME, now()))
    remember()
    ledger.judge(on_claim(claim_of(RADIO), Decision.REJECT, now()))
    remember()
    put(ledger, COURIER)
    remember()
    assert len({str(was) for _, was, _ in pictures}) == len(pictures)
    for at, was, incidents in pictures:
        assert picture(ledger, at) == was
        assert list(ledger.incidents(at=at)) == incidents
    for found in ledger.incidents(at=pictures[0][0]):
        assert ledger.incident(found.id, at=pictures[0][0]) == found


def test_a_former_picture_has_the_names_as_they_were_judged_then(ledger: Ledger) -> None:
    put(ledger, POST)
    before = now()
    was = list(ledger.incidents())
    ledger.judge(Judgement(Subject.PLACE, "marsa", Decision.REJECT, "mara", "another", now()))
    assert list(ledger.incidents()) != was
    assert list(ledger.incidents(at=before)) == was


def test_an_incident_follows_the_one_that_a_report_tells_as_its_cause(ledger: Ledger) -> None:
    one = twice_told("Coast Post")
    cause, effect = one.claims
    put(ledger, replace(one, causes=(Cause(cause.id, effect.id, effect.trigger),)), PORT)
    assert ledger.incident(effect.id).follows == (cause.id,)
    assert ledger.incident(cause.id).follows == ()
    then = now()
    put(ledger, replace(one, reader=OTHER))
    assert ledger.incident(effect.id).follows == ()
    assert ledger.incident(effect.id, at=then).follows == (cause.id,)


def sorts(ledger: Ledger, since: datetime) -> dict[str, tuple[int, int, int]]:
    return {each.id: (each.then, each.now, each.kept) for each in ledger.changes(since)}


def test_what_is_new_revised_and_withdrawn(ledger: Ledger) -> None:
    put(ledger, RADIO, SHELLS, TALKS)
    then = now()
    assert ledger.changes(then) == []
    put(ledger, POST, PORT)
    radio = claim_of(RADIO).id
    assert sorts(ledger, then) == {MARKET: (0, 2, 0), radio: (1, 0, 0), PORT_ID: (1, 2, 1)}
    ledger.judge(on_claim(claim_of(TALKS), Decision.REJECT))
    assert sorts(ledger, then)[TRUCE] == (1, 0, 0)
    ledger.judge(on_claim(claim_of(TALKS), Decision.WITHDRAW))
    assert TRUCE not in sorts(ledger, then)
    assert sorts(ledger, LONG_AGO).keys() == {MARKET, PORT_ID, TRUCE}


@pytest.mark.parametrize("decision", [Decision.UNSURE, Decision.SAME])
def test_a_judgement_that_moves_nothing_is_no_change(ledger: Ledger, decision: Decision) -> None:
    put(ledger, *ALL)
    then = now()
    ledger.judge(on_pair(claim_of(POST), claim_of(RADIO), decision))
    ledger.judge(on_claim(claim_of(SHELLS), Decision.ACCEPT))
    assert ledger.changes(then) == []


def test_a_new_reading_is_a_change(ledger: Ledger) -> None:
    put(ledger, POST, RADIO)
    then = now()
    put(ledger, replace(POST, reader=OTHER))
    assert ledger.changes(then) == [Changed(MARKET, then=2, now=2, kept=1)]


def test_a_ledger_that_cannot_be_written_can_be_listed(empty_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(empty_file, tmp_path))
    engine = sqlite.engine(path, create=False, read_only=True)  # permissions do not bind root
    database = Database(str(path), engine, engine, "no permission")
    with Ledger.open(path) as ledger, Ledger(database) as reader:
        put(ledger, *ALL)
        found, then = list(ledger.incidents()), now()
        with pytest.raises(LedgerError, match="no permission"):
            reader.reconcile()
        assert list(reader.incidents()) == found
        assert reader.incident(MARKET) == found[0]
        assert reader.changes(then) == []
