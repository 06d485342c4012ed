"""Users, sessions and the audit log, in both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from tests.conftest import NewLedger
from whosays.ledger import Ledger, Team, first_broken
from whosays.ledger import team as module
from whosays.ledger.schema import audit, metadata
from whosays.model import LedgerError, NotFoundError, Role, UsageError, User


@pytest.fixture
def team(ledger: Ledger) -> Team:
    return ledger.team


def lines(team: Team) -> list[tuple[str, str, str]]:
    return [(each.by, each.deed, each.about) for each in team.audit()]


def test_a_token_is_its_users_alone(team: Team) -> None:
    tokens = {name: team.add(name, Role.CODER, by="root") for name in ("mara", "Öner", "مروة")}
    assert len(set(tokens.values())) == 3
    for name, token in tokens.items():
        found = team.by_token(token)
        assert found is not None
        assert (found.name, found.role) == (name, Role.CODER)
    assert [user.name for user in team.users()] == ["mara", "Öner", "مروة"]
    for nobodys in ("", "x", tokens["mara"][:-1], tokens["mara"].upper(), "\0", "\udcff"):
        assert team.by_token(nobodys) is None


def test_a_name_is_one_users(team: Team) -> None:
    team.add("mara", Role.CODER, by="root")
    with pytest.raises(UsageError, match="there is a user 'mara' already"):
        team.add("mara", Role.ADMIN, by="root")
    assert [user.role for user in team.users()] == [Role.CODER]


@pytest.mark.parametrize("name", ["", " ", " mara", "ma\nra", "x" * 65, "\u202emara", "\x1b[31m"])
def test_what_is_no_name(team: Team, name: str) -> None:
    with pytest.raises(UsageError):
        team.add(name, Role.CODER, by="root")
    assert lines(team) == []


def test_who_is_disabled_works_no_more_until_they_have_a_new_token(team: Team) -> None:
    old = team.add("mara", Role.CODER, by="root")
    session = team.open_session(User("mara", Role.CODER))
    team.disable("mara", by="root")
    assert team.by_token(old) is None
    assert team.by_session(session) is None
    new = team.renew("mara", by="root")
    assert team.by_token(old) is None
    assert team.by_token(new) is not None
    assert team.by_session(session) is None


def test_nobody_of_that_name(team: Team) -> None:
    for change in (team.disable, team.renew):
        with pytest.raises(NotFoundError, match="no user is called 'mara'"):
            change("mara", by="root")


def test_a_session_lasts_until_it_is_closed(team: Team) -> None:
    team.add("mara", Role.EDITOR, by="root")
    mara = User("mara", Role.EDITOR)
    first, second = team.open_session(mara), team.open_session(mara)
    team.close_session(first, mara)
    assert team.by_session(first) is None
    found = team.by_session(second)
    assert found is not None
    assert found.role is Role.EDITOR


def test_a_session_ends_by_itself(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    team.add("mara", Role.EDITOR, by="root")
    monkeypatch.setattr(module, "SESSION_HOURS", 0)
    assert team.by_session(team.open_session(User("mara", Role.EDITOR))) is None


def test_no_secret_is_kept(team: Team) -> None:
    secrets = [team.add("mara", Role.EDITOR, by="root"), team.renew("mara", by="root")]
    secrets.append(team.open_session(User("mara", Role.EDITOR)))
    with team.database.reads() as connection:
        rows = [str(row) for table in metadata.sorted_tables for row in connection.execute(select(table))]
    assert not [row for row in rows for secret in secrets if secret.removeprefix("whosays_") in row]


def test_what_is_done_stands_in_the_log(team: Team) -> None:
    team.add("mara", Role.EDITOR, by="root")
    team.close_session(team.open_session(User("mara", Role.EDITOR)), User("mara", Role.EDITOR))
    team.note("mara", "did", "POST /x\n\0\udcff")
    team.disable("mara", by="root")
    assert lines(team) == [
        ("root", "user added", "mara, editor"),
        ("mara", "signed in", ""),
        ("mara", "signed out", ""),
        ("mara", "did", "POST /x\n\0\udcff"),
        ("root", "user disabled", "mara"),
    ]
    assert first_broken(team.audit()) is None


@pytest.mark.parametrize("statement", ["UPDATE audit SET deed = 'x'", "DELETE FROM audit"])
def test_the_database_refuses_to_change_it(team: Team, statement: str) -> None:
    team.note("mara", "did")
    with pytest.raises(LedgerError, match="a row of audit is never"), team.database.writes() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize(
    "change",
    [{"by": "x"}, {"deed": "x"}, {"about": "x"}, {"hash": "x"}, {"id": 7}, {"at": timedelta(seconds=1)}],
)
def test_a_line_that_is_changed_behind_its_back_is_found(team: Team, change: dict[str, Any]) -> None:
    for number in range(5):
        team.note("mara", "did", str(number))
    written = team.audit()
    if "at" in change:
        change = {"at": written[2].at + change["at"]}
    assert first_broken([*written[:2], replace(written[2], **change), *written[3:]]) == 3
    assert first_broken([*written[:2], *written[3:]]) == 3
    assert first_broken([written[1], written[0], *written[2:]]) == 1


def test_the_log_has_no_gaps_after_what_failed(new_ledger: NewLedger) -> None:
    with Ledger.open(new_ledger()) as ledger:
        ledger.team.note("mara", "did")
        with pytest.raises(LedgerError), ledger._database.writes() as connection:
            connection.execute(audit.insert(), {"id": 2, "by": "x"})
        ledger.team.note("mara", "did")
        assert [each.id for each in ledger.team.audit()] == [1, 2]
