"""Strings of reports as a database can hold and compare them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from whosays.model.storable import UNSTORABLE, escape, unescape

V = TypeVar("V")


def fold(text: str) -> str:
    """`text` for comparing names: without case, diacritics and presentation forms."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def chunks(values: Sequence[V], size: int = 500) -> Iterator[Sequence[V]]:
    """`values` in parts for a list in a query: SQLite's older versions take at most 999 values."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def searchable(text: str) -> str:
    """`text` for the full-text index: what `escape` would escape becomes a space."""
    return UNSTORABLE.sub(" ", text)


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
