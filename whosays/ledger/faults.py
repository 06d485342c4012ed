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

_LOST = "the connection to the server was lost; run this again (what was added is kept)"
_STATES = {
    "08": _LOST,
    "57P": _LOST,
    "3D": "the server has no such database; make it with `createdb`",
    "28": "the server does not let this user in; check the user and the password",
    "42501": "this user may not do that; use the address of a user who may",
    "25006": "it can only be read; use the address of a server that can be written",
    "53100": "the disk is full; free some space and run this again (what was added is kept)",
    "53300": "the server has too many connections; try again later",
    "54": "a text is too long for the database; split it",
    "55P03": "another program is writing to it; try again when that has finished",
}
"""By how PostgreSQL's codes begin, the longest that fits."""

_REFUSALS = {
    "authentication failed": _STATES["28"],
    "no password supplied": _STATES["28"],
    "no pg_hba.conf entry": _STATES["28"],
    "permission denied": _STATES["28"],
    'role "': _STATES["28"],
    'database "': _STATES["3D"],
}
"""By words of the server, where it refuses a connection: then there is no code."""


@contextmanager
def explained(ledger: str) -> Iterator[None]:
    """Turn a database driver's errors within the block into LedgerErrors that name `ledger`."""
    try:
        yield
    except DBAPIError as error:
        lost = error.connection_invalidated
        raise LedgerError(f"{ledger}: {_LOST if lost else _sentence(error.orig)}") from error
    except sqlite3.Error as error:
        raise LedgerError(f"{ledger}: {_sentence(error)}") from error


def _sentence(error: BaseException | None) -> str:
    code, state = getattr(error, "sqlite_errorcode", None), getattr(error, "sqlstate", None)
    if code is not None:
        # the low byte is the primary code, the rest says which kind of it
        return _SENTENCES.get(code & 0xFF) or _said(error)
    if state is not None:
        return next((_STATES[state[:n]] for n in (5, 3, 2) if state[:n] in _STATES), _said(error))
    return _refusal(str(error))


def _refusal(said: str) -> str:
    """Why a connection was not made: what a server says, or that there is none."""
    known = (sentence for words, sentence in _REFUSALS.items() if words in said.partition("FATAL:")[2])
    return next(known, f"no server can be reached there; check the address ({' '.join(said.split())})")


def _said(error: BaseException | None) -> str:
    return f"the database says: {error}"
