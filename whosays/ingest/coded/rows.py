"""A table's file to rows: CSV with commas, semicolons or tabs, or JSON Lines, told apart by content."""

from __future__ import annotations

import csv
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from whosays.ingest.encoding import BOMS
from whosays.ingest.item import Notice
from whosays.model import InputError

Values = list[tuple[str, str]]
"""Columns and cells, in the order of the row; a list in JSON gives its column once for each element."""

_DELIMITERS = ",;\t"
_SHOWN = 3
"""Columns that a message names."""

_LONGEST_LINE = 1 << 22
"""Characters of the first line; a file without line ends is no table and need not be read to its end."""

_ESCAPED = re.compile("[\udc80-\udcff]")
"""What `surrogateescape` makes of bytes that are not of the encoding."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, and where it stands ("events.csv", line 17)."""

    table: str
    line: int
    values: Values

    @property
    def where(self) -> str:
        """The row's place in words."""
        return _where(self.table, self.line)


def rows(path: Path, columns: Sequence[str]) -> Iterator[Row | Notice | InputError]:
    """The rows of a table that should have `columns`, and an InputError in the place of each broken one."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
        codec = next((codec for bom, codec in BOMS if start.startswith(bom)), "utf-8")
        # Bytes that are not of the encoding come through as surrogates, so that only their rows are lost.
        with path.open(encoding=codec, errors="surrogateescape", newline="") as text:
            yield from _rows(text, str(path), columns)
    except OSError as error:
        yield InputError(str(path), (error.strerror or "cannot be read").lower())
    except UnicodeError:
        yield InputError(str(path), "its byte order mark is not that of the rest; save the file as UTF-8")


def _rows(file: TextIO, table: str, columns: Sequence[str]) -> Iterator[Row | Notice | InputError]:
    head = [file.readline(_LONGEST_LINE)]
    while head[-1].isspace():
        head.append(file.readline(_LONGEST_LINE))
    start = head[-1].lstrip()[:1]
    if not start:
        yield InputError(table, "the file is empty; name one with rows")
    elif start == "[":
        yield InputError(table, "this is one JSON array; write each of its objects on a line of its own")
    elif start == "{":
        yield from _json_rows(itertools.chain(head, file), table)
    else:
        yield from _csv_rows(head, file, table, columns)


def _csv_rows(
    head: Sequence[str], file: TextIO, table: str, columns: Sequence[str]
) -> Iterator[Row | Notice | InputError]:
    delimiter = max(_DELIMITERS, key=lambda by: len(_known(_split(head[-1], by), columns)))
    lines = csv.reader(itertools.chain(head, file), delimiter=delimiter)
    try:
        header = [name.strip() for name in next(filter(None, lines))]
    except csv.Error as error:
        yield InputError(table, f"its header cannot be read as CSV: {error}")
        return
    known = _known(header, columns)
    if not known:
        named = ", ".join(columns[:_SHOWN])
        yield InputError(table, f"has none of the columns that the map names ({named} …); name another map")
        return
    missing = [column for column in columns if column.casefold() not in known]
    if missing:
        yield Notice(table, f"has no column {', '.join(missing)}, which the map names; taken without")
    yield from _records(lines, header, table)


def _records(lines: Iterator[list[str]], header: list[str], table: str) -> Iterator[Row | InputError]:
    """`lines` is a csv.reader, which goes on after an error with the line behind it."""
    while True:
        line = lines.line_num + 1  # type: ignore[attr-defined]
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            yield InputError(_where(table, line), f"cannot be read as CSV: {error}")
            continue
        if not any(cells):
            continue
        if any(map(_ESCAPED.search, cells)):
            yield _not_utf8(_where(table, line))
        elif len(cells) != len(header):
            why = f"{len(cells)} cells under a header of {len(header)}; check its quotation marks"
            yield InputError(_where(table, line), why)
        else:
            yield Row(table, line, list(zip(header, cells, strict=True)))


def _json_rows(lines: Iterable[str], table: str) -> Iterator[Row | InputError]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _json_row(line, table, number)


def _json_row(line: str, table: str, number: int) -> Row | InputError:
    where = _where(table, number)
    if _ESCAPED.search(line):
        return _not_utf8(where)
    try:
        found = json.loads(line)
        values = list(_flat("", found)) if isinstance(found, dict) else None
    except json.JSONDecodeError as error:
        return InputError(where, f"not JSON at character {error.colno}: {error.msg}")
    except (ValueError, RecursionError):
        return InputError(where, "not JSON that can be read: a number too long or nested too deep")
    if values is None:
        return InputError(where, "not a JSON object; write one row a line as {...}")
    return Row(table, number, values)


def _flat(key: str, value: object) -> Iterator[tuple[str, str]]:
    """Keys of nested objects are joined with a dot."""
    if isinstance(value, dict):
        for inner, each in value.items():
            yield from _flat(f"{key}.{inner}" if key else inner, each)
    elif isinstance(value, list):
        for each in value:
            yield from _flat(key, each)
    elif value is not None:
        yield key, value if isinstance(value, str) else json.dumps(value)


def _not_utf8(where: str) -> InputError:
    return InputError(where, "is not UTF-8; save the file as UTF-8")


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _known(header: Sequence[str], columns: Sequence[str]) -> frozenset[str]:
    """The columns of the map that a header has, whatever their case."""
    return frozenset(map(str.casefold, columns)) & {name.strip().casefold() for name in header}


def _where(table: str, line: int) -> str:
    return f"{table}, line {line}"
