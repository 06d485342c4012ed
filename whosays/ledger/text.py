"""Strings of reports as a database can hold and compare them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

V = TypeVar("V")

_MARK = "\x1a"
_UNSTORABLE = re.compile(f"[\0{_MARK}\ud800-\udfff]")
_ESCAPED = re.compile(f"{_MARK}([0-9a-f]{{4}})")


def escape(text: str) -> str:
    """`text` with every character that UTF-8 or SQL cannot hold written as U+001A and four hex digits.

    These are NUL, which ends a string for many SQL functions and which PostgreSQL refuses, lone
    surrogates, which UTF-8 has no bytes for, and U+001A itself, so that the way back is unambiguous.
    """
    return _UNSTORABLE.sub(lambda found: f"{_MARK}{ord(found[0]):04x}", text)


def unescape(text: str) -> str:
    """The string that `escape` was given."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if _MARK in text else text


def fold(text: str) -> str:
    """`text` for comparing names: without case, diacritics and presentation forms."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def chunks(values: Sequence[V], size: int = 500) -> Iterator[Sequence[V]]:
    """`values` in parts for a list in a query: SQLite's older versions take at most 999 values."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def searchable(text: str) -> str:
    """`text` for the full-text index: what `escape` would escape becomes a space."""
    return _UNSTORABLE.sub(" ", text)


class Verbatim(TypeDecorator[str]):
    """A string that comes back from the database to the character, whatever it holds."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """What the database keeps for `value`."""
        return None if value is None else escape(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The string that was put in."""
        return None if value is None else unescape(value)
