"""Where a row's event happened."""

from __future__ import annotations

from whosays.ingest.coded.cells import coded, number
from whosays.ingest.coded.countries import country_code
from whosays.ingest.coded.map import PlaceMap
from whosays.ingest.coded.sheet import Cell, CellError, Sheet
from whosays.model import Location, Place, PlacePrecision

_KINDS = {PlacePrecision.EXACT: "city", PlacePrecision.TOWN: "city"}
"""What a place is by the precision of its point; of the others the word is the same."""


def location(sheet: Sheet, map_: PlaceMap) -> Location | None:
    """The row's name for the place, a spot with the town that it is in, and the place on the map."""
    town, spot = sheet.first(map_.name), sheet.first(map_.spot)
    named = spot or town
    if named is None:
        return None
    place = _place(sheet, map_, town or named)
    if town is None or town.value.casefold() in named.value.casefold():
        return Location(named.value, named.span, place)
    return Location(f"{named.value}, {town.value}", named.span, place)


def _place(sheet: Sheet, map_: PlaceMap, named: Cell) -> Place | None:
    point, precision = _point(sheet, map_), _precision(sheet, map_)
    if point is None or precision is None:
        return None
    lat, lon = point
    admin1 = sheet.first(map_.admin1)
    return Place(
        geonames_id=None,
        name=named.value,
        kind=_KINDS.get(precision, precision.value),
        country=_country(sheet, map_),
        admin1=admin1.value if admin1 else None,
        lat=lat,
        lon=lon,
        precision=precision,
    )


def _point(sheet: Sheet, map_: PlaceMap) -> tuple[float, float] | None:
    """Latitude and longitude; None without both. Zero and zero, in the open sea, is how tables write that."""
    lat, lon = sheet.first(map_.lat), sheet.first(map_.lon)
    if lat is None or lon is None:
        return None
    point = _degrees(lat, 90), _degrees(lon, 180)
    return point if any(point) else None


def _degrees(cell: Cell, most: int) -> float:
    found = number(cell)
    if abs(found) > most:
        raise CellError(cell, f"write degrees from -{most} to {most}")
    return found


def _precision(sheet: Sheet, map_: PlaceMap) -> PlacePrecision | None:
    code = sheet.first(map_.precision)
    return coded(code, map_.precisions, "place.precisions") if code else map_.otherwise


def _country(sheet: Sheet, map_: PlaceMap) -> str | None:
    written = list(sheet.all(map_.country))
    found = next((code for cell in written if (code := country_code(cell.value))), None)
    if written and found is None:
        cell = written[-1]
        sheet.note_on_table(
            f"{cell.column} “{cell.value}” is no country of ISO 3166; places there have no country"
        )
    return found
