"""What a ledger that holds something lacks of a dump, as if it were added now.

Its own past stays what it was, which the dump's past cannot become a part of.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from whosays.ledger.dump.parts import Part, Put, judgements, readings
from whosays.ledger.dump.restoring import put_reports
from whosays.ledger.insert import has_reading, insert_readings
from whosays.ledger.judgements import is_held
from whosays.model import LedgerError


def _add_readings(connection: Connection, part: Part) -> int:
    found = readings(connection, part)
    new = [(of, reading) for of, reading in found if not has_reading(connection, reading.report, of.reader)]
    if new:
        insert_readings(connection, [(reading, {"read_at": of.read_at}) for of, reading in new])
    return len(new)


def _check_judgements(connection: Connection, part: Part) -> int:
    new = next((each for _, each in judgements(part) if not is_held(connection, each)), None)
    if new:
        raise LedgerError(
            f"the dump has judgements that the ledger does not ({new.by}: {new.why}); of two ledgers nobody"
            " can tell which judgement is the later, so load it into an empty one"
        )
    return 0


ADD: Mapping[str, Put] = {
    "report": put_reports,
    "reading": _add_readings,
    "judgement": _check_judgements,
}
"""By what lines call themselves; what follows from these is found again."""
