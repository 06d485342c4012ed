"""What a database driver complains of, as one sentence for the person at the keyboard."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from whosays.model import LedgerError

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "another program is writing to it; try again when that has finished",
    sqlite3.SQLITE_LOCKED: "another program is writing to it; try again when that has finished",
    sqlite3.SQLITE_FULL: "the disk is full; free some space and run this again (what was added is kept)",
    sqlite3.SQLITE_NOTADB: "this is not a ledger; name another file",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; restore it from a copy",
    sqlite3.SQLITE_READONLY: "no permission to write; change the file's permissions or name another ledger",
    sqlite3.SQLITE_PERM: "no permission to open it; change the file's permissions or name another ledger",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check the permissions of the file and of its folder",
    sqlite3.SQLITE_IOERR: "the disk reports an error; check the disk and run this again",
    sqlite3.SQLITE_TOOBIG: "a text is too long for the database; split it",
}


@contextmanager
def explained(ledger: str) -> Iterator[None]:
    """Turn a database driver's errors within the block into LedgerErrors that name `ledger`."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"{ledger}: {_sentence(error.orig)}") from error
    except sqlite3.Error as error:
        raise LedgerError(f"{ledger}: {_sentence(error)}") from error


def _sentence(error: BaseException | None) -> str:
    # the low byte is the primary code, the rest says which kind of it
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _SENTENCES.get(code, f"the database says: {error}")
