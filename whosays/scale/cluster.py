"""A Dask cluster, whose workers see the same files under the same names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass

from distributed import Client, Future, as_completed
from distributed.scheduler import KilledWorker

from whosays.model import ReaderError, UsageError
from whosays.scale.engine import GIVEN_UP, MOST_DEATHS, Work
from whosays.scale.shards import Shard
from whosays.scale.work import Outcome


@dataclass(frozen=True, slots=True)
class Dask:
    """The workers behind a client. Dask gives the shard of a worker that died to others, some times."""

    client: Client

    def run(self, work: Work, shards: Sequence[Shard]) -> Iterator[tuple[Shard, Outcome]]:
        """Each shard as soon as it is done. Raises ReaderError if the cluster is gone."""
        asked = {self._ask(work, shard): shard for shard in shards}
        completed, deaths = as_completed(asked), Counter[Shard]()  # type: ignore[no-untyped-call]
        for future in completed:
            shard = asked.pop(future)
            outcome, died = _outcome(future)
            deaths[shard] += died
            if outcome is None and deaths[shard] < MOST_DEATHS:
                asked[again := self._ask(work, shard)] = shard
                completed.add(again)  # type: ignore[no-untyped-call]
            else:
                yield shard, outcome or GIVEN_UP

    def _ask(self, work: Work, shard: Shard) -> Future[Outcome]:
        return self.client.submit(work, shard, pure=False)


@contextmanager
def on_cluster(scheduler: str) -> Iterator[Dask]:
    """The cluster behind a scheduler's address.

    Raises UsageError if none answers there, or if a worker has several threads: one report could be the
    death of several shards, and only one thread at a time can read.
    """
    try:
        client = Client(scheduler)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{scheduler}: no Dask scheduler answers there; start one, or mend --scheduler"
        ) from error
    with client:
        if any(threads > 1 for threads in client.nthreads().values()):  # type: ignore[no-untyped-call]
            raise UsageError(f"{scheduler}: its workers have several threads; start them with --nthreads 1")
        yield Dask(client)


def _outcome(future: Future[Outcome]) -> tuple[Outcome | None, int]:
    """What came of a shard, None if its workers died, and how many of them did."""
    try:
        found: Outcome = future.result()
    except KilledWorker as error:
        return None, error.allowed_failures + 1
    except CancelledError as error:
        raise ReaderError("the Dask scheduler is gone; start it and run again") from error
    return found, 0
