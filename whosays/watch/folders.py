"""Folders that are looked through for new and changed files."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from whosays.ingest import files_under, reports
from whosays.ledger import Watched
from whosays.model import InputError
from whosays.watch.news import News

SETTLING = 5.0
"""Seconds in which a file must not change, so that none is read while it is still being written."""


@dataclass(frozen=True, slots=True)
class Look:
    """A file as it is found: where, and what changes whenever it does."""

    path: Path
    address: str
    stamp: str


def news(folders: Collection[Path], known: Mapping[str, Watched], ledger: Path | None) -> Iterator[News]:
    """What is in the files of these folders that are not as they are `known`, as soon as they stay the same.

    One that still changes is left for the next time. The ledger's own files are passed over.
    """
    changed = []
    for found in _found(folders, ledger):
        if isinstance(found, InputError):
            yield News(found.where, (found,))
        elif found.address not in known or known[found.address].version != found.stamp:
            changed.append(found)
    if changed:
        time.sleep(SETTLING)
    for look in changed:
        if _look(look.path) == look:
            yield News(str(look.path), reports(look.path), Watched(look.address, look.stamp))


def _found(folders: Collection[Path], ledger: Path | None) -> Iterator[Look | InputError]:
    for folder in folders:
        if not folder.is_dir():
            yield InputError(str(folder), "this folder is not there any more")
            continue
        for found in files_under(folder):
            if isinstance(found, InputError):
                yield found
            elif not _is_of(found, ledger) and (look := _look(found)):
                yield look


def _is_of(path: Path, ledger: Path | None) -> bool:
    """Whether the file is the ledger, or one that SQLite keeps beside it."""
    return (
        ledger is not None
        and path.name.startswith(ledger.name)
        and path.resolve().parent == ledger.resolve().parent
    )


def _look(path: Path) -> Look | None:
    """None if the file is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Look(path, _address(path), f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}")


def _address(path: Path) -> str:
    """With the computer's name: a ledger on a server may have folders of several followed."""
    return f"file://{quote(platform.node())}{quote(os.fsencode(path.absolute()))}"
