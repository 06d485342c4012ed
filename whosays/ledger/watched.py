"""What a ledger has of sources that are followed: feeds, and files of watched folders.

It is kept in the ledger itself, for it says what is in that ledger: beside another one, or an older copy, it
would make what is missing there look as if it had been added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Row, bindparam, delete, insert, select

from whosays.ledger.database import Database
from whosays.ledger.schema import watched


@dataclass(frozen=True, slots=True)
class Watched:
    """A source, and its last version whose reports are all in the ledger; None if there is none yet.

    It has failed so many times in a row, and is not to be asked before `due`, which has its zone.
    """

    address: str
    version: str | None = None
    failures: int = 0
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Watches:
    """The sources that a ledger follows."""

    database: Database

    def all(self) -> dict[str, Watched]:
        """What is known of each source, by its address."""
        with self.database.reads() as connection:
            return {row.address: _watched(row) for row in connection.execute(select(watched))}

    def keep(self, sources: Iterable[Watched]) -> None:
        """Remember these instead of what was known of them: all of them, or none."""
        rows = [*map(_row, sources)]
        if not rows:
            return
        with self.database.writes() as connection:
            connection.execute(delete(watched).where(watched.c.address == bindparam("of")), _addresses(rows))
            connection.execute(insert(watched), rows)


def _row(source: Watched) -> dict[str, object]:
    due = source.due and source.due.astimezone(UTC)
    return {"address": source.address, "version": source.version, "failures": source.failures, "due": due}


def _addresses(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    return [{"of": row["address"]} for row in rows]


def _watched(row: Row[tuple[object, ...]]) -> Watched:
    return Watched(row.address, row.version, row.failures, row.due and row.due.replace(tzinfo=UTC))
