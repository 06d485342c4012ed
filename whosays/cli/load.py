"""`whosays load`: a dumped ledger into an empty one, or what another one lacks of it."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, Annotated

import typer

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.console import safe
from whosays.model import InputError

_GZIP = b"\x1f\x8b"
_LONGEST = 1 << 28
"""Bytes of a line: a reading of the longest report that is taken needs a tenth."""


def load(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `whosays dump` wrote.")],
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Make an empty ledger the one that was dumped, or add what another one lacks. All or nothing."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    with file.open("rb") as raw, Ledger.open(ledger) as opened:
        made = opened.load(_lines(raw, str(file)), str(file))
    counts = f"{made.reports:,} reports, {made.readings:,} readings, {made.judgements:,} judgements added"
    console.utf8(sys.stdout).write(f"{safe(str(file))}: {counts}\n")


def _lines(raw: IO[bytes], name: str) -> Iterator[bytes]:
    packed = raw.read(len(_GZIP)) == _GZIP
    raw.seek(0)
    file = gzip.GzipFile(fileobj=raw) if packed else raw
    try:
        yield from iter(partial(file.readline, _LONGEST), b"")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(name, "it is cut off or damaged; get or make the dump again") from error
