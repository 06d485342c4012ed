"""The index file, mapped into memory: columns of numbers, read where they lie on disk."""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whosays.ground.gazetteer.folding import fingerprint
from whosays.model import InputError

FORMAT = 1
PACKAGED = Path(__file__).parents[1] / "data" / "gazetteer.bin"
"""The index that the package ships."""

Columns = Mapping[str, NDArray[Any]]

_REMEDY = "install whosays again, or run `python -m tools.gazetteer` in its source tree"


class Store:
    """The columns of an index; rows are places. `tools.gazetteer.index` says what each column holds.

    `digest` tells one index from another. A user's own index has an `edition`, which is empty in the
    package's, and as `base` the digest of the package's index that it was made from.
    """

    def __init__(self, header: Mapping[str, Any], columns: Columns, digest: str) -> None:
        self.kinds: list[str] = header["kinds"]
        self.countries: list[str] = header["countries"]
        self.edition: str = header.get("edition", "")
        self.base: str = header.get("base", "")
        self.digest = digest
        self.columns = columns
        self._name_bytes = columns["names"].data

    @classmethod
    def open(cls, path: Path) -> Store:
        """Map the file at `path`. InputError if it is missing, of another format, or cut short."""
        try:
            with path.open("rb") as file:
                line = file.readline()
                header = json.loads(line)
                data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                start = file.tell()
        except (OSError, ValueError) as error:
            raise InputError(str(path), f"the index of places cannot be read; {_REMEDY}") from error
        if not isinstance(header, dict) or header.get("format") != FORMAT:
            raise InputError(str(path), f"the index of places is of another version; {_REMEDY}")
        return cls(header, _columns(path, header["columns"], data, start), sha256(line).hexdigest())

    def name(self, row: int) -> str:
        """The place's name."""
        begin, end = self.columns["name_at"][row : row + 2].tolist()
        return bytes(self._name_bytes[begin:end]).decode("utf-8")

    def matches(self, label: str, key: str) -> list[tuple[int, bool]]:
        """Rows that `key` leads to in the index `label` ("exact", "loose"), and whether by an own name."""
        keys = self.columns[f"{label}_keys"]
        wanted = np.uint64(fingerprint(key))
        begin = int(keys.searchsorted(wanted))
        end = begin
        while end < len(keys) and keys[end] == wanted:
            end += 1
        return [(value >> 1, bool(value & 1)) for value in self.columns[f"{label}_rows"][begin:end].tolist()]


def _columns(
    path: Path, layout: Mapping[str, tuple[str, int, int]], data: mmap.mmap, start: int
) -> dict[str, NDArray[Any]]:
    try:
        return {
            name: np.frombuffer(data, dtype=np.dtype(code).newbyteorder("<"), count=count, offset=start + at)
            for name, (code, at, count) in layout.items()
        }
    except ValueError as error:
        raise InputError(str(path), f"the index of places is cut short; {_REMEDY}") from error
