"""Parties from TOML files, one table a party.

    [hts]
    sort = "armed group"
    names = ["Hayat Tahrir al-Sham", "HTS", "هيئة تحرير الشام"]
    countries = ["SY"]
    since = 2017
    ties = [{ kind = "fights", party = "syria-gov", from = 2017, to = 2024, basis = "..." }]

`since` and `until` take a year or a day. See `Party` for the meaning of the other fields.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from whosays.model.errors import InputError
from whosays.model.party import Label, Party, PartySort, Tie, TieKind

_Value = TypeVar("_Value", bound=StrEnum)
_Item = TypeVar("_Item")
_FIELDS = frozenset({*Party.__dataclass_fields__} - {"id"})
_TIE_FIELDS = {"kind": str, "party": str, "basis": str, "from": int, "to": int}


class _FormatError(Exception):
    """What is wrong with one party, in words that follow its name."""


def load_parties(source: Traversable) -> Iterator[Party]:
    """The parties of one TOML file, in its order.

    Raises InputError, naming the file and the party, for what is not in this format.
    """
    try:
        tables = tomllib.loads(source.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(source.name, f"cannot be read as TOML in UTF-8 ({error})") from error
    for id_, table in tables.items():
        try:
            yield _party(id_, table)
        except _FormatError as error:
            raise InputError(f"{source.name}, party {id_!r}", str(error)) from error


def _party(id_: str, table: Any) -> Party:
    if not isinstance(table, Mapping):
        raise _FormatError(f"write it as a table, [{id_}], with its fields below")
    if unknown := sorted(table.keys() - _FIELDS):
        raise _FormatError(f"there is no field {unknown[0]!r}; take it out or correct its spelling")
    return Party(
        id=id_,
        sort=_choice(PartySort, "sort", table.get("sort")),
        names=_texts("names", table.get("names"), at_least=1),
        contested=_list("contested", table.get("contested", []), _label),
        adjectives=_texts("adjectives", table.get("adjectives", [])),
        roles=_texts("roles", table.get("roles", [])),
        countries=_texts("countries", table.get("countries", [])),
        parent=_optional("parent", table.get("parent")),
        since=_day("since", table.get("since"), month=1, day=1),
        until=_day("until", table.get("until"), month=12, day=31),
        wikidata=_optional("wikidata", table.get("wikidata")),
        ties=_list("ties", table.get("ties", []), _tie),
    )


def _choice(values: type[_Value], field: str, given: Any) -> _Value:
    for value in values:
        if value == given:
            return value
    raise _FormatError(f"{field} is {given!r}; use one of {', '.join(values)}")


def _optional(field: str, given: Any) -> str | None:
    return None if given is None else _text(field, given)


def _text(field: str, given: Any) -> str:
    if not isinstance(given, str) or not given.strip():
        raise _FormatError(f"{field} is {given!r}; write some text in quotes")
    return given


def _texts(field: str, given: Any, *, at_least: int = 0) -> tuple[str, ...]:
    if not isinstance(given, list) or len(given) < at_least:
        raise _FormatError(f"{field} is {given!r}; write a list with at least {at_least} text(s) in quotes")
    return tuple(_text(field, item) for item in given)


def _list(field: str, given: Any, read: Callable[[Any], _Item]) -> tuple[_Item, ...]:
    if not isinstance(given, list) or not all(isinstance(item, Mapping) for item in given):
        raise _FormatError(f"{field} is {given!r}; write a list of inline tables, {{ ... }}")
    return tuple(read(item) for item in given)


def _label(item: Mapping[str, Any]) -> Label:
    return Label(_text("the name of a contested name", item.get("name")), _text("'by'", item.get("by")))


def _tie(item: Mapping[str, Any]) -> Tie:
    for field, value in item.items():
        if not isinstance(value, _TIE_FIELDS.get(field, ())):
            raise _FormatError(
                f"a tie has {field} = {value!r}; it takes kind, party, basis, and years from and to"
            )
    return Tie(
        kind=_choice(TieKind, "the kind of a tie", item.get("kind")),
        party=_text("the party of a tie", item.get("party")),
        basis=_text("the basis of a tie", item.get("basis")),
        first=item.get("from"),
        last=item.get("to"),
    )


def _day(field: str, given: Any, *, month: int, day: int) -> date | None:
    if given is None or type(given) is date:
        return given
    if type(given) is int and 1 <= given <= 9999:
        return date(given, month, day)
    raise _FormatError(f"{field} is {given!r}; write a year (2017) or a day (2017-01-28)")
