"""Parquet files of readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from whosays.model import InputError, Reading
from whosays.scale import arrow

BATCH = 64
"""Readings of a row group, which are in memory at a time."""


def write(path: Path, found: Iterable[Reading]) -> int:
    """Write the readings, however many, in row groups of BATCH; returns how many."""
    count, left = 0, iter(found)
    with pq.ParquetWriter(path, arrow.schema(), compression="zstd") as writer:
        while batch := list(islice(left, BATCH)):
            rows = [dict(arrow.record(one)) for one in batch]
            writer.write_table(pa.Table.from_pylist(rows, schema=arrow.schema()))
            count += len(batch)
    return count


def readings(folder: Path) -> Iterator[Reading]:
    """All readings in the output of `whosays archive`, in the order of its files' names.

    Raises InputError for a file that is damaged or is no table of readings.
    """
    for path in sorted((folder / "readings").glob("*.parquet")):
        try:
            yield from _readings(path)
        except (pa.ArrowException, OSError, KeyError, TypeError, ValueError) as error:
            why = "no table of readings; delete it and run `whosays archive` again"
            raise InputError(str(path), why) from error


def _readings(path: Path) -> Iterator[Reading]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(BATCH):
            rows: list[dict[str, Any]] = batch.to_pylist()
            yield from map(arrow.reading, rows)
