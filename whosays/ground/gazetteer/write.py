"""Writing a user's files: they appear whole or not at all, however the program ends."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from whosays.ground.gazetteer.store import FORMAT, Columns


def write_index(file: IO[bytes], header: Mapping[str, Any], columns: Columns) -> None:
    """Write an index that `Store.open` reads."""
    layout: dict[str, tuple[str, int, int]] = {}
    start = 0
    for name, column in columns.items():
        layout[name] = (column.dtype.str, start, len(column))
        start += _padded(column.nbytes)
    line = json.dumps({**header, "format": FORMAT, "columns": layout}, sort_keys=True).encode()
    file.write(line.ljust(_padded(len(line) + 1) - 1) + b"\n")  # columns begin at a multiple of eight
    for column in columns.values():
        file.write(column.tobytes().ljust(_padded(column.nbytes), b"\0"))


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of that at `path` when all is written and on the disk.

    OSError if it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _padded(size: int) -> int:
    return -(-size // 8) * 8
