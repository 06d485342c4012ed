"""All SQL that only PostgreSQL understands: connections, triggers, collations and full-text search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing

from sqlalchemy import (
    URL,
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Engine,
    MetaData,
    Table,
    create_engine,
    event,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from whosays.ledger.address import parsed
from whosays.ledger.database import Database
from whosays.ledger.faults import explained
from whosays.ledger.schema import VERSION_TABLE, metadata
from whosays.ledger.text import fold
from whosays.model import LedgerError

_OLDEST = 150_000
_LOCK = int.from_bytes(b"whosays")
"""The advisory lock that a writer holds. Locks are each database's own, and a ledger has one to itself."""

_SETTINGS = (
    "SET TIME ZONE 'UTC'",
    "SET synchronous_commit = on",  # a committed report survives a power cut, not only a crash
    "SET lock_timeout = '30s'",
    "SET jit = off",  # compiling a filter with its judgements takes minutes, carrying it out a blink
)

_REFUSE = """
    CREATE FUNCTION whosays_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a row of % is never changed or deleted', TG_TABLE_NAME; END $$"""


def never_changes(table: str) -> tuple[str, str]:
    """Statements after which no row of `table` is changed, deleted or truncated, by a replica neither."""
    return (
        f"""CREATE TRIGGER {table}_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION whosays_refuse()""",
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_refuse",
    )


MIGRATIONS: Mapping[str, Sequence[str]] = {
    "0001": (
        _REFUSE,
        *never_changes("reports"),
        # the stemmer that SQLite has, and like there no word is too common to be looked for
        "CREATE TEXT SEARCH DICTIONARY whosays_stem (TEMPLATE = snowball, LANGUAGE = porter)",
        "CREATE TEXT SEARCH CONFIGURATION whosays (COPY = simple)",
        """ALTER TEXT SEARCH CONFIGURATION whosays
           ALTER MAPPING FOR asciiword, word, numword WITH whosays_stem""",
        """CREATE TABLE claim_search (
           claim bigint PRIMARY KEY REFERENCES claims (id), words tsvector NOT NULL)""",
        "CREATE INDEX ix_claim_search_words ON claim_search USING gin (words)",
    ),
    "0004": never_changes("judgements"),
    "0007": never_changes("audit"),
    "0008": never_changes("judged_names"),
}

_search = Table("claim_search", MetaData(), Column("claim", BigInteger), Column("words", TSVECTOR))
_COLUMNS = ("evidence", "voices", "actors", "targets", "place")
_GAP = r" || '''|''\:1'::tsvector || "
"""Between two columns: a word that no text has, so that no phrase reaches from one into the next."""


def open_database(url: str, *, create: bool) -> Database:  # noqa: ARG001 - a server's databases are not made
    """The database at `url`: `postgresql://user@host/name`, with `+psycopg` or without."""
    address = parsed(url).set(drivername="postgresql+psycopg")
    name = _named(address)
    engine = _engine(address, name)
    try:
        with explained(name), engine.connect() as connection:
            _check_server(connection, name)
            writes = bool(connection.scalar(_MAY_WRITE))
    except BaseException:
        engine.dispose()
        raise
    refusal = None if writes else f"{name}: this user may not write it; use another's address"
    reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    # each statement sees what is there when it begins: the first one waits for the writer before
    writer = engine.execution_options(isolation_level="READ COMMITTED", whosays_writes=True)
    return Database(name, reader, writer, refusal)


def exists(url: str) -> bool:
    """Whether a ledger is in the database at `url`."""
    with closing(open_database(url, create=False)) as database, database.reads() as connection:
        return connection.scalar(select(func.to_regclass(VERSION_TABLE))) is not None


def before_migrating(engine: Engine) -> None:
    """Nothing: a server's settings are its keeper's."""


def after_migrating(connection: Connection) -> None:
    """Put every text into the order of its characters' numbers, which SQLite's are in by nature.

    The order of a server's language would list reports otherwise, and look up ids wrongly.
    """
    for statement in connection.scalars(_OTHERWISE_ORDERED, {"tables": list(metadata.tables)}).all():
        connection.exec_driver_sql(statement)


def after_loading(connection: Connection) -> None:
    """Let what is added next be numbered after the rows that were put in with numbers of their own."""
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            last = select(func.max(column)).scalar_subquery()
            connection.execute(select(func.setval(sequence, last)).where(last.is_not(None)))


def index_claims(connection: Connection, entries: Iterable[Mapping[str, str | int]]) -> None:
    """Put claims into the full-text index: `id`, and the words of each of its columns."""
    rows = [{name: _searched(value) for name, value in entry.items()} for entry in entries]
    if rows:
        words = _GAP.join(f"to_tsvector('whosays', :{column})" for column in _COLUMNS)
        connection.execute(text(f"INSERT INTO claim_search (claim, words) VALUES (:id, {words})"), rows)  # noqa: S608


def matches(claim_id: Column[int], words: str) -> ColumnElement[bool]:
    """Whether the claim holds each of `words`; one with signs within, as in o'hara, is a phrase."""
    phrases = (" <-> ".join(_plain(word).split()) for word in words.split())
    wanted = " & ".join(f"({phrase})" for phrase in phrases if phrase)
    query = func.to_tsquery(literal_column("'whosays'::regconfig"), wanted)
    return claim_id.in_(select(_search.c.claim).where(_search.c.words.bool_op("@@")(query)))


_MAY_WRITE = text("""
    SELECT NOT pg_is_in_recovery() AND NOT current_setting('default_transaction_read_only')::boolean
    AND coalesce(has_table_privilege(to_regclass('reports'), 'INSERT'),
                 has_schema_privilege(current_schema(), 'CREATE'), false)""")

_OTHERWISE_ORDERED = text("""
    SELECT format('ALTER TABLE %s ALTER %I TYPE %s COLLATE "C"',
                  attrelid::regclass, attname, format_type(atttypid, atttypmod))
    FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid
    WHERE relname = ANY(:tables) AND relnamespace = current_schema()::regnamespace
    AND attnum > 0 AND NOT attisdropped AND attcollation NOT IN (0, 'pg_catalog."C"'::regcollation)""")

_SIGNS = re.compile(r"[\W_]+")


def _searched(value: str | int) -> str | int:
    return _plain(value) if isinstance(value, str) else value


def _plain(words: str) -> str:
    """Folded words of letters and digits alone, so that neither parser nor operators see anything else."""
    return _SIGNS.sub(" ", fold(words))


def _named(address: URL) -> str:
    """How sentences name it: where it is and whose, without the password or what else may hold one."""
    if not address.database:
        raise LedgerError("a PostgreSQL ledger needs the name of its database: postgresql://user@host/name")
    shown = URL.create("postgresql", address.username, None, address.host, address.port, address.database)
    return shown.render_as_string()


def _engine(address: URL, name: str) -> Engine:
    try:
        made = create_engine(address, connect_args={"client_encoding": "utf8"}, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise LedgerError(f"{name}: needs psycopg: install whosays[postgresql]") from error
    event.listen(made, "connect", _set)
    event.listen(made, "begin", _wait_for_writers)
    return made


def _set(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    with closing(connection.cursor()) as cursor:
        for setting in _SETTINGS:
            cursor.execute(setting)
    connection.commit()


def _wait_for_writers(connection: Connection) -> None:
    if connection.get_execution_options().get("whosays_writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def _check_server(connection: Connection, name: str) -> None:
    version = connection.scalar(text("SELECT current_setting('server_version_num')::integer"))
    if version < _OLDEST:
        raise LedgerError(f"{name}: this server is older than PostgreSQL 15; use a newer one")
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise LedgerError(f"{name}: this database is in {encoding}; make one with createdb --encoding=UTF8")
