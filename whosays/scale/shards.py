"""What is read in one piece: a file, or a stretch of a large one."""

from __future__ import annotations

import errno
import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from whosays.ingest.files import files_under, reason
from whosays.ingest.formats import IN_STRETCHES, items
from whosays.ingest.item import WHOLE, Item, Stated, Stretch
from whosays.ingest.sniff import HEAD, Format, sniff
from whosays.model import InputError

LENGTHS = {Format.JSONL: 1 << 20, Format.PARQUET: 1 << 20, Format.WARC: 1 << 24}
"""Bytes of one shard, a few minutes' work: some hundred articles. Those of a WARC are long, for what lies
before them is unpacked again: 10 seconds for a gigabyte."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A stretch of the file at `path`, which is absolute.

    `size` and `changed` (nanoseconds) are the file's when the shard was cut: another file is another shard.
    """

    path: str
    size: int
    changed: int
    stretch: Stretch = WHOLE

    @property
    def id(self) -> str:
        """Hex, the name of the shard's files."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:20]

    def items(self) -> Iterator[Item]:
        """The reports of the shard, and what is to say of them.

        Raises OSError if the file cannot be opened or is no longer the one that was cut, and InputError as
        `items` does.
        """
        with io.BufferedReader(io.FileIO(self.path), HEAD) as file:
            if _state(os.fstat(file.fileno())) != (self.size, self.changed):
                raise OSError(errno.ESTALE, "changed since the run began", self.path)
            yield from items(file, self.path, Stated(), stretch=self.stretch)


def cut(paths: Iterable[Path]) -> Iterator[Shard | InputError]:
    """The shards of files and of folders' files, in order; an InputError for each that cannot be opened."""
    for path in paths:
        for file in files_under(path.absolute()):
            if isinstance(file, InputError):
                yield file
            else:
                yield from _shards(file)


def _shards(path: Path) -> Iterator[Shard | InputError]:
    try:
        with io.BufferedReader(io.FileIO(path), HEAD) as file:
            size, changed = _state(os.fstat(file.fileno()))
            length = _length(file.peek(HEAD)[:HEAD], str(path))
    except OSError as error:
        yield InputError(str(path), reason(error))
        return
    if length is None or size <= length:
        yield Shard(str(path), size, changed)
        return
    for start in range(0, size, length):
        yield Shard(str(path), size, changed, Stretch(start, min(start + length, size)))


def _length(head: bytes, where: str) -> int | None:
    """How long the shards of a file that begins so may be; None if it is read as a whole."""
    try:
        found = sniff(head, where)
    except InputError:
        return None  # told when it is read
    return LENGTHS[found] if found in IN_STRETCHES else None


def _state(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns
