"""Archives on a real Dask cluster of two workers, each with a nanny that starts it again when it dies."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from dask.config import set as dask_settings
from distributed import Client, LocalCluster

from tests.cli.readers import WordReader
from tests.scale.corpus import archived, files, lines, messages, shards_of, small_shards
from tests.scale.readers import POISON, Hungry, Slow, changing
from whosays.model import ReaderError, Report, UsageError
from whosays.scale.archive import read_archive
from whosays.scale.cluster import Dask, on_cluster
from whosays.scale.shards import Shard
from whosays.scale.table import readings


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    patient = {"distributed.deploy.lost-worker-timeout": "10 minutes"}  # a busy machine starts workers slowly
    settings = {"dashboard_address": None, "memory_limit": "400MiB"}
    with (
        dask_settings(patient),
        LocalCluster(n_workers=2, threads_per_worker=1, **settings) as running,  # type: ignore[no-untyped-call]
    ):
        yield running


@pytest.fixture
def dask(cluster: Any) -> Iterator[Dask]:
    with Client(cluster) as client:  # type: ignore[no-untyped-call]
        client.wait_for_workers(2)
        yield Dask(client)


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Shard]:
    with pytest.MonkeyPatch.context() as patch:
        small_shards(patch)
        return shards_of(lines(tmp_path_factory.mktemp("in") / "reports.jsonl", 24))


def test_two_workers_killed_at_random_change_nothing(
    cluster: Any, dask: Dask, shards: Sequence[Shard], tmp_path: Path
) -> None:
    done = 0
    for done, _ in enumerate(read_archive(shards, tmp_path / "dask", dask, Slow), 1):
        if done <= 2:
            time.sleep(random.random() / 10)
            kill(cluster)
    assert done == len(shards)
    archived(shards, tmp_path / "here", WordReader)
    assert files(tmp_path / "dask") == files(tmp_path / "here")


def test_a_report_that_takes_more_memory_than_a_worker_may_have_is_set_aside(
    dask: Dask, shards: Sequence[Shard], tmp_path: Path
) -> None:
    archived(shards[:2], tmp_path, Hungry, dask)
    assert [found["why"] for found in messages(tmp_path)] == ["reading it ends the process"]
    read = [report.id for shard in shards[:2] for report in shard.items() if isinstance(report, Report)]
    assert sorted(found.report.id for found in readings(tmp_path)) == sorted({*read} - {POISON})


def test_a_worker_with_another_reader_is_told(dask: Dask, shards: Sequence[Shard], tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"a worker reads with words \d+, not words \d+; install"):
        archived(shards, tmp_path, changing, dask)


def test_a_scheduler_that_goes_is_told(
    cluster: Any, dask: Dask, shards: Sequence[Shard], tmp_path: Path
) -> None:
    found = read_archive(shards, tmp_path, dask, Slow)
    next(found)
    cluster.close()
    with pytest.raises(ReaderError, match="the Dask scheduler is gone"):
        list(found)


def test_workers_with_several_threads_are_refused() -> None:
    with (
        LocalCluster(processes=False, n_workers=1, threads_per_worker=2, dashboard_address=None) as cluster,  # type: ignore[no-untyped-call]
        pytest.raises(UsageError, match="start them with --nthreads 1"),
        on_cluster(cluster.scheduler_address),
    ):
        pass


def test_an_address_without_scheduler_is_told() -> None:
    with (
        dask_settings({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(UsageError, match=r"tcp://127\.0\.0\.1:1: no Dask scheduler answers there"),
        on_cluster("tcp://127.0.0.1:1"),
    ):
        pass


def kill(cluster: Any) -> None:
    """Kill one of the workers that are alive, as the system or somebody would."""
    os.kill(random.choice([nanny.pid for nanny in cluster.workers.values() if nanny.pid]), signal.SIGKILL)
