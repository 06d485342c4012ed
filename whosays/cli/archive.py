"""`whosays archive`: many reports to files of readings, on all cores or on a cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whosays.model import InputError, UsageError

if TYPE_CHECKING:
    from whosays.cli.tally import Tally
    from whosays.scale.engine import Engine
    from whosays.scale.shards import Shard


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
    """Read many reports into Parquet files. Run again after an interruption, it goes on where it was."""
    if (engine is EngineName.DASK) != bool(scheduler):
        raise UsageError("--engine dask needs --scheduler, and nothing else does")
    if any(out.absolute().is_relative_to(path.absolute()) for path in paths):
        raise UsageError(f"--out {out} lies in what is to be read; name a folder elsewhere")
    require_libraries()
    from whosays.cli.tally import Tally  # these take seconds to load
    from whosays.pipeline import Pipeline
    from whosays.scale.archive import read_archive

    tally = Tally()
    shards = list(_shards(paths, tally))
    with _engine(scheduler) as running:
        for shard, outcome in read_archive(shards, out, running, Pipeline.default):
            tally.add(shard, outcome)
    tally.sum_up(out)
    if tally.failed:
        raise typer.Exit(1)


def require_libraries() -> None:
    """Raise UsageError where the libraries that archives need are not installed."""
    if not find_spec("pyarrow") or not find_spec("distributed"):
        raise UsageError('archives need more libraries; pip install "whosays[archive]"')


def _shards(paths: Sequence[Path], tally: Tally) -> Iterator[Shard]:
    from whosays.scale.shards import cut

    for found in cut(paths):
        if isinstance(found, InputError):
            tally.tell(str(found))
        else:
            tally.expect()
            yield found


@contextmanager
def _engine(scheduler: str | None) -> Iterator[Engine]:
    if scheduler is None:
        from whosays.scale.local import Local

        yield Local(os.cpu_count() or 1)
        return
    from whosays.scale.cluster import on_cluster

    with on_cluster(scheduler) as engine:
        yield engine
