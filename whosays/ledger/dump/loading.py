"""A dump into a ledger, within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from whosays.ledger import schema
from whosays.ledger.dialects import dialect_of
from whosays.ledger.dump.adding import ADD
from whosays.ledger.dump.lines import Line
from whosays.ledger.dump.parts import Part, Put
from whosays.ledger.dump.records import KINDS
from whosays.ledger.dump.restoring import RESTORE
from whosays.model import InputError

_AT_ONCE = 25
"""Records that are put in together: one may be a report's whole reading."""


@dataclass(frozen=True, slots=True)
class Added:
    """How much was put in that was not there; whether the ledger is the one that was dumped."""

    reports: int
    readings: int
    judgements: int
    is_whole: bool


def load(connection: Connection, lines: Iterable[Line]) -> Added:
    """Put in what the lines of a dump say. Raises InputError for a line that makes no sense where it stands.

    Raises LedgerError if the ledger holds something, and the dump has judgements that it does not hold: which
    of two on one matter is the later, and so holds, only one ledger can tell.
    """
    is_empty = _is_empty(connection)
    put = RESTORE if is_empty else ADD
    counts = dict.fromkeys(KINDS, 0)
    for kind, of_kind in groupby(lines, key=attrgetter("kind")):
        while part := list(islice(of_kind, _AT_ONCE)):
            if kind in put:
                counts[kind] += _put(connection, put[kind], part)
    if is_empty:
        dialect_of(connection).after_loading(connection)
    return Added(counts["report"], counts["reading"], counts["judgement"], is_whole=is_empty)


def _is_empty(connection: Connection) -> bool:
    tables = (schema.reports, schema.judgements, schema.changes)
    return all(connection.execute(select(table).limit(1)).first() is None for table in tables)


def _put(connection: Connection, put: Put, part: Part) -> int:
    try:
        return put(connection, part)
    except IntegrityError as error:
        first, last = part[0].where, part[-1].where.rpartition(" ")[2]
        raise InputError(f"{first} to {last}", "they do not go with the lines before them") from error
