"""`whosays user` and `whosays audit`: who may work on a ledger, and what they did."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from whosays.cli.main import app
from whosays.ledger import Ledger
from whosays.model import Role


@pytest.fixture
def path(empty_file: Path, tmp_path: Path) -> Path:
    found = tmp_path / "team.db"
    found.write_bytes(empty_file.read_bytes())
    return found


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--ledger", str(path)])


def token(path: Path, *arguments: str) -> str:
    result = run(path, *arguments)
    assert result.exit_code == 0, result.stderr
    assert "not shown again" in result.stderr
    return result.stdout.strip()


def test_a_user_comes_works_and_goes(path: Path) -> None:
    first = token(path, "user", "add", "mara", "--role", "editor")
    second = token(path, "user", "token", "mara")
    with Ledger.open(path) as ledger:
        assert ledger.team.by_token(first) is None
        found = ledger.team.by_token(second)
        assert found is not None
        assert (found.name, found.role) == ("mara", Role.EDITOR)
    assert "mara may not work any more" in run(path, "user", "disable", "mara").stdout
    listed = run(path, "user", "list").stdout
    assert "mara" in listed
    assert "no" in listed
    assert not [secret for secret in (first, second) if secret in listed + run(path, "audit").stdout]


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("user", "add", "mara", "--role", "editor"), 2, "there is a user 'mara' already"),
        (("user", "add", "a\x1b[31m", "--role", "editor"), 2, "a user's name is printable"),
        (("user", "disable", "nobody"), 1, "no user is called 'nobody'"),
        (("user", "token", "nobody"), 1, "no user is called 'nobody'"),
        (("serve", "--host", "0.0.0.0"), 2, "add --team"),  # noqa: S104 - what is refused
    ],
)
def test_what_is_wrong_is_one_sentence(
    path: Path, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    token(path, "user", "add", "mara", "--role", "coder")
    result = run(path, *arguments)
    assert (result.exit_code, sentence in result.stderr) == (status, True), result.stderr
    assert "\x1b" not in result.stderr


def test_a_team_without_users_is_not_served(path: Path) -> None:
    assert "--team needs users" in run(path, "serve", "--team").stderr
    token(path, "user", "add", "mara", "--role", "coder")
    run(path, "user", "disable", "mara")
    assert "--team needs users" in run(path, "serve", "--team").stderr


def test_the_log_tells_whether_it_is_as_it_was_written(path: Path) -> None:
    for name in ("mara", "lina", "omar"):
        token(path, "user", "add", name, "--role", "reader")
    sound = run(path, "audit")
    assert (sound.exit_code, len(sound.stdout.splitlines())) == (0, 3)
    assert "3 lines, all as they were written; the last hash: " in sound.stderr
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER audit_refuse_update")
        connection.execute("UPDATE audit SET about = 'lina, admin' WHERE id = 2")
    changed = run(path, "audit")
    assert changed.exit_code == 1
    assert "line 2 is not as it was written" in changed.stderr
