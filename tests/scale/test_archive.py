"""Archives on real processes: whatever dies on the way, the output is the same."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from whosays.model import Report, UsageError
from whosays.pipeline import Pipeline
from whosays.scale import read_archive, readings
from whosays.scale.archive import MANIFEST
from whosays.scale.engines import Dask, Local
from whosays.scale.journal import Journal
from whosays.scale.shards import Shard, cut
from whosays.scale.work import Done, read_shard

PLACES = ("Marwa", "Tel Hadid", "Qarna", "Beit Salah", "Ras Amud", "Deir Wadi")


def corpus(folder: Path, count: int = 12) -> list[Path]:
    path = folder / "reports.jsonl"
    lines = [
        json.dumps(
            {
                "id": f"r{number}",
                "text": f"Officials in {PLACES[number % 6]} said shelling killed {number + 2} farmers.",
                "published": "2031-03-08",
                "publisher": "Harbour Post",
            }
        )
        for number in range(count)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [path]


def quiet(_shard: Shard, _done: Done) -> None:
    pass


def files(out: Path) -> dict[str, bytes]:
    parts = (*(out / "readings").iterdir(), *(out / "failed").iterdir())
    return {path.name: path.read_bytes() for path in parts}


def dies_once(shard: Shard, *, out: str, alone: bool, mark: str) -> Done:
    """Reads, but the first process that comes this far is killed in the middle of a shard."""
    if not Path(mark).exists():
        Path(mark).touch()
        Journal.of(Path(out), shard.id).begin("read 1", alone=alone)
        os.kill(os.getpid(), signal.SIGKILL)
    return read_shard(shard, out, alone=alone)


def dies_on_r4(shard: Shard, *, out: str, alone: bool) -> Done:
    """Reads with a reader that one report kills."""
    plain = Pipeline.read

    def read(self: Pipeline, report: Report):  # type: ignore[no-untyped-def]
        if report.id == "r4":
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(self, report)

    Pipeline.read = read  # type: ignore[method-assign]
    return read_shard(shard, out, alone=alone)


def test_stretches_of_a_file_hold_each_line_once(tmp_path: Path) -> None:
    (path,) = corpus(tmp_path)
    for longest in (1, 50, 151, 152, 1000, 10_000):
        found = [
            item.id for shard in cut([path], longest) for item in shard.items() if isinstance(item, Report)
        ]
        assert found == [f"r{number}" for number in range(12)]


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Shard]:
    return cut(corpus(tmp_path_factory.mktemp("in")), 900)


@pytest.fixture(scope="module")
def undisturbed(shards: Sequence[Shard], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    read_archive(shards, out, Local(1), quiet)
    return out


def test_the_readings_are_those_of_the_pipeline(shards: Sequence[Shard], undisturbed: Path) -> None:
    reports = [item for shard in shards for item in shard.items() if isinstance(item, Report)]
    expected = {report.id: Pipeline.default().read(report) for report in reports}
    assert {found.report.id: found for found in readings(undisturbed)} == expected
    assert sum(len(found.claims) for found in expected.values()) >= 12


def test_a_dask_worker_killed_on_the_way_changes_nothing(
    shards: Sequence[Shard], undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whosays.scale.archive.read_shard", partial(dies_once, mark=str(tmp_path / "mark")))
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,  # type: ignore[no-untyped-call]
        Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        read_archive(shards, tmp_path / "out", Dask(client), quiet)
    assert (tmp_path / "mark").exists()
    assert files(tmp_path / "out") == files(undisturbed)


def test_a_report_that_kills_its_reader_is_set_aside_alone(
    shards: Sequence[Shard], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whosays.scale.archive.read_shard", dies_on_r4)
    read_archive(shards, tmp_path, Local(1), quiet)
    (failed,) = [json.loads(path.read_text()) for path in (tmp_path / "failed").iterdir()]
    assert (failed["where"], failed["why"]) == ("r4", "reading it ends the process")
    kept = {found.report.id for found in readings(tmp_path)}
    assert kept == {f"r{number}" for number in range(12)} - {"r4"}


def test_what_is_done_is_not_done_again(shards: Sequence[Shard], undisturbed: Path) -> None:
    done: list[Shard] = []
    read_archive(shards, undisturbed, Local(1), lambda shard, _done: done.append(shard))
    assert done == []


def test_two_readers_do_not_share_a_folder(shards: Sequence[Shard], tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"reader": "another", "shards": {}}')
    with pytest.raises(UsageError, match="by another"):
        read_archive(shards, tmp_path, Local(1), quiet)
