"""`whosays archive`: many reports to files of readings, on all cores or on a cluster."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whosays.cli import console
from whosays.cli.console import safe
from whosays.model import UsageError

if TYPE_CHECKING:
    from whosays.scale.engines import Engine
    from whosays.scale.shards import Shard
    from whosays.scale.work import Done

MANIFEST = "manifest.json"
"""The file by which the output of `archive` is known."""


class EngineName(StrEnum):
    """Where readers run: on this machine, or on a Dask cluster."""

    LOCAL = "local"
    DASK = "dask"


def archive(
    paths: Annotated[list[Path], typer.Argument(metavar="IN", help="Files of reports, or folders.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder of the readings.")],
    engine: Annotated[
        EngineName, typer.Option(help="The cores of this machine, or a Dask cluster.")
    ] = EngineName.LOCAL,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Of --engine dask: the scheduler, such as tcp://10.0.0.5:8786."),
    ] = None,
) -> None:
    """Read many reports into Parquet files; run again after an interruption, it goes on where it was."""
    if (engine is EngineName.DASK) != bool(scheduler):
        raise UsageError("--engine dask needs --scheduler, and nothing else does")
    try:
        from whosays.scale import read_archive
        from whosays.scale.shards import cut
    except ImportError as error:
        raise UsageError('archives need more libraries; pip install "whosays[archive]"') from error

    shards = cut(paths)
    tally = Tally(len(shards))
    with _engine(scheduler) as running:
        read_archive(shards, out, running, tally.add)
    tally.sum_up(out)
    if tally.failed:
        raise typer.Exit(1)


@contextmanager
def _engine(scheduler: str | None) -> Iterator[Engine]:
    from whosays.scale.engines import Local, on_cluster

    if scheduler is None:
        yield Local(os.cpu_count() or 1)
        return
    with on_cluster(scheduler) as engine:
        yield engine


class Tally:
    """Counts what is done, and tells of it on stderr."""

    def __init__(self, shards: int) -> None:
        self._messages = console.stderr()
        self._shards, self._done = shards, 0
        self._read = self.failed = 0
        self._began = time.monotonic()

    def add(self, shard: Shard, done: Done) -> None:
        """Tell of a shard that is done."""
        self._done += 1
        self._read += done.readings
        self.failed += done.failed
        rate = self._read / max(time.monotonic() - self._began, 1e-9)
        line = f"{self._done:,} of {self._shards:,} shards, {self._read:,} reports read, {rate:,.1f} a second"
        self._messages.print(f"{line}: {safe(shard.path)}", soft_wrap=True)

    def sum_up(self, out: Path) -> None:
        """Tell what there is."""
        known = self._shards - self._done
        failed = f", {self.failed:,} failed (see {safe(str(out / 'failed'))})" if self.failed else ""
        counts = f"{self._read:,} reports read in {self._done:,} shards, {known:,} shards known already"
        typer.echo(f"{safe(str(out))}: {counts}{failed}")


def archives_among(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The folders that `archive` has written, and the other paths."""
    archives = [path for path in paths if (path / MANIFEST).is_file() and (path / "readings").is_dir()]
    return archives, [path for path in paths if path not in archives]
