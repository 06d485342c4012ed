"""What runs the work on shards: processes of this machine (`local`), or a Dask cluster (`cluster`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from whosays.scale.shards import Shard
from whosays.scale.work import Outcome, Undone

Work = Callable[[Shard], Outcome]

MOST_DEATHS = 40
"""Processes that may die on one shard: so many that a dozen deadly reports in it are set aside one by one."""

GIVEN_UP = Undone(f"{MOST_DEATHS} processes died on it; give them more memory, or leave the file out")


class Engine(Protocol):
    """Runs work on shards, each at least once."""

    def run(self, work: Work, shards: Sequence[Shard]) -> Iterator[tuple[Shard, Outcome]]:
        """Each shard as soon as it is done, or given up: a process that dies has another take its place."""
