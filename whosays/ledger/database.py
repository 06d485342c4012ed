"""The database behind a ledger, and what each of the two engines does in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Column, ColumnElement, Connection, Engine

from whosays.ledger.faults import explained


@dataclass(frozen=True, slots=True)
class Database:
    """One database: `name` it in sentences; its `refusal` to be written is a sentence, None if it can be.

    Transactions of `reader` see one moment. Those of `writer` come one after another: each has the
    database to itself from its start to its end, so that what it reads first still holds when it writes.
    """

    name: str
    reader: Engine
    writer: Engine
    refusal: str | None

    @contextmanager
    def reads(self) -> Iterator[Connection]:
        """A connection to read from. Raises LedgerError, one sentence, if the database fails."""
        with explained(self.name), self.reader.connect() as connection:
            yield connection

    @contextmanager
    def writes(self) -> Iterator[Connection]:
        """A transaction, kept if the block ends well. Raises LedgerError likewise."""
        with explained(self.name), self.writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self.reader.dispose()


class Dialect(Protocol):
    """What an engine does in its own way; the modules `sqlite` and `postgresql` do it."""

    MIGRATIONS: Mapping[str, Sequence[str]]
    """Statements at the end of migrations, by revision. Run on people's ledgers: never edit them."""

    def open_database(self, url: str, *, create: bool) -> Database:
        """The database at `url`. Raises LedgerError if it cannot be opened."""

    def exists(self, url: str) -> bool:
        """Whether there is something at `url`. Raises LedgerError for what is no address."""

    def before_migrating(self, engine: Engine) -> None:
        """What a database must be set to before it is a ledger, outside of transactions."""

    def after_migrating(self, connection: Connection) -> None:
        """What the newest tables must be set to."""

    def after_loading(self, connection: Connection) -> None:
        """Let what is added next be numbered after the rows that were put in with numbers of their own."""

    def index_claims(self, connection: Connection, entries: Iterable[Mapping[str, str | int]]) -> None:
        """Put claims into the full-text index: `id`, and the words of each of its columns."""

    def matches(self, claim_id: Column[int], words: str) -> ColumnElement[bool]:
        """Whether the claim holds each of `words` somewhere, in any form that the stemmer takes for the same.

        No claim holds words without a letter or digit in any of them.
        """
