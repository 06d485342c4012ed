"""Dumps of GeoNames: a text of nineteen columns, one place a line, or the zip that it comes in.

https://download.geonames.org/export/dump/readme.txt says what the columns are.
"""

from __future__ import annotations

import logging
import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, is_zipfile

from whosays.model import InputError

log = logging.getLogger(__name__)

_COLUMNS = 19
_LONGEST = 1 << 20
_BIGGEST = 2**31 - 1
_LONGEST_CODE = 4
_WHERE_FROM = "give a country's file from https://download.geonames.org/export/dump/, such as SY.zip"
_DAMAGED = (BadZipFile, EOFError, RuntimeError, lzma.LZMAError, zlib.error)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A row of a dump.

    `names` are the place's own, the usual one first; `variants` are others in use. `point` is latitude and
    longitude in degrees; `feature` class and code ("P.PPL"); `divisions` the codes of the first- and the
    second-order division, empty where unknown; `population` 0 where unknown; `line` the row as it came.
    """

    geonames_id: int
    names: tuple[str, ...]
    variants: tuple[str, ...]
    point: tuple[float, float]
    feature: str
    country: str
    divisions: tuple[str, str]
    population: int
    line: bytes


def read_dump(path: Path) -> Iterator[Toponym]:
    """The rows of the dump at `path`, text or zip.

    Lines that are no rows are left out with one warning. InputError if there is no row at all, or the
    file cannot be read.
    """
    found, flaws, first = False, 0, ""
    with _opened(path) as file:
        for number, line in enumerate(iter(partial(file.readline, _LONGEST), b""), start=1):
            row = _row(line.rstrip(b"\r\n"))
            if isinstance(row, Toponym):
                found = True
                yield row
            else:
                flaws += 1
                first = first or f"line {number}: {row}"
    if not found:
        raise InputError(str(path), f"is no dump of GeoNames; {_WHERE_FROM}")
    if flaws:
        lines = "1 line is" if flaws == 1 else f"{flaws} lines are"
        log.warning("%s: %s no place of GeoNames and left out, first %s", path, lines, first)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The text of the dump. InputError if it cannot be read, also later."""
    try:
        if is_zipfile(path):
            with ZipFile(path) as archive, archive.open(_text_in(archive, path)) as file:
                yield file
        else:
            with path.open("rb") as file:
                yield file
    except _DAMAGED as error:
        raise InputError(str(path), f"the zip is damaged or locked; {_WHERE_FROM}") from error
    except OSError as error:
        raise InputError(str(path), (error.strerror or "cannot be read").lower()) from error


def _text_in(archive: ZipFile, path: Path) -> str:
    """The one text of a country's zip that is not GeoNames's readme."""
    texts = [name for name in archive.namelist() if name.lower().endswith(".txt")]
    dumps = [name for name in texts if not name.lower().endswith("readme.txt")]
    if len(dumps) != 1:
        raise InputError(str(path), f"holds {len(dumps)} texts that may be a dump, not one; {_WHERE_FROM}")
    return dumps[0]


def _row(line: bytes) -> Toponym | str:
    """The row, or what is wrong with the line."""
    try:
        return _parsed(line)
    except ValueError as error:
        return str(error)


def _parsed(line: bytes) -> Toponym:
    """The row. ValueError, with what is wrong, if it is none."""
    columns = line.decode("utf-8").split("\t")
    if len(columns) != _COLUMNS:
        raise ValueError(f"{len(columns)} columns instead of {_COLUMNS}")
    id_, name, plain, others, lat, lon, class_, code, country, _, first, second, *_, people = columns[:15]
    if not name.strip():
        raise ValueError("the place has no name")
    if not (len(country) == 2 and country.isascii() and country.isupper()):
        raise ValueError("the country is no code of two capitals")
    own = tuple(dict.fromkeys(filter(str.strip, (name, plain))))
    return Toponym(
        geonames_id=_number(id_, 1, "the GeoNames id"),
        names=own,
        variants=tuple(other for other in dict.fromkeys(others.split(",")) if _is_name(other)),
        point=(_degrees(lat, 90, "the latitude"), _degrees(lon, 180, "the longitude")),
        feature=f"{class_}.{code}",
        country=country,
        divisions=(first, second),
        population=_number(people or "0", 0, "the population"),
        line=line,
    )


def _is_name(name: str) -> bool:
    """Whether a report could use it: no code of an airport, no machine romanisation ("hmah")."""
    return bool(name.strip()) and not name.islower() and not (name.isupper() and len(name) <= _LONGEST_CODE)


def _number(text: str, least: int, what: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and least <= int(text) <= _BIGGEST):
        raise ValueError(f"{what} is no number from {least} to {_BIGGEST}")
    return int(text)


def _degrees(text: str, most: int, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = most + 1.0
    if not -most <= value <= most:
        raise ValueError(f"{what} is no number from -{most} to {most}")
    return value
