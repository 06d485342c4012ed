"""Files and directories to reports."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from whosays.ingest.formats import items
from whosays.ingest.item import Item, Stated
from whosays.ingest.sniff import HEAD
from whosays.model import InputError, Published


def reports(path: Path, *, published: Published = None, publisher: str | None = None) -> Iterator[Item]:
    """Every report of a file, or of a directory's files in name order, and what went wrong in between.

    Nothing is raised for bad input: an InputError is yielded in its place and the rest is read. In a
    directory, hidden files and linked directories are skipped. `published` and `publisher` win over
    what a file of one report says of itself, and fill the gaps of those that hold several.
    """
    stated = Stated(published, publisher)
    found = None
    for found in files_under(path):
        if isinstance(found, InputError):
            yield found
        else:
            yield from _read(found, stated)
    if found is None:
        yield InputError(str(path), "there is no file in this directory")


def files_under(path: Path) -> Iterator[Path | InputError]:
    """The file at `path`, or those of the directory in name order; no hidden ones, no linked directories.

    An InputError stands in the place of a directory that cannot be looked into.
    """
    try:
        children = _children(path) if path.is_dir() else None
    except OSError as error:
        yield InputError(str(path), reason(error))
        return
    if children is None:
        yield path
    for child in children or ():
        yield from files_under(child)


def _children(directory: Path) -> list[Path]:
    """The files and directories to read in `directory`, in name order; pipes and devices are not."""
    seen = sorted(child for child in directory.iterdir() if not child.name.startswith("."))
    return [child for child in seen if child.is_file() or (child.is_dir() and not child.is_symlink())]


def _read(path: Path, stated: Stated) -> Iterator[Item]:
    where = str(path)
    try:
        with io.BufferedReader(io.FileIO(path), HEAD) as file:
            yield from items(file, where, stated)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(where, reason(error))


def reason(error: OSError) -> str:
    """What the system says of a file, as a clause."""
    return (error.strerror or "cannot be read").lower()
