"""The version of a ledger's schema, and the way up to this code's."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, inspect, select

from whosays.ledger import sqlite
from whosays.ledger.schema import VERSION, VERSION_TABLE
from whosays.model import LedgerError

_versions = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32)))


def prepare(engine: Engine, ledger: str, *, create: bool, read_only: bool) -> None:
    """See that the database's schema is this code's: make or migrate it if need be and allowed.

    Raises LedgerError, naming `ledger`, if it is somebody else's database, of a later schema, of an
    older one that cannot be written, or empty without leave to `create`.
    """
    with engine.connect() as connection:
        found = _version(connection, ledger)
    if found is None and not create:
        raise LedgerError(f"{ledger}: there is no ledger here; `whosays add` makes one")
    if found is not None and found > VERSION:
        raise LedgerError(f"{ledger}: this ledger was written by a newer whosays; update it to read this one")
    if found == VERSION:
        return
    if read_only:
        raise LedgerError(
            f"{ledger}: this ledger is of an older whosays; make it writable to bring it up to date"
        )
    _upgrade(engine, ledger)


def _version(connection: Connection, ledger: str) -> str | None:
    """The schema's version, a number of four digits; None for an empty database."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE in tables:
        return connection.scalar(select(_versions.c.version_num))
    if tables:
        raise LedgerError(f"{ledger}: this database is not a ledger; name another file")
    return None


def _upgrade(engine: Engine, ledger: str) -> None:
    sqlite.use_write_ahead_log(engine)
    with sqlite.writing(engine).begin() as connection:
        # another program may have been first while this one waited for the lock
        if _version(connection, ledger) != VERSION:
            _migrate(connection)


def _migrate(connection: Connection) -> None:
    from alembic import command  # takes a tenth of a second that only a new or an old ledger needs
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "whosays.ledger:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, VERSION)
