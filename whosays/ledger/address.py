"""Where a ledger is: its URL, and what may be done with the file behind it."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from whosays.model import LedgerError


def database_file(url: str | os.PathLike[str]) -> Path:
    """The file of the SQLite ledger at `url`: a path, or `sqlite:///` and a path.

    Raises LedgerError if `url` names no file.
    """
    written = os.fspath(url)
    if "://" not in written:
        return _named(Path(written), written)
    return _named(Path(parsed(written).database or ""), written)


def backend(url: str) -> str:
    """The engine that a ledger's address names: a path's is "sqlite". Raises LedgerError for no address."""
    return parsed(url).get_backend_name() if "://" in url else "sqlite"


def parsed(url: str) -> URL:
    """The parts of an address. Raises LedgerError, without a password, if it is no address."""
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        raise LedgerError(
            f"{_without_password(url)}: not the address of a ledger; give a file's path"
        ) from error


def check_file(path: Path, *, create: bool) -> None:
    """Raise LedgerError if `path` cannot be a ledger to open, or, with `create`, to make."""
    try:
        _check(path, create=create)
    except OSError as error:
        raise LedgerError(f"{path}: {(error.strerror or str(error)).lower()}; name another ledger") from error


def writable(path: Path) -> bool:
    """Whether the ledger, and the log that SQLite keeps beside it, can be written."""
    folder = path.absolute().parent
    return os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _without_password(url: str) -> str:
    """What comes before the host of an address that cannot be parsed may hold a password."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def _named(path: Path, written: str) -> Path:
    if path in (Path(), Path(":memory:")):
        raise LedgerError(f"{written!r} names no file; a ledger is kept in a file, give its path")
    if "\0" in written:
        raise LedgerError(f"{written!r}: a path cannot hold a NUL character")
    return path


def _check(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: this is a folder; give the name of a file in it")
    if not path.exists():
        _check_new(path, create=create)
    elif not path.is_file():
        raise LedgerError(f"{path}: this is not a regular file; give the path of a file")
    elif not os.access(path, os.R_OK):
        raise LedgerError(f"{path}: no permission to read it; change its permissions or name another ledger")


def _check_new(path: Path, *, create: bool) -> None:
    if not create:
        raise LedgerError(f"{path}: there is no ledger here; `whosays add` makes one")
    if not path.absolute().parent.is_dir():
        raise LedgerError(f"{path}: its folder does not exist; make the folder first")
    if not writable(path):
        raise LedgerError(f"{path}: no permission to write in its folder; name another ledger")
