"""What runs the work on shards: processes of this machine, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Protocol

from distributed import Client
from distributed import as_completed as completed_on_cluster
from distributed.scheduler import KilledWorker

from whosays.model import UsageError
from whosays.scale.shards import Shard
from whosays.scale.work import Done

Work = Callable[[Shard], Done]


class Engine(Protocol):
    """Runs work on shards, each at least once."""

    def run(self, work: Work, shards: Sequence[Shard]) -> Iterator[tuple[Shard, Done | None]]:
        """Each shard as it is done; None in place of how, where the process that did it died."""

    def run_alone(self, work: Work, shard: Shard) -> Done | None:
        """Likewise one shard in a process whose death means that shard alone."""


@dataclass(frozen=True, slots=True)
class Local:
    """So many processes of this machine."""

    workers: int

    def run(self, work: Work, shards: Sequence[Shard]) -> Iterator[tuple[Shard, Done | None]]:
        """A death ends all processes: every shard that was not done by then is told as None."""
        return _in_processes(work, shards, self.workers)

    def run_alone(self, work: Work, shard: Shard) -> Done | None:
        """In one new process."""
        return next(_in_processes(work, [shard], 1))[1]


def _in_processes(work: Work, shards: Sequence[Shard], workers: int) -> Iterator[tuple[Shard, Done | None]]:
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures = {pool.submit(work, shard): shard for shard in shards}
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                yield futures[future], None


@dataclass(frozen=True, slots=True)
class Dask:
    """The workers of a Dask cluster, which see the same files; one thread each: none shares a death."""

    client: Client

    def run(self, work: Work, shards: Sequence[Shard]) -> Iterator[tuple[Shard, Done | None]]:
        """Dask itself gives the shards of a worker that died to others, some times."""
        futures = {
            future: shard
            for shard, future in zip(shards, self.client.map(work, shards, pure=False), strict=True)
        }
        for future in completed_on_cluster(futures):  # type: ignore[no-untyped-call]
            yield futures[future], _outcome(future.result)

    def run_alone(self, work: Work, shard: Shard) -> Done | None:
        """On any worker: each has one thread."""
        return _outcome(self.client.submit(work, shard, pure=False).result)


@contextmanager
def on_cluster(scheduler: str) -> Iterator[Dask]:
    """The cluster behind a scheduler's address. Raises UsageError if nothing answers there."""
    try:
        client = Client(scheduler)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{scheduler}: no Dask scheduler answers there; start one, or mend --scheduler"
        ) from error
    with client:
        yield Dask(client)


def _outcome(result: Callable[[], Done]) -> Done | None:
    try:
        return result()
    except KilledWorker:
        return None
