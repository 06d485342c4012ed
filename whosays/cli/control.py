"""`whosays control`: who holds which place on a day, by whose word, or all that was said of it."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.claims import Format
from whosays.cli.holdings import blocks
from whosays.cli.incidents import PlaceOption, bring_up_to_date
from whosays.cli.told import told

if TYPE_CHECKING:
    from datetime import date

    from whosays.export.control import Holdings
    from whosays.ledger import Ledger
    from whosays.reconcile.control.unnamed import Unnamed

OnOption = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="How it stands then; else all that is said."
    ),
]


def control(
    place: PlaceOption = None,
    on: OnOption = None,
    format: Annotated[  # noqa: A002
        Format, typer.Option(help="For people, one JSON object a place, or for spreadsheets.")
    ] = Format.TABLE,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Show who holds which place, by whose word: undisputed, claimed, contested or unknown."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    with Ledger.open(ledger, create=False) as opened:
        bring_up_to_date(opened)
        found = _holdings(opened, place, on.date() if on else None)
    if format is Format.TABLE:
        _print(found)
    else:
        _export(found, format)


def _holdings(ledger: Ledger, place: str | None, on: date | None) -> Holdings:
    from whosays.export.control import Holdings
    from whosays.ground.parties import Registry
    from whosays.ledger import ClaimFilter
    from whosays.reconcile.control import control as histories
    from whosays.reconcile.control.unnamed import unnamed
    from whosays.reconcile.origins import Origins

    tolds, parties = told(ledger), Registry.default().parties
    by_id = {each.claim.id: each for each in tolds}
    of = (
        by_id.keys() if place is None else {each.claim.id for each in ledger.claims(ClaimFilter(place=place))}
    )
    origin = Origins(tolds, parties).of
    found = histories(tolds, origin, parties)
    kept = tuple(each for each in found if any(said.claim in of for said in each.statements))
    counts = unnamed((each for each in tolds if each.claim.id in of), origin)
    return Holdings(kept, tuple(each for each in counts if _is_fresh(each, on)), by_id, on)


def _is_fresh(count: Unnamed, on: date | None) -> bool:
    """Whether a count was published not long before the day that is asked for."""
    from whosays.reconcile.control.history import FRESH_DAYS

    published = count.told.report.day
    return on is None or (published is not None and 0 <= (on - published).days <= FRESH_DAYS)


def _export(found: Holdings, format_: Format) -> None:
    from whosays.export import control as export

    out = console.utf8(sys.stdout)
    if format_ is Format.CSV:
        export.write(found, out)
    else:
        out.writelines(line + "\n" for line in export.lines(found))


def _print(found: Holdings) -> None:
    if not found.histories and not found.counts:
        console.stderr().print("no claim in the ledger says who holds a place that fits")
    out = console.stdout()
    for n, block in enumerate(blocks(found)):
        if n:
            out.print()
        out.print(block)
