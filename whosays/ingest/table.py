"""CSV tables of articles: a header with names that are usual, and one report a row."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import count
from typing import BinaryIO

from whosays.ingest.dates import written_day
from whosays.ingest.encoding import BOMS, UnknownEncodingError, decode
from whosays.ingest.item import Item, Notice, Stated, filled, finished, guarded, within
from whosays.model import InputError, Published, Report
from whosays.model.report import LONGEST

_SAMPLE = 1 << 20
"""Bytes by which the encoding is told: more than the head, for the first accent may come late."""
_LONGEST_NAME = 40
"""Characters of a column's name."""
_MOST_COLUMNS = 200
"""Columns; a line with more is no header."""
_DELIMITERS = ",;\t|"
_NAME = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Header:
    """How a table is parted into cells, how many a row has, and which of them is what."""

    delimiter: str
    width: int
    columns: dict[str, int]


def header(head: str) -> Header | None:
    """The header of a table of articles that begins with `head`; None if it is none.

    To be one, its first line must name the text's column and another that we know, no name twice, and the
    next row must have as many cells.
    """
    first = head.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(io.StringIO(head.lstrip("\ufeff"), newline=""), delimiter=delimiter, strict=True)
    try:
        names = [_plain(name) for name in next(rows)]
        width = len(next((row for row in rows if row), names))
    except (csv.Error, StopIteration):  # a long first row is cut by the end of the head
        width = len(names) if (names := _names(first, delimiter)) else 0
    found = _columns(names)
    is_one = _are_names(names) and "text" in found and len(found) > 1 and width == len(names)
    return Header(delimiter, width, found) if is_one else None


def read(file: BinaryIO, where: str, stated: Stated) -> Iterator[Item]:
    """The reports of the table `where`, and an InputError in the place of each row that holds none.

    What is `stated` fills the gaps. Raises InputError when the encoding cannot be told.
    """
    sample = file.read(_SAMPLE)
    codec, doubt = _codec(sample, where)
    if doubt:
        yield Notice(where, doubt)
    file.seek(0)
    text = io.TextIOWrapper(file, codec, "replace", newline="")
    try:
        found = header(text.read(1 << 16))
        if found is None:
            raise InputError(where, "the header of this table cannot be read")
        file.seek(0)
        text = io.TextIOWrapper(text.detach(), codec, "replace", newline="")
        yield from filled(_reports(text, found, where), stated)
    finally:
        text.detach()


def columns(names: Iterable[str]) -> dict[str, int]:
    """Which column is what, by what columns of articles are usually called."""
    return _columns([_plain(name) for name in names])


def report(cells: Mapping[str, str], where: str) -> Iterator[Item]:
    """The report of a row, whose cells are named by what they hold. Raises InputError if it holds none."""
    if not cells["text"]:
        raise InputError(where, "its text is empty; a report needs one")
    yield from finished(
        Report(
            text=cells["text"].replace("\r\n", "\n").replace("\r", "\n"),
            given_id=cells.get("id") or None,
            title=cells.get("title") or None,
            publisher=cells.get("publisher") or None,
            published=_published(cells.get("published"), where),
            url=cells.get("url") or None,
        ),
        where,
    )


def sound(cell: str) -> str:
    """What a cell holds, without white space around it and NUL in it."""
    return cell.replace("\0", "\ufffd").strip()


def _names(line: str, delimiter: str) -> list[str]:
    return [_plain(name.strip(' "')) for name in line.split(delimiter)]


def _plain(name: str) -> str:
    return _NAME.sub(" ", name).strip().casefold()


def _are_names(names: list[str]) -> bool:
    known = [name for name in names if name]
    return (
        len(names) <= _MOST_COLUMNS
        and len(set(known)) == len(known)
        and all(len(name) <= _LONGEST_NAME for name in names)
    )


def _columns(names: list[str]) -> dict[str, int]:
    """Which column is what: the first name of our list that the header has."""
    return {
        what: next(names.index(name) for name in usual if name in names)
        for what, usual in _usual().items()
        if any(name in names for name in usual)
    }


def _codec(sample: bytes, where: str) -> tuple[str, str | None]:
    """The encoding, and what had to be assumed to tell it."""
    marked = next((codec for bom, codec in BOMS if sample.startswith(bom)), None)
    if marked:
        return marked, None
    whole = sample[: sample.rfind(b"\n") + 1] or sample
    try:
        doubt = decode(whole).doubt
    except UnknownEncodingError as error:
        raise InputError(where, str(error)) from error
    told = re.search(r"read as ([\w-]+)", doubt or "")
    return (told[1] if told else "utf-8"), doubt


def _reports(text: io.TextIOWrapper, found: Header, where: str) -> Iterator[Item]:
    csv.field_size_limit(
        max(csv.field_size_limit(), 4 * LONGEST)
    )  # the usual limit is a tenth of a long report
    rows = csv.reader(text, delimiter=found.delimiter, strict=True)
    empty = True
    for number in count(1):
        name = within(where, f"row {number}")
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield InputError(
                name, f"not CSV: {error}; quote cells with line breaks and double the quotes in them"
            )
            empty = False
            continue
        if number > 1 and any(map(str.strip, row)):
            yield from guarded(_report(row, found, name))
            empty = False
    if empty:
        yield InputError(where, "there is no row below the header of this table")


def _report(row: list[str], found: Header, where: str) -> Iterator[Item]:
    if len(row) != found.width:
        raise InputError(where, f"{len(row)} cells where the header names {found.width}")
    cells = {what: row[column] for what, column in found.columns.items()}
    yield from report({what: sound(cell) for what, cell in cells.items()}, where)


def _published(value: str | None, where: str) -> Published:
    try:
        return written_day(value) if value else None
    except ValueError as error:
        raise InputError(where, f"its day {error}") from error


@cache
def _usual() -> dict[str, list[str]]:
    listed = tomllib.loads(files("whosays.ingest").joinpath("data/columns.toml").read_text("utf-8"))
    return {what: [_NAME.sub(" ", name) for name in names] for what, names in listed["columns"].items()}
