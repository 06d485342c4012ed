"""`whosays places`: where the names in the ledger's claims are taken to be, and what people judge of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from whosays.cli.add import LedgerOption
from whosays.cli.judging import (
    ByOption,
    Format,
    FormatOption,
    NameArgument,
    ReportOption,
    Ruling,
    WhyOption,
    tell,
    write,
)
from whosays.model import Decision, NotFoundError, Place, Subject

if TYPE_CHECKING:
    from whosays.ledger import Ledger, NameUse

_WITHOUT = {Decision.REJECT: "is nowhere that is known", Decision.WITHDRAW: "is where it was read to be"}
"""What a name is by a judgement that names no place."""


def places(
    name: NameArgument = "",
    is_: Annotated[
        str | None,
        typer.Option(
            "--is",
            metavar="ID",
            help="Judge what the name means: a GeoNames id; none, if it is nowhere known; undo, to take the"
            " last judgement back.",
        ),
    ] = None,
    why: WhyOption = None,
    by: ByOption = None,
    report: ReportOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002
    ledger: LedgerOption = "whosays.db",
) -> None:
    """List the places that claims name and where they are, or judge where one is."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    with Ledger.open(ledger, create=False) as opened:
        if is_ is None:
            write(opened.places(name), format, _columns)
        else:
            _judge(opened, Ruling(Subject.PLACE, name, is_, why, by, report))


def _judge(ledger: Ledger, ruling: Ruling) -> None:
    made = ruling.keep(ledger, _place)
    meant = f"means {place_words(made.place)}" if made.place else _WITHOUT[made.decision]
    uses = sum(use.claims for use in ledger.places(made.name) if use.judgement == made)
    tell(made, meant, uses)


def _place(id_: str) -> Place:
    from whosays.ground.gazetteer import Gazetteer

    found = Gazetteer.open().numbered(int(id_)) if id_.isascii() and id_.isdigit() else None
    if found is None:
        raise NotFoundError(
            f"no place of the gazetteer has the GeoNames id {id_!r}; `whosays gazetteer find` names them"
        )
    return found.place


def _columns(use: NameUse) -> Iterator[str]:
    yield place_words(use.place) if use.place else "not on the map"


def place_words(place: Place) -> str:
    """As in "Marea (city, Aleppo, SY), 36.48 37.20 to the town, GeoNames 167245"."""
    about = ", ".join(part for part in (place.kind, place.admin1, place.country) if part)
    id_ = f", GeoNames {place.geonames_id}" if place.geonames_id else ""
    return f"{place.name} ({about}), {place.lat:.2f} {place.lon:.2f} to the {place.precision}{id_}"
