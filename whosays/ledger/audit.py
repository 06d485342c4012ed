"""The log of what users do: it only grows, and whoever changes a line of it breaks the chain of hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from whosays.ledger.schema import audit
from whosays.model import Entry

FIRST = "0" * 64
"""What the first line follows."""


def append(connection: Connection, by: str, deed: str, about: str = "") -> None:
    """Add a line, within a transaction that has the ledger to itself."""
    last = connection.execute(select(audit.c.id, audit.c.hash).order_by(audit.c.id.desc()).limit(1)).first()
    id_, before = (last.id + 1, last.hash) if last else (1, FIRST)
    made = Entry(id_, datetime.now(UTC), by, deed, about, "")
    row = {"id": id_, "at": made.at, "by": by, "deed": deed, "about": about, "hash": _hash(before, made)}
    connection.execute(insert(audit), row)


def fetch_audit(connection: Connection) -> Iterator[Entry]:
    """All lines, the oldest first."""
    for row in connection.execute(select(audit).order_by(audit.c.id)):
        yield Entry(row.id, row.at.replace(tzinfo=UTC), row.by, row.deed, row.about, row.hash)


def first_broken(entries: Iterable[Entry]) -> int | None:
    """The number of the first line that is not as it was written, or that is missing; None if all are there.

    Lines that are missing at the end cannot be told from lines that were never written: whoever keeps the
    last hash elsewhere can.
    """
    before = FIRST
    for number, entry in enumerate(entries, start=1):
        if entry.id != number or entry.hash != _hash(before, entry):
            return number
        before = entry.hash
    return None


def _hash(before: str, entry: Entry) -> str:
    parts = (before, entry.id, entry.at.isoformat(), entry.by, entry.deed, entry.about)
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()
