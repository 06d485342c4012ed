"""Places on the map and where a text names them."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.model.span import Span
from whosays.model.vocabulary import PlacePrecision


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer. Coordinates are WGS84 degrees.

    `kind` is "city", "district", "province", "country", "region" ...; `country` an ISO 3166 alpha-2
    code; `admin1` the name of the first-order division. A point stands for the whole place, to the
    `precision` given.
    """

    geonames_id: int | None
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words of a text that name a place; `place` is None while it is not resolved."""

    span: Span
    place: Place | None
