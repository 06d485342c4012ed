"""Which engine a ledger is kept in: chosen by its address, and known from a connection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Connection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import Boolean

from whosays.ledger import postgresql, sqlite
from whosays.ledger.address import backend
from whosays.ledger.database import Dialect
from whosays.model import LedgerError

_DIALECTS: Mapping[str, Dialect] = {"sqlite": sqlite, "postgresql": postgresql}


def dialect_at(url: str) -> Dialect:
    """The engine of the ledger at `url`. Raises LedgerError if ledgers are not kept in that engine."""
    name = backend(url)
    if name not in _DIALECTS:
        raise LedgerError(
            f"{name}: only SQLite and PostgreSQL ledgers can be opened; give a file's path or postgresql://..."
        )
    return _DIALECTS[name]


def dialect_of(connection: Connection) -> Dialect:
    """The engine at the other end of `connection`."""
    return _DIALECTS[connection.dialect.name]


class matches(FunctionElement[bool]):  # noqa: N801 - written in queries as functions are
    """`Dialect.matches` of the engine that the query comes to."""

    inherit_cache = True
    type = Boolean()

    def __init__(self, claim_id: Column[int], words: str) -> None:
        super().__init__(*(dialect.matches(claim_id, words) for dialect in _DIALECTS.values()))


@compiles(matches)
def _in_its_words(element: matches, compiler: SQLCompiler, **options: Any) -> str:
    one = list(_DIALECTS).index(compiler.dialect.name)
    return compiler.process(list(element.clauses)[one], **options)


class plain(FunctionElement[Any]):  # noqa: N801 - written in queries as functions are
    """A column's value, by which SQLite looks up no row: it takes tables in the order they are named in."""

    inherit_cache = True

    def __init__(self, column: Column[Any]) -> None:
        super().__init__(column)
        self.type = column.type


@compiles(plain)
def _as_it_is(element: plain, compiler: SQLCompiler, **options: Any) -> str:
    sign = "+" if compiler.dialect.name == "sqlite" else ""
    return sign + compiler.process(element.clauses, **options)
