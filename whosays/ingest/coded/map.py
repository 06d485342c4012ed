"""Which column of a coded table is what: maps as TOML files, `maps/*.toml` or a user's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from whosays.model import InputError, Kind, Measure, PlacePrecision, TimePrecision

Text = Annotated[str, Field(min_length=1)]
_LISTED = BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)
Columns = Annotated[tuple[Text, ...], _LISTED]
"""Names of columns; in the file a list, or one alone. Nested JSON has its keys joined: "deaths.low"."""


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KindMap(_Table):
    """What happened: the first of `columns` whose cell is among `cells`; `otherwise` where all are empty."""

    columns: Columns
    cells: dict[str, Kind]
    otherwise: Kind | None = None


class PartiesMap(_Table):
    """Who, and whom. Of kinds that are `sides` both columns are actors: neither is known to begin."""

    actor: Columns = ()
    target: Columns = ()
    sides: tuple[Kind, ...] = ()


class PlaceMap(_Table):
    """Where: the place of the point, a `spot` within it, and what the codes of `precision` say of the point.

    `otherwise` is the precision where that cell is empty; without any, the place stays unresolved.
    """

    name: Columns
    spot: Columns = ()
    country: Columns = ()
    admin1: Columns = ()
    lat: Columns
    lon: Columns
    precision: Columns = ()
    precisions: dict[str, PlacePrecision] = {}
    otherwise: PlacePrecision | None = None


class TimeMap(_Table):
    """When: first and last day, and what the codes of `precision` mean for them.

    `undated` is the number of days from start to end by which a table writes that the day is not known, when
    the end is the day of publication.
    """

    start: Columns
    end: Columns = ()
    precision: Columns = ()
    precisions: dict[str, TimePrecision] = {}
    undated: int | None = Field(default=None, ge=1)


class FigureMap(_Table):
    """A number: in the column `count`, or from `low` to `high`. `of` says of whom, or `of_column` does."""

    measure: Measure
    count: Columns = ()
    low: Columns = ()
    high: Columns = ()
    of: Text | None = None
    of_column: Columns = ()
    part: bool = False

    @model_validator(mode="after")
    def _counts(self) -> Self:
        if bool(self.count) is bool(self.low or self.high):
            raise ValueError("needs either count, or low and high")
        return self


class Map(_Table):
    """How the rows of one layout become claims.

    `name` and `version` name the reader of its readings. `publisher` is the data set, or `publisher_column`
    the column of the outlet whose reports the rows code. `voices` are columns of those whom the data set has
    it from, outermost first. `separator` parts several names in a cell. `unsaid` are cells that say that
    nothing is known.
    """

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
    version: Annotated[str, Field(pattern=r"^[0-9][0-9a-z._-]*$")]
    publisher: Text | None = None
    publisher_column: Columns = ()
    id: Columns = ()
    title: Columns = ()
    published: Columns = ()
    voices: Columns = ()
    separator: Text | None = None
    unsaid: tuple[str, ...] = ()
    kind: KindMap
    parties: PartiesMap = PartiesMap()
    place: PlaceMap | None = None
    time: TimeMap | None = None
    figures: tuple[FigureMap, ...] = ()

    @model_validator(mode="after")
    def _published_by_somebody(self) -> Self:
        if (self.publisher is None) is (not self.publisher_column):
            raise ValueError("needs either publisher or publisher_column")
        return self

    @property
    def reader(self) -> str:
        """The name of the reader of its readings."""
        return f"import/{self.name}-{self.version}"

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that it names, once, in its own order."""
        tables = (self, self.kind, self.parties, self.place, self.time, *self.figures)
        return tuple(dict.fromkeys(column for table in tables if table for column in _named(table)))


def _named(table: _Table) -> Iterator[str]:
    for key, field in type(table).model_fields.items():
        if _LISTED in field.metadata:
            yield from getattr(table, key)


def load_map(name_or_path: str | Path) -> Map:
    """The map of that name that comes with the package, else the one in that file.

    Raises InputError, one sentence that names the file and the key, for what is no map.
    """
    name, source = str(name_or_path), _ready().get(str(name_or_path)) or Path(name_or_path)
    try:
        found = tomllib.loads(source.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        ready = ", ".join(sorted(_ready()))
        raise InputError(name, f"there is no such map; name a file, or one that is ready: {ready}") from error
    except OSError as error:
        raise InputError(name, (error.strerror or "cannot be read").lower()) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(name, f"cannot be read as TOML in UTF-8 ({error})") from error
    return _checked(found, name)


def _ready() -> dict[str, Traversable]:
    folder = files(__package__).joinpath("maps")
    return {file.name.removesuffix(".toml"): file for file in folder.iterdir() if file.name.endswith(".toml")}


def _checked(found: dict[str, Any], where: str) -> Map:
    try:
        return Map.model_validate(found)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "the map"
        raise InputError(where, f"{key} {_clause(first['type'], first['msg'])}") from error


def _clause(type_: str, message: str) -> str:
    """What is wrong with a key, after its name."""
    if type_ == "missing":
        return "is missing; add it"
    if type_ == "extra_forbidden":
        return "is no key of a map; take it out or correct its spelling"
    if type_ == "tuple_type":
        return "should be a text or a list of texts"
    return message.removeprefix("Value error, ").removeprefix("Input ").replace("String should", "should")
