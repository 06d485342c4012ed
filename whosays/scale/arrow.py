"""Readings as Arrow records: every noun a struct of its fields, so that a reading is rebuilt exactly.

The schema follows from the nouns' own types: a tuple is a list, a word of a vocabulary a string, a day a
date32, and `published` ISO 8601 text, for it is a day or an instant. What UTF-8 or SQL cannot hold in a text
is kept as the ledger keeps it: U+001A and four hex digits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from whosays.model import Published, Reading
from whosays.model.storable import escape, unescape

_PLAIN = {int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32()}


@dataclass(frozen=True, slots=True)
class _Codec:
    """How values of one type are kept: as what, and the way there and back."""

    type: pa.DataType
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def schema() -> pa.Schema:
    """The columns of a table of readings."""
    return pa.schema(_codec(Reading).type)


def record(reading: Reading) -> Mapping[str, Any]:
    """The row of a reading."""
    row: Mapping[str, Any] = _codec(Reading).encode(reading)
    return row


def reading(row: Mapping[str, Any]) -> Reading:
    """The reading of a row."""
    found: Reading = _codec(Reading).decode(row)
    return found


@cache
def _codec(noun: Any) -> _Codec:
    if noun in _PLAIN:
        return _Codec(_PLAIN[noun], _same, _same)
    if noun is str:
        return _Codec(pa.string(), escape, unescape)
    if noun == Published:
        return _Codec(pa.string(), _written, _published)
    if get_origin(noun) in (Union, UnionType):
        (some,) = (one for one in get_args(noun) if one is not NoneType)
        return _optional(_codec(some))
    if get_origin(noun) is tuple:
        return _list(_codec(get_args(noun)[0]))
    return _Codec(pa.string(), str, noun) if issubclass(noun, StrEnum) else _struct(noun)


def _same(value: Any) -> Any:
    return value


def _optional(of: _Codec) -> _Codec:
    def encode(value: Any) -> Any:
        return None if value is None else of.encode(value)

    def decode(value: Any) -> Any:
        return None if value is None else of.decode(value)

    return _Codec(of.type, encode, decode)


def _list(of: _Codec) -> _Codec:
    def encode(values: Any) -> Any:
        return [of.encode(value) for value in values]

    def decode(values: Any) -> Any:
        return tuple(of.decode(value) for value in values)

    return _Codec(pa.list_(of.type), encode, decode)


def _struct(noun: type) -> _Codec:
    hints = get_type_hints(noun)
    parts = {field.name: _codec(hints[field.name]) for field in fields(noun) if field.init}

    def encode(value: Any) -> Any:
        return {name: part.encode(getattr(value, name)) for name, part in parts.items()}

    def decode(row: Any) -> Any:
        return noun(**{name: part.decode(row[name]) for name, part in parts.items()})

    return _Codec(pa.struct([(name, part.type) for name, part in parts.items()]), encode, decode)


def _written(published: Published) -> str | None:
    return published.isoformat() if published else None


def _published(written: str | None) -> Published:
    if written is None:
        return None
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
