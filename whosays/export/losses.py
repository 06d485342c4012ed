"""What a claim loses on the way into an object, for the receipt."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.export.agents import Cast
from whosays.export.events import POINTS
from whosays.export.receipt import Receipt
from whosays.export.safe_json import web_address
from whosays.model import Location, Told

WIDE = "the place is wider than a district: it has no point"
UNPLACED = "the place is on no map: only its name is there"
UNSAFE = "the report's address is none of the web: it is left out"
UNNAMED = "some who act or are hit have no name that tells who they are: they are in the words alone"


def tell_losses(told: Told, receipt: Receipt, cast: Cast | None = None) -> None:
    """Keep what the claim loses; `cast` is given where those without a name of their own become no object."""
    for loss in (*_of_place(told.claim.place), *_of_report(told), *_of_cast(cast)):
        receipt.fold(loss, [told])


def _of_place(location: Location | None) -> Iterator[str]:
    if location and location.place is None:
        yield UNPLACED
    elif location and location.place and location.place.precision not in POINTS:
        yield WIDE


def _of_report(told: Told) -> Iterator[str]:
    if told.report.url and not web_address(told.report.url):
        yield UNSAFE


def _of_cast(cast: Cast | None) -> Iterator[str]:
    if cast and len(cast.acting) < len(cast.roles):
        yield UNNAMED
