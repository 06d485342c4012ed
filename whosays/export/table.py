"""Claims as rows of a table (CSV): one row a claim, the same columns always."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from whosays.export.codes import acled, plover
from whosays.export.contract import ends, number, published
from whosays.export.precision import acled_place, acled_time, ucdp_place, ucdp_time
from whosays.model import Claim, Figure, Interval, Place, Report

COLUMNS = (
    "claim",
    "report",
    "publisher",
    "published",
    "title",
    "kind",
    "stance",
    "voices",
    "actor",
    "target",
    "place",
    "geonames_id",
    "country",
    "admin1",
    "lat",
    "lon",
    "earliest",
    "latest",
    "figures",
    "acled_event_type",
    "acled_sub_event_type",
    "plover_type",
    "plover_mode",
    "acled_geo_precision",
    "acled_time_precision",
    "ucdp_where_prec",
    "ucdp_date_prec",
    "quote",
)
"""The columns, in order. Names within a cell are parted by "; ", voices by " > " from the outermost in."""

Cell = str | int | float | None

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula when it stands first."""


def write(claims: Iterable[tuple[Report, Claim]], out: TextIO) -> None:
    """Write a header and one row a claim to `out`, which must be open with `newline=""`."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(row(report, claim) for report, claim in claims)


def row(report: Report, claim: Claim) -> list[Cell]:
    """The cells of one claim, in the order of COLUMNS, safe to open in a spreadsheet."""
    cells = [
        claim.id,
        report.id,
        report.publisher,
        published(report),
        report.title,
        *_said(claim),
        *_place(claim),
    ]
    cells += [*ends(claim.time), _figures(claim), *_codes(claim), claim.evidence.quote]
    return [guard(cell) for cell in cells]


def guard(cell: Cell) -> Cell:
    """The cell, with an apostrophe before text that a spreadsheet would run as a formula."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA):
        return f"'{cell}"
    return cell


def _said(claim: Claim) -> list[Cell]:
    voices = " > ".join(voice.name for voice in claim.voices)
    actor, target = ("; ".join(named.name for named in slot) for slot in (claim.actor, claim.target))
    return [claim.kind.value, claim.stance.value, voices, actor, target]


def _place(claim: Claim) -> list[Cell]:
    name = claim.place.name if claim.place else None
    place = claim.place.place if claim.place else None
    if place is None:
        return [name, None, None, None, None, None]
    return [name, place.geonames_id, place.country, place.admin1, place.lat, place.lon]


def _codes(claim: Claim) -> list[Cell]:
    codes = [cell for code in (acled(claim), plover(claim)) for cell in (code.type, code.subtype)]
    acled_precisions = _precisions(claim, acled_place, acled_time)
    return [*codes, *acled_precisions, *_precisions(claim, ucdp_place, ucdp_time)]


def _precisions(
    claim: Claim, of_place: Callable[[Place], int | None], of_time: Callable[[Interval], int | None]
) -> Iterator[Cell]:
    place = claim.place and claim.place.place
    yield of_place(place) if place else None
    yield of_time(claim.time) if claim.time else None


def _figures(claim: Claim) -> str:
    return "; ".join(f"{figure.measure} {_range(figure)}" for figure in claim.figures)


def _range(figure: Figure) -> str:
    """As in "4", "12..15", and with an open end "4.." or "..200"."""
    low, high = number(figure.low), number(figure.high)
    if low == high:
        return str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"
