"""Nouns as plain values that JSON has, and back: by their fields, so that none can be forgotten.

A span is `[start, end]` in code points of the report's text; moments and days are ISO 8601. What is None or
empty is left out, and what is left out is None or empty.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from operator import methodcaller
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from whosays.ledger import decode
from whosays.model import Published, Span

N = TypeVar("N")
_Decoder = Callable[[Any, str], Any]
"""From a plain value, and the text that spans are of."""

_LARGEST = 2**63
"""What the databases' integers stay below."""


def plain(noun: Any) -> dict[str, Any]:
    """The fields of a dataclass, as far as there is something in them."""
    held = {name: _plain(getattr(noun, name)) for name in _names(cast(Hashable, type(noun)))}
    return {name: value for name, value in held.items() if value is not None and value != []}


def noun(kind: type[N], value: object, text: str = "") -> N:
    """The dataclass of that kind whose fields `plain` was given; its spans are of `text`.

    Raises ValueError, which names the field, for what is none.
    """
    made: N = _decoder(cast(Hashable, kind))(value, text)
    return made


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)


def _plain(value: Any) -> Any:
    encoder = _encoder(cast(Hashable, type(value)))
    return value if encoder is None else encoder(value)


@cache
def _encoder(kind: Any) -> Callable[[Any], Any] | None:
    """What makes values of that type plain; None for those that are."""
    if kind is Span:
        return lambda span: [span.start, span.end]
    if is_dataclass(kind):
        return plain
    return next((encoder for of, encoder in _ENCODERS.items() if issubclass(kind, of)), None)


_ENCODERS: Mapping[type, Callable[[Any], Any]] = {
    StrEnum: str,
    tuple: lambda values: [_plain(each) for each in values],
    frozenset: sorted,
    date: methodcaller("isoformat"),
    float: lambda number: str(number) if math.isinf(number) else number,
}


@cache
def _decoder(kind: Any) -> _Decoder:
    if get_origin(kind) in (Union, UnionType):
        return _optional(kind)
    if get_origin(kind) in (tuple, frozenset):
        return _several(kind)
    if is_dataclass(kind) and kind is not Span:
        return _fields(kind)
    if issubclass(kind, tuple):
        inner = _several(tuple[tuple(get_type_hints(kind).values())])  # type: ignore[misc]
        return lambda value, text: kind(*inner(value, text))
    if issubclass(kind, StrEnum):
        return lambda value, _: kind(_checked(str, value))
    return _SIMPLE[kind]


def _optional(kind: Any) -> _Decoder:
    if kind == Published:
        return lambda value, _: None if value is None else decode.published(_checked(str, value))
    [one] = [each for each in get_args(kind) if each is not NoneType]
    inner = _decoder(one)
    return lambda value, text: None if value is None else inner(value, text)


def _several(kind: Any) -> _Decoder:
    made, args = get_origin(kind), get_args(kind)
    inner = _decoder(args[0])
    length = None if made is frozenset or args[-1] is ... else len(args)

    def build(value: Any, text: str) -> Any:
        given = [] if value is None else _checked(list, value)
        if length not in (None, len(given)):
            raise ValueError(f"there must be {length} values")
        return made(inner(each, text) for each in given)

    return build


def _fields(kind: Any) -> _Decoder:
    hints = get_type_hints(kind)
    parts = {name: _decoder(hints[name]) for name in _names(kind)}

    def build(value: Any, text: str) -> Any:
        given = _checked(dict, value)
        if unknown := given.keys() - parts.keys():
            raise ValueError(f"nothing is known of {min(unknown)!r}")
        return kind(**dict(_built(parts, given, text)))

    return build


def _built(
    parts: Mapping[str, _Decoder], given: Mapping[str, object], text: str
) -> Iterator[tuple[str, Any]]:
    for name, decoder in parts.items():
        try:
            yield name, decoder(given.get(name), text)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error


def _checked(kind: type[N], value: Any) -> N:
    if type(value) is not kind:
        raise ValueError("it is missing" if value is None else f"{value!r:.40} is not of the right sort")
    return value


def _integer(value: Any, _text: str) -> int:
    if not -_LARGEST <= _checked(int, value) < _LARGEST:
        raise ValueError(f"{value!r:.40} is too large")
    return int(value)


def _number(value: Any, _text: str) -> float:
    if type(value) is int:
        return _integer(value, _text)
    return float(value) if value in ("inf", "-inf") else _checked(float, value)


def _moment(value: Any, _text: str) -> datetime:
    found = datetime.fromisoformat(_checked(str, value))
    if found.tzinfo is None:
        raise ValueError(f"{value!r} has no zone")
    return found


def _span(value: Any, text: str) -> Span:
    start, end = _several(tuple[int, int])(value, text)
    return Span.of(text, start, end)


_SIMPLE: Mapping[Any, _Decoder] = {
    str: lambda value, _: _checked(str, value),
    bool: lambda value, _: _checked(bool, value),
    int: _integer,
    float: _number,
    datetime: _moment,
    date: lambda value, _: date.fromisoformat(_checked(str, value)),
    Span: _span,
}
