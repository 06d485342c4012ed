"""What one worker does: a shard's reports to a file of readings, and what could not be read beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from whosays.ingest import Notice
from whosays.model import InputError, Reading, Report
from whosays.pipeline import Pipeline
from whosays.scale import parquet
from whosays.scale.journal import Journal
from whosays.scale.shards import Shard


@dataclass(frozen=True, slots=True)
class Done:
    """How many reports of a shard were read and how many could not be."""

    readings: int
    failed: int


def read_shard(shard: Shard, out: str, *, alone: bool) -> Done:
    """Read a shard into `out`, and leave the same files there however often it is tried.

    `alone` says that no other process's death can be taken for this one's: a document on which this one
    dies then is set aside by the next try.
    """
    folder = Path(out)
    task = _Task(shard, Journal.of(folder, shard.id), alone)
    task.journal.resume()
    count = parquet.write(_unfinished(folder, shard), task.readings())
    parquet.write_lines(folder / "failed" / f"{shard.id}.jsonl", task.failed)
    _unfinished(folder, shard).replace(output(folder, shard))  # last: it says that the shard is done
    task.journal.close()
    return Done(count, len(task.failed))


def output(folder: Path, shard: Shard) -> Path:
    """Where the readings of a shard are once they are all there."""
    return folder / "readings" / f"{shard.id}.parquet"


def _unfinished(folder: Path, shard: Shard) -> Path:
    return folder / "work" / f"{shard.id}.parquet"


@dataclass(slots=True)
class _Task:
    """One try at a shard."""

    shard: Shard
    journal: Journal
    alone: bool
    failed: list[dict[str, str | int]] = field(default_factory=list)

    def readings(self) -> Iterator[Reading]:
        """The readings of the reports that can be read; `failed` tells of the others."""
        pipeline = Pipeline.default()
        for number, item in self._items():
            if isinstance(item, Report):
                yield from self._read(pipeline, number, item)
            elif isinstance(item, InputError):
                self._set_aside(number, item.where, item.why)

    def _items(self) -> Iterator[tuple[int, Report | Notice | InputError]]:
        items, number = self.shard.items(), 0
        while True:
            step = f"take {number}"
            if self.journal.killed(step):
                self._set_aside(
                    number, self.shard.path, "taking it in ends the process; the rest is not read"
                )
                return
            self.journal.begin(step, alone=self.alone)
            try:
                item = next(items, None)
            except Exception as error:  # noqa: BLE001 - one file must not end an archive of millions
                self._set_aside(number, self.shard.path, f"{_named(error)}; the rest is not read")
                return
            if item is None:
                return
            yield number, item
            number += 1

    def _read(self, pipeline: Pipeline, number: int, report: Report) -> Iterator[Reading]:
        step = f"read {number}"
        if self.journal.killed(step):
            self._set_aside(number, report.id, "reading it ends the process")
            return
        self.journal.begin(step, alone=self.alone)
        try:
            reading = pipeline.read(report)
        except Exception as error:  # noqa: BLE001 - one report must not end an archive of millions
            self._set_aside(number, report.id, _named(error))
        else:
            yield reading

    def _set_aside(self, number: int, where: str, why: str) -> None:
        self.failed.append({"file": self.shard.path, "item": number, "where": where, "why": why})


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
