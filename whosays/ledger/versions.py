"""The version of a ledger's schema, and the way up to this code's."""

from __future__ import annotations

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select

from whosays.ledger.database import Database, Dialect
from whosays.ledger.faults import explained
from whosays.ledger.schema import VERSION, VERSION_TABLE
from whosays.model import LedgerError

_versions = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32)))


def prepare(database: Database, dialect: Dialect, *, create: bool) -> None:
    """See that the database's schema is this code's: make or migrate it if need be and allowed.

    Raises LedgerError if it is somebody else's database, of a later schema, of an older one that
    cannot be written, or empty without leave to `create`.
    """
    name = database.name
    with database.reads() as connection:
        found = _version(connection, name)
    if found is None and not create:
        raise LedgerError(f"{name}: there is no ledger here; `whosays add` makes one")
    if found is not None and found > VERSION:
        raise LedgerError(f"{name}: this ledger was written by a newer whosays; update it to read this one")
    if found == VERSION:
        return
    if database.refusal:
        raise LedgerError(_unmade(database, found))
    _upgrade(database, dialect)


def _unmade(database: Database, found: str | None) -> str:
    if found is None and database.refusal:
        return database.refusal
    return f"{database.name}: this ledger is of an older whosays; make it writable to bring it up to date"


def _version(connection: Connection, ledger: str) -> str | None:
    """The schema's version, a number of four digits; None for an empty database."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE in tables:
        return connection.scalar(select(_versions.c.version_num))
    if tables:
        raise LedgerError(f"{ledger}: this database is not a ledger; name another")
    return None


def _upgrade(database: Database, dialect: Dialect) -> None:
    with explained(database.name):
        dialect.before_migrating(database.writer)
    with database.writes() as connection:
        # another program may have been first while this one waited for the lock
        if _version(connection, database.name) != VERSION:
            _migrate(connection)
            dialect.after_migrating(connection)


def _migrate(connection: Connection) -> None:
    from alembic import command  # takes a tenth of a second that only a new or an old ledger needs
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "whosays.ledger:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, VERSION)
