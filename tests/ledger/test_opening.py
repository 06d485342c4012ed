"""Ledgers that open, and sentences for what does not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from tests.ledger.readings import numbered, reading
from whosays.ledger import Ledger, sqlite, versions
from whosays.ledger.schema import VERSION, VERSION_TABLE, metadata
from whosays.model import LedgerError

Answer = TypeVar("Answer")


def engine(path: Path) -> Engine:
    return sqlite.engine(path, create=False, read_only=False)


def test_the_migrations_make_the_tables_that_the_code_describes(ledger: Ledger) -> None:
    with ledger._database.reads() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "include_name": _is_ours, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not (name or "").startswith("claim_search")


def test_the_newest_migration_is_this_codes_version() -> None:
    config = Config()
    config.set_main_option("script_location", "whosays.ledger:migrations")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == VERSION
    steps = [script.revision for script in scripts.walk_revisions()]
    assert steps == sorted(steps, reverse=True)


@pytest.mark.parametrize(
    ("address", "name"),
    [("{}", "a name with % # ? and é.db"), ("sqlite:///{}", "a name with # and é.db")],
)
def test_a_path_and_its_url_are_the_same_ledger(tmp_path: Path, address: str, name: str) -> None:
    path = tmp_path / name
    with Ledger.open(address.format(path)) as ledger:
        ledger.add(reading())
    with Ledger.open(path, create=False) as ledger:
        assert len(list(ledger.claims())) == 1
    assert path.exists()


def test_the_database_is_set_to_lose_nothing(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "test.db").close()
    with engine(tmp_path / "test.db").connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    assert found == ["wal", 2, 1]


def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("These are notes on the harbour, and no database at all.\n" * 40)


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")


def _newer(path: Path) -> None:
    Ledger.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")  # noqa: S608


def _damaged(path: Path) -> None:
    with Ledger.open(path) as ledger:
        for number in range(20):
            ledger.add(numbered(number))
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 20_000)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_folder, "this is a folder; give the name of a file in it"),
        (_text, "this is not a ledger; name another file"),
        (_foreign, "this database is not a ledger; name another"),
        (_newer, "this ledger was written by a newer whosays; update it to read this one"),
        (_damaged, "the file is damaged; restore it from a copy"),
        (os.mkfifo, "this is not a regular file; give the path of a file"),
    ],
)
def test_what_is_no_ledger_is_one_sentence_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    path = tmp_path / "test.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError) as caught:
        Ledger.open(path)
    assert str(caught.value) == f"{path}: {sentence}"
    assert before is None or path.read_bytes() == before


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("no/such/folder/test.db", "its folder does not exist"),
        ("", "names no file"),
        (":memory:", "names no file"),
        ("sqlite://", "names no file"),
        ("mysql://me:secret@host/db", "only SQLite and PostgreSQL ledgers can be opened"),
        ("nonsense://x", "only SQLite and PostgreSQL ledgers can be opened"),
        ("postgresql://me:secret@host", "needs the name of its database"),
        ("postgresql://me:secret@host:port/db", "not the address of a ledger"),
        ("://x", "not the address of a ledger"),
        ("a\0b.db", "cannot hold a NUL"),
        ("x" * 300, "file name too long"),
    ],
)
def test_an_address_of_no_ledger_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LedgerError, match=sentence) as caught:
        Ledger.open(address)
    assert "secret" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("make", [lambda _: None, Path.touch])
def test_a_ledger_to_read_is_not_made(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "test.db"
    make(path)
    with pytest.raises(LedgerError, match="there is no ledger here; `whosays add` makes one"):
        Ledger.open(path, create=False)
    assert not path.exists() or path.read_bytes() == b""


class TestReadOnly:
    """In a child process without privileges, because permissions do not bind root."""

    @pytest.fixture
    def path(self) -> Iterator[Path]:
        folder = Path(tempfile.mkdtemp())  # the test's own folder would be closed to others
        folder.chmod(0o755)
        with Ledger.open(folder / "test.db") as ledger:
            ledger.add(numbered(1))
        yield folder / "test.db"
        folder.chmod(0o700)
        shutil.rmtree(folder)

    @pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o555), (0o644, 0o555), (0o444, 0o777)])
    def test_claims_can_be_read_and_nothing_added(self, path: Path, file_mode: int, folder_mode: int) -> None:
        path.chmod(file_mode)
        path.parent.chmod(folder_mode)
        assert _unprivileged(_read_and_try_to_add, path) == (
            1,
            f"{path}: no permission to write it or in its folder",
        )

    def test_a_reader_sees_what_is_in_the_log_only(self, path: Path) -> None:
        with Ledger.open(path) as writer:
            writer.add(numbered(2))
            path.parent.chmod(0o555)
            found, _ = _unprivileged(_read_and_try_to_add, path)
        assert found == 2

    def test_a_reader_sees_what_a_killed_program_left_in_the_log(self, path: Path) -> None:
        with Ledger.open(path) as writer:
            writer.add(numbered(2))
            for part in ("", "-wal", "-shm"):
                shutil.copy(f"{path}{part}", path.with_name(f"killed.db{part}"))
        path.parent.chmod(0o555)
        found, _ = _unprivileged(_read_and_try_to_add, path.with_name("killed.db"))
        assert found == 2

    def test_an_older_ledger_must_be_writable_once(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(versions, "VERSION", "9998")
        path.parent.chmod(0o555)
        assert "make it writable to bring it up to date" in _unprivileged(_open, path)

    def test_a_closed_folder_is_one_sentence(self, path: Path) -> None:
        path.parent.chmod(0o000)
        assert _unprivileged(_open, path) == f"{path}: permission denied; name another ledger"

    def test_what_cannot_be_read_is_one_sentence(self, path: Path) -> None:
        path.chmod(0o000)
        assert (
            _unprivileged(_open, path)
            == f"{path}: no permission to read it; change its permissions or name another ledger"
        )

    def test_no_ledger_is_made_where_nothing_can_be_written(self, path: Path) -> None:
        path.parent.chmod(0o555)
        other = path.with_name("other.db")
        assert (
            _unprivileged(_open, other)
            == f"{other}: no permission to write in its folder; name another ledger"
        )


def _read_and_try_to_add(path: Path) -> tuple[int, str]:
    with Ledger.open(path) as ledger:
        found = len(list(ledger.claims()))
        try:
            ledger.add(numbered(3))
        except LedgerError as error:
            return found, str(error).split(";")[0]
        return found, "added"


def _open(path: Path) -> str:
    try:
        Ledger.open(path).close()
    except LedgerError as error:
        return str(error)
    return "opened"


def _unprivileged(function: Callable[[Path], Answer], path: Path) -> Answer:
    """What `function` returns in a process that is not root."""
    context = get_context("fork")
    with context.Pool(1, initializer=_drop_privileges) as pool:
        return pool.apply(function, (path,))


def _drop_privileges() -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
