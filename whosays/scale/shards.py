"""What is read in one piece: a file, or a stretch of a large file of JSON Lines."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from whosays.ingest import Item, jsonl, reports
from whosays.ingest.item import Stated
from whosays.ingest.sniff import HEAD, Format, sniff
from whosays.model import InputError, UsageError

LONGEST = 1 << 23
"""Bytes of JSON Lines in one shard: 8 MiB, some thousand articles."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The lines of a file that begin from byte `start` on and before `end`; `end` None is the whole file.

    `size` and `changed` (nanoseconds) are the file's when the shard was cut: another file is another shard.
    """

    path: str
    size: int
    changed: int
    start: int = 0
    end: int | None = None

    @property
    def id(self) -> str:
        """Hex, the name of the shard's files."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:20]

    def items(self) -> Iterator[Item]:
        """The reports of the shard, and what is to say of them."""
        if self.end is None:
            return reports(Path(self.path))
        return jsonl.read(self._lines(), f"{self.path}, from byte {self.start:,}", Stated())

    def _lines(self) -> Iterator[bytes]:
        assert self.end is not None  # noqa: S101 - only stretches are read by lines
        with Path(self.path).open("rb") as file:
            if self.start:
                file.seek(self.start - 1)
                file.readline()  # a line that begins before the stretch belongs to the one before
            while file.tell() < self.end and (line := file.readline()):
                yield line


def cut(paths: Iterable[Path], longest: int = LONGEST) -> list[Shard]:
    """The shards of files and folders' files, in order. Raises UsageError where there is none."""
    found = [shard for path in paths for file in _files(path) for shard in _shards(file, longest)]
    if not found:
        raise UsageError("there is no file to read; name files or folders that hold some")
    return found


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for child in sorted(path.iterdir()):
        if not child.name.startswith(".") and (child.is_file() or not child.is_symlink()):
            yield from _files(child)


def _shards(path: Path, longest: int) -> Iterator[Shard]:
    found = path.stat()
    whole = Shard(str(path.absolute()), found.st_size, found.st_mtime_ns)
    if found.st_size <= longest or not _is_lines(path):
        yield whole
        return
    for start in range(0, found.st_size, longest):
        end = min(start + longest, found.st_size)
        yield Shard(whole.path, whole.size, whole.changed, start, end)


def _is_lines(path: Path) -> bool:
    with io.BufferedReader(io.FileIO(path), HEAD) as file:
        try:
            return sniff(file.peek(HEAD)[:HEAD], str(path)) is Format.JSONL
        except InputError:
            return False  # told when it is read
