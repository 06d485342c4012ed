"""All SQL that only SQLite understands: connections, triggers and full-text search."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import (
    URL,
    Column,
    ColumnElement,
    Connection,
    Engine,
    PoolProxiedConnection,
    QueuePool,
    create_engine,
    event,
    text,
)

from whosays.ledger.address import check_file, database_file, writable
from whosays.ledger.database import Database
from whosays.ledger.text import searchable

_BUSY_SECONDS = 30
_CACHE_KIB = 1 << 20
"""What a writer may keep of the database in memory, if it touches as much: pages that do not fit are written
out each time they change. Reconciling 100,000 claims wrote 392 MiB with the default, and writes 271."""
_SETTINGS = (
    "PRAGMA automatic_index = OFF",  # for the first page of a list it would index all claims, each time
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # a committed report survives a power cut, not only a crash
)

MIGRATIONS: Mapping[str, Sequence[str]] = {
    "0001": (
        """CREATE TRIGGER reports_refuse_update BEFORE UPDATE ON reports
           BEGIN SELECT RAISE(ABORT, 'a report in the ledger is never changed'); END""",
        """CREATE TRIGGER reports_refuse_delete BEFORE DELETE ON reports
           BEGIN SELECT RAISE(ABORT, 'a report in the ledger is never deleted'); END""",
        # INSERT OR REPLACE deletes the old row without firing its triggers
        """CREATE TRIGGER reports_refuse_replace BEFORE INSERT ON reports
           WHEN EXISTS (SELECT 1 FROM reports WHERE digest = NEW.digest)
           BEGIN SELECT RAISE(ABORT, 'a report in the ledger is never replaced'); END""",
        # without a copy of the words; a claim's `id` is its rowid
        """CREATE VIRTUAL TABLE claim_search USING fts5(
           evidence, voices, actors, targets, place,
           content = '', tokenize = 'porter unicode61 remove_diacritics 2')""",
    ),
    "0004": (
        """CREATE TRIGGER judgements_refuse_update BEFORE UPDATE ON judgements
           BEGIN SELECT RAISE(ABORT, 'a judgement in the ledger is never changed'); END""",
        """CREATE TRIGGER judgements_refuse_delete BEFORE DELETE ON judgements
           BEGIN SELECT RAISE(ABORT, 'a judgement in the ledger is never deleted'); END""",
    ),
    "0007": (
        """CREATE TRIGGER audit_refuse_update BEFORE UPDATE ON audit
           BEGIN SELECT RAISE(ABORT, 'a row of audit is never changed'); END""",
        """CREATE TRIGGER audit_refuse_delete BEFORE DELETE ON audit
           BEGIN SELECT RAISE(ABORT, 'a row of audit is never deleted'); END""",
        """CREATE TRIGGER audit_refuse_replace BEFORE INSERT ON audit
           WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
           BEGIN SELECT RAISE(ABORT, 'a row of audit is never replaced'); END""",
    ),
    "0008": (
        """CREATE TRIGGER judged_names_refuse_update BEFORE UPDATE ON judged_names
           BEGIN SELECT RAISE(ABORT, 'a row of judged_names is never changed'); END""",
        """CREATE TRIGGER judged_names_refuse_delete BEFORE DELETE ON judged_names
           BEGIN SELECT RAISE(ABORT, 'a row of judged_names is never deleted'); END""",
    ),
}


def open_database(url: str, *, create: bool) -> Database:
    """The database file at `url`: a path, or `sqlite:///` and a path.

    A new one is made, if `create`. Where the file or its folder cannot be written it can be read.
    """
    path = database_file(url)
    check_file(path, create=create)
    read_only = not writable(path)
    made = engine(path, create=create, read_only=read_only)
    refusal = (
        f"{path}: no permission to write it or in its folder; change the permissions or name another ledger"
    )
    return Database(str(path), made, writing(made), refusal if read_only else None)


def exists(url: str) -> bool:
    """Whether there is a file at `url`."""
    return database_file(url).exists()


def engine(path: Path, *, create: bool, read_only: bool) -> Engine:
    """A pool of connections to the database file `path`."""
    address = f"file:{quote(os.fsencode(path.absolute()))}?{_mode(path, create=create, read_only=read_only)}"

    def connect() -> sqlite3.Connection:
        # SQLAlchemy's own BEGIN (below) decides where transactions start, so the driver's is off
        connection = sqlite3.connect(
            address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        for setting in _SETTINGS:
            connection.execute(setting)
        return connection

    made = create_engine(URL.create("sqlite", database="ledger"), creator=connect, poolclass=QueuePool)
    event.listen(made, "begin", _begin)
    return made


def writing(engine: Engine) -> Engine:
    """`engine` with transactions that take the write lock at their start.

    A transaction that reads first and writes later would fail at once, instead of waiting its turn,
    if another program wrote in between.
    """
    return engine.execution_options(whosays_writes=True)


def before_migrating(engine: Engine) -> None:
    """Switch the database to WAL, so that readers and one writer do not block each other."""
    with closing(engine.raw_connection()) as connection:
        _retry_while_busy(connection)


def after_migrating(connection: Connection) -> None:
    """Nothing: SQLite's texts are in the order of their characters' numbers."""


def after_loading(connection: Connection) -> None:
    """Nothing: SQLite numbers a row after the last that is there."""


def index_claims(connection: Connection, entries: Iterable[Mapping[str, str | int]]) -> None:
    """Put claims into the full-text index: `id` and the words of each of its columns."""
    rows = [{name: _searchable(value) for name, value in entry.items()} for entry in entries]
    if rows:
        connection.execute(
            text(
                "INSERT INTO claim_search (rowid, evidence, voices, actors, targets, place)"
                " VALUES (:id, :evidence, :voices, :actors, :targets, :place)"
            ),
            rows,
        )


def matches(claim_id: Column[int], words: str) -> ColumnElement[bool]:
    """Whether the claim holds each of `words` somewhere, in any form that the stemmer takes for the same.

    No claim holds words without a letter or digit in any of them.
    Each word goes in quotes, as a phrase, so that nothing in it can be an operator of FTS5.
    """
    phrases = " ".join('"' + word.replace('"', '""') + '"' for word in searchable(words).split())
    # FTS5 takes no empty expression; a phrase of nothing matches nothing
    found = text("SELECT rowid FROM claim_search WHERE claim_search MATCH :phrases")
    return claim_id.in_(found.bindparams(phrases=phrases or '""').columns(Column("rowid", claim_id.type)))


def _mode(path: Path, *, create: bool, read_only: bool) -> str:
    if not read_only:
        return "mode=rwc" if create else "mode=rw"
    # Where the folder cannot be written, SQLite cannot make the shared memory that reading a WAL
    # database takes; without a log beside it the file is all there is, and may be read as it stands.
    if os.access(path.absolute().parent, os.W_OK) or Path(f"{path}-wal").exists():
        return "mode=ro"
    return "mode=ro&immutable=1"


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("whosays_writes", False)
    if writes:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _retry_while_busy(connection: PoolProxiedConnection) -> None:
    # SQLite does not wait out the busy timeout for this pragma when two programs make one ledger
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _searchable(value: str | int) -> str | int:
    return searchable(value) if isinstance(value, str) else value
