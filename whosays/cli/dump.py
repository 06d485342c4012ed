"""`whosays dump`: a whole ledger into one file, which any other can be made from again."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated

import typer

from whosays.cli.add import LedgerOption


def dump(
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to: JSON Lines; .gz compresses them."),
    ] = None,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Write everything that a ledger knows, for `whosays load`. Users and the audit log are left out."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    with Ledger.open(ledger, create=False) as opened, _target(output) as target:
        target.writelines(opened.dump())


@contextmanager
def _target(output: Path | None) -> Iterator[IO[bytes]]:
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _whole(output) as file:
        if output.suffix != ".gz":
            yield file
            return
        # without name and moment, so that equal ledgers make equal files
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
            yield packed  # type: ignore[misc]


@contextmanager
def _whole(output: Path) -> Iterator[IO[bytes]]:
    """A file that is there under its name once all is written: what was there before stays until then."""
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
