"""Lines of files, none longer than it may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from whosays.ingest.item import WHOLE, Stretch


def lines(file: BinaryIO, longest: int, stretch: Stretch = WHOLE) -> Iterator[bytes]:
    """The lines that begin in a stretch of a file, with their ends.

    Of one that is longer than `longest` bytes, one byte more than that.
    """
    if stretch.start:
        file.seek(stretch.start - 1)
        _pass_over(file, longest)  # what is left of the line before
    while file.tell() < stretch.end and (line := file.readline(longest + 1)):
        yield line
        if len(line) > longest and not line.endswith(b"\n"):
            _pass_over(file, longest)


def _pass_over(file: BinaryIO, longest: int) -> None:
    while (rest := file.readline(longest + 1)) and not rest.endswith(b"\n"):
        pass
