"""What single cells mean: numbers, days, codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TypeVar

from whosays.ingest.coded.sheet import Cell, CellError
from whosays.ingest.dates import written_day

_Value = TypeVar("_Value")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_UNIX_TIME = re.compile(r"[0-9]{9,11}")


def number(cell: Cell) -> float:
    """The number in a cell, written in plain digits."""
    if not _NUMBER.fullmatch(cell.value):
        raise CellError(cell, "write a number in plain digits")
    return float(cell.value)


def count(cell: Cell) -> float:
    """A number of people or things."""
    found = number(cell)
    if found < 0:
        raise CellError(cell, "a count cannot be below zero")
    return found


def instant(cell: Cell) -> date | datetime:
    """The day or instant in a cell; a long bare number is Unix time."""
    if _UNIX_TIME.fullmatch(cell.value):
        return datetime.fromtimestamp(int(cell.value), UTC)
    try:
        return written_day(cell.value)
    except ValueError as error:
        raise CellError(cell, "write a day as YYYY-MM-DD or as in 16 May 2025") from error


def day(cell: Cell) -> date:
    """The day in a cell, without its time of day."""
    found = instant(cell)
    return found.date() if isinstance(found, datetime) else found


def coded(cell: Cell, codes: Mapping[str, _Value], key: str) -> _Value:
    """What a code means by the table `key` of the map."""
    found = codes.get(cell.value)
    if found is None:
        raise CellError(cell, f"the map does not list that under {key}; correct the cell, or add it there")
    return found
