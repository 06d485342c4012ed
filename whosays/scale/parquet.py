"""Files of an archive's output, each there whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from whosays.model import InputError, Reading
from whosays.scale import arrow

BATCH = 64
"""Readings that are kept in memory at a time."""


def write(path: Path, found: Iterable[Reading]) -> int:
    """Write the readings in parts of BATCH; returns how many. Nothing is at `path` before all is written."""
    count, left = 0, iter(found)
    with _replacing(path) as unfinished, pq.ParquetWriter(unfinished, arrow.schema()) as writer:
        while batch := list(islice(left, BATCH)):
            rows = [dict(arrow.record(one)) for one in batch]
            writer.write_table(pa.Table.from_pylist(rows, schema=arrow.schema()))
            count += len(batch)
    return count


def write_lines(path: Path, records: Sequence[object]) -> None:
    """Write JSON Lines, likewise; no file where there are no records."""
    if not records:
        path.unlink(missing_ok=True)
        return
    with _replacing(path) as unfinished:
        unfinished.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def write_json(path: Path, record: object) -> None:
    """Write one JSON object, likewise."""
    with _replacing(path) as unfinished:
        unfinished.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def readings(folder: Path) -> Iterator[Reading]:
    """All readings in the output of `whosays archive`, in the order of its files' names.

    Raises InputError for a file that is damaged or is no table of readings.
    """
    for path in sorted((folder / "readings").glob("*.parquet")):
        try:
            yield from _readings(path)
        except (pa.ArrowException, OSError, KeyError, TypeError, ValueError) as error:
            raise InputError(
                str(path), "no table of readings; delete it and run the archive again"
            ) from error


def _readings(path: Path) -> Iterator[Reading]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(BATCH):
            rows: list[dict[str, Any]] = batch.to_pylist()
            yield from map(arrow.reading, rows)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    unfinished = path.with_name(f".{path.name}.part")
    yield unfinished
    unfinished.replace(path)
