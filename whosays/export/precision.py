"""How closely a time or a place is known, in the codes of ACLED and of UCDP.

`time_precision` and `geo_precision` are in ACLED's codebook, https://acleddata.com/knowledge-base/codebook/;
`date_prec` and `where_prec` in that of UCDP's Georeferenced Event Dataset, https://ucdp.uu.se/downloads/.
"""

from __future__ import annotations

from whosays.model import Interval, Place, PlacePrecision

ACLED = ((1, 1), (7, 2), (31, 3))
"""A day, a week, a month: the most days that an interval may have, and its code."""

UCDP = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""A day, two to six, a week, a month, a year."""


PLACES = {
    PlacePrecision.EXACT: (1, 1),
    PlacePrecision.TOWN: (1, 1),
    PlacePrecision.DISTRICT: (2, 3),
    PlacePrecision.PROVINCE: (3, 4),
    PlacePrecision.REGION: (3, 5),
    PlacePrecision.COUNTRY: (None, 6),
}
"""ACLED's and UCDP's code by what a point stands for. ACLED puts nothing down as a country alone."""


def acled_place(place: Place) -> int | None:
    """ACLED's code: 1 a town, 2 a small part of a region, 3 a region; None for a country."""
    return PLACES[place.precision][0]


def ucdp_place(place: Place) -> int | None:
    """UCDP's code: 1 exact, 3 a district, 4 a province, 5 a vague part of a country, 6 a country."""
    return PLACES[place.precision][1]


def acled_time(interval: Interval) -> int | None:
    """ACLED's code; None for what is vaguer than a month or open at an end, which ACLED does not code."""
    return _code(interval, ACLED)


def ucdp_time(interval: Interval) -> int | None:
    """UCDP's code; None for what is vaguer than a year or open at an end."""
    return _code(interval, UCDP)


def _code(interval: Interval, codes: tuple[tuple[int, int], ...]) -> int | None:
    days = interval.days
    return None if days is None else next((code for most, code in codes if days <= most), None)
