"""What one ledger dumps and an empty one loads is the same ledger, whatever happened and whatever engine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests import postgresql
from tests.conftest import NewLedger
from tests.ledger.dump.histories import Deed, all_that_is_known, happened, histories, lines
from tests.ledger.scenes import (
    ALL,
    COURIER,
    OTHER,
    PORT,
    POST,
    RADIO,
    SHELLS,
    claim_of,
    now,
    on_claim,
    on_pair,
    picture,
    put,
)
from tests.ledger.test_slots import CORRECTIONS
from whosays.ledger import ClaimFilter, Ledger
from whosays.model import Decision, InputError, LedgerError, Role

ANY = settings(
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
NUMBERS = count()


@pytest.fixture
def file(empty_file: Path, tmp_path: Path) -> Callable[[], str]:
    """Addresses of empty ledgers in files."""
    return lambda: str(shutil.copy(empty_file, tmp_path / f"{next(NUMBERS)}.db"))


@pytest.fixture
def database(server: postgresql.Server, empty_database: str) -> Callable[[], str]:
    """Addresses of empty ledgers in PostgreSQL."""
    return lambda: server.url(server.database(like=empty_database))


@given(histories)
@settings(parent=ANY, max_examples=8)
def test_any_ledger_is_the_same_in_another_file(file: Callable[[], str], history: list[Deed]) -> None:
    with Ledger.open(file()) as ledger, Ledger.open(file()) as other:
        moments = happened(ledger, history)
        dump = lines(ledger)
        other.load(dump, "a dump")
        assert lines(other) == dump
        assert list(all_that_is_known(other, moments)) == list(all_that_is_known(ledger, moments))


@given(histories)
@settings(parent=ANY, max_examples=4)
def test_any_ledger_is_the_same_on_a_server_and_back(
    file: Callable[[], str], database: Callable[[], str], history: list[Deed]
) -> None:
    with Ledger.open(file()) as ledger, Ledger.open(database()) as served, Ledger.open(file()) as again:
        moments = happened(ledger, history)
        dump = lines(ledger)
        served.load(dump, "a dump")
        assert lines(served) == dump
        again.load(lines(served), "a dump")
        assert lines(again) == dump
        assert list(all_that_is_known(served, moments)) == list(all_that_is_known(ledger, moments))


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    """A ledger with a past: a reading that took another's place, judgements, and one withdrawn."""
    put(ledger, RADIO, SHELLS)
    put(ledger, POST, PORT, replace(SHELLS, reader=OTHER))
    ledger.judge(on_pair(claim_of(PORT), claim_of(RADIO), Decision.SAME, now()))
    ledger.judge(on_claim(claim_of(RADIO), Decision.REJECT, now()))
    ledger.judge(on_claim(claim_of(RADIO), Decision.WITHDRAW, now()))
    return ledger


@pytest.fixture
def other(new_ledger: NewLedger) -> Iterator[Ledger]:
    with Ledger.open(new_ledger()) as opened:
        yield opened


def test_work_goes_on_as_it_would_have(told: Ledger, other: Ledger) -> None:
    other.load(lines(told), "a dump")
    for ledger in (told, other):
        ledger.judge(CORRECTIONS["killed"])
        put(ledger, COURIER, replace(POST, reader=OTHER))
    assert picture(other) == picture(told)
    assert [each.id for each in other.judgements()] == [each.id for each in told.judgements()]
    assert other.latest().change == told.latest().change
    found = [[each.claim.id for each in of.claims(ClaimFilter(text="market"))] for of in (told, other)]
    assert found[0] == found[1] != []


def test_the_same_dump_once_more_changes_nothing(told: Ledger, other: Ledger) -> None:
    dump = lines(told)
    first = other.load(dump, "a dump")
    assert (first.reports, first.readings, first.judgements) == (4, 5, 3)
    second = other.load(dump, "a dump")
    assert (second.reports, second.readings, second.judgements) == (0, 0, 0)
    assert lines(other) == dump
    put(other, COURIER)
    later = lines(other)
    other.load(dump, "a dump")
    assert lines(other) == later


def test_another_ledger_gets_what_it_lacks_and_keeps_its_own_past(ledger: Ledger, other: Ledger) -> None:
    put(ledger, RADIO, POST, replace(SHELLS, reader=OTHER))
    put(other, PORT, SHELLS, COURIER)
    then, was = now(), picture(other)
    added = other.load(lines(ledger), "a dump")
    assert (added.reports, added.readings) == (2, 3)
    assert picture(other, then) == was
    put(ledger, PORT, COURIER)
    assert picture(other) == picture(ledger)


def test_judgements_of_two_ledgers_are_not_mixed(told: Ledger, other: Ledger) -> None:
    put(other, COURIER)
    before = lines(other)
    with pytest.raises(LedgerError, match=r"judgements that the ledger does not .*load it into an empty one"):
        other.load(lines(told), "a dump")
    assert lines(other) == before


def test_users_and_what_they_did_stay_where_they_are(told: Ledger, other: Ledger) -> None:
    told.team.add("lina", Role.EDITOR, by="shell")
    other.team.add("omar", Role.ADMIN, by="shell")
    dump = lines(told)
    assert b"lina" not in b"".join(dump)
    other.load(dump, "a dump")
    assert [user.name for user in other.team.users()] == ["omar"]
    assert len(other.team.audit()) == 1
    assert lines(other) == dump


def test_of_a_dump_that_is_cut_off_nothing_stays(told: Ledger, other: Ledger) -> None:
    dump, empty = lines(told), lines(other)
    for end in range(len(dump)):
        with pytest.raises(InputError, match="cut off"):
            other.load(dump[:end], "a dump")
        with pytest.raises(InputError, match=f"a dump, line {end + 1}: it is cut off"):
            other.load([*dump[:end], dump[end][:-1]], "a dump")
    assert lines(other) == empty


def test_all_readers_at_work_are_named_and_everything_is_counted(told: Ledger) -> None:
    put(told, *(reading for reading in ALL if not told.has(reading.report, reading.reader)))
    first = lines(told)[0].decode()
    assert '"readers":["by hand 1","by hand 2"]' in first
    assert '"report":7,"reading":8,"judgement":3' in first
