"""Parquet tables of articles: columns with names that are usual, and one report a row.

Columns are named as in CSV tables (`data/columns.toml`); days may be strings, dates or timestamps. Rows come
some hundred at a time, so that a table of any size can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from whosays.ingest import table
from whosays.ingest.encoding import without_surrogates
from whosays.ingest.item import Item, Stated, Stretch, filled, guarded, within
from whosays.model import InputError

_BATCH = 256
"""Rows that are in memory at a time."""
_BUFFER = 1 << 20
"""Bytes of a column that are read at a time."""
_LONGEST_ERROR = 100
"""Characters of a reason that a message repeats."""


def read(file: BinaryIO, where: str, stated: Stated, stretch: Stretch) -> Iterator[Item]:
    """The reports of the row groups that begin in a stretch of the table `where`, in order.

    An InputError stands in the place of each row that holds none, and of what is damaged in a row group.
    Raises InputError when the table has no column of texts, or is none.
    """
    try:
        opened = pq.ParquetFile(file, buffer_size=_BUFFER)
    except (pa.ArrowException, OSError) as error:
        raise InputError(where, f"a damaged Parquet table: {_short(error)}") from error
    columns = table.columns(opened.schema_arrow.names)
    if "text" not in columns:
        raise InputError(where, 'no column of this table holds texts; call it "text"')
    yield from filled(_rows(opened, columns, where, stretch), stated)


def _rows(opened: Any, columns: dict[str, int], where: str, stretch: Stretch) -> Iterator[Item]:
    """The reports of a table whose columns are what `columns` says."""
    number = 1
    for group in range(opened.num_row_groups):
        found = opened.metadata.row_group(group)
        if _begins(found) in stretch:
            yield from _group(opened, group, columns, where, number)
        number += found.num_rows


def _begins(group: Any) -> int:
    """The first byte of a row group."""
    first = group.column(0)
    return int(first.dictionary_page_offset or first.data_page_offset)


def _group(opened: Any, group: int, columns: dict[str, int], where: str, number: int) -> Iterator[Item]:
    names = {what: opened.schema_arrow.names[column] for what, column in columns.items()}
    batches = opened.iter_batches(_BATCH, row_groups=[group], columns=list(names.values()))
    try:
        for batch in batches:
            for row in _without_nanoseconds(batch).to_pylist():
                cells = {what: _cell(row[name]) for what, name in names.items()}
                yield from guarded(table.report(cells, within(where, f"row {number}")))
                number += 1
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        name = within(where, f"row {number}")
        yield InputError(name, f"damaged: {_short(error)}; the rest of its row group is not read")


def _without_nanoseconds(batch: Any) -> Any:
    """The rows with times that Python can hold."""
    fields = [
        field.with_type(pa.timestamp("us", field.type.tz)) if pa.types.is_timestamp(field.type) else field
        for field in batch.schema
    ]
    return batch.cast(pa.schema(fields), safe=False)


def _cell(value: object) -> str:
    if value is None:
        return ""
    written = value.isoformat() if isinstance(value, date) else str(value)
    return table.sound(without_surrogates(written))


def _short(error: Exception) -> str:
    return str(error)[:_LONGEST_ERROR]
