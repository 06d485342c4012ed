"""The index file: one header line of JSON, then columns of numbers as they lie in memory.

The header gives each column's type, place and length, the kinds and country codes that the columns
count, and the digest of what the index was made of. Little endian. `whosays.ground.gazetteer.store`
reads it.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from tools.gazetteer.entry import Entry

FORMAT = 1
Columns = dict[str, "array[Any]"]
Key = Callable[[str], str]


def write_index(path: Path, header: dict[str, Any], columns: Columns) -> None:
    """Write the file anew; it appears whole or not at all."""
    start = 0
    layout: dict[str, list[object]] = {}
    for name, column in columns.items():
        layout[name] = [column.typecode, start, len(column)]
        start += _padded(len(column) * column.itemsize)
    draft = path.with_suffix(".new")
    with draft.open("wb") as file:
        file.write(_header_line({**header, "format": FORMAT, "columns": layout}))
        for column in columns.values():
            data = _little_endian(column).tobytes()
            file.write(data.ljust(_padded(len(data)), b"\0"))
    draft.replace(path)


def read_header(path: Path) -> dict[str, Any]:
    """The header of an index; empty if there is no such file or it is something else."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.readline())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def place_columns(entries: list[Entry], kinds: list[str], countries: list[str]) -> Columns:
    """One row a place; `parent` is a row or -1, `name_at` where each name begins in `names`, and the end."""
    rows = {entry.key: row for row, entry in enumerate(entries)}
    points = [entry.point or (0.0, 0.0) for entry in entries]
    encoded = [entry.name.encode() for entry in entries]
    return {
        "geonames_id": array("i", [entry.geonames_id for entry in entries]),
        "population": array("i", [entry.population for entry in entries]),
        "parent": array("i", [rows.get(entry.parent or "", -1) for entry in entries]),
        "lat": array("f", [lat for lat, _ in points]),
        "lon": array("f", [lon for _, lon in points]),
        "name_at": array("I", _running_sum(map(len, encoded))),
        "country": array("H", [countries.index(entry.country) for entry in entries]),
        "radius": array("H", [entry.radius for entry in entries]),
        "kind": array("B", [kinds.index(entry.kind) for entry in entries]),
        "capital": array("B", [entry.capital for entry in entries]),
        "names": array("B", b"".join(encoded)),
    }


def key_columns(entries: list[Entry], label: str, key_of: Key, fingerprint: Callable[[str], int]) -> Columns:
    """Fingerprints of keys, sorted, and the rows they lead to: twice the row, plus one for an own name."""
    found: dict[tuple[int, int], bool] = {}
    for row, entry in enumerate(entries):
        for name, own in entry.names:
            key = (fingerprint(key_of(name)), row)
            found[key] = found.get(key, False) or own
    pairs = sorted(found)
    return {
        f"{label}_keys": array("Q", [key for key, _ in pairs]),
        f"{label}_rows": array("i", [2 * row + found[key, row] for key, row in pairs]),
    }


def _running_sum(lengths: Iterable[int]) -> Iterator[int]:
    total = 0
    yield total
    for length in lengths:
        total += length
        yield total


def _padded(size: int) -> int:
    return -(-size // 8) * 8


def _header_line(header: dict[str, Any]) -> bytes:
    """JSON, padded so that the columns begin at a multiple of eight."""
    line = json.dumps(header, sort_keys=True).encode()
    return line.ljust(_padded(len(line) + 1) - 1) + b"\n"


def _little_endian(column: array[Any]) -> array[Any]:
    if sys.byteorder == "little":
        return column
    swapped = array(column.typecode, column)
    swapped.byteswap()
    return swapped
