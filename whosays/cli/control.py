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

if TYPE_CHECKING:
    from whosays.export.control import Holdings

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
    from whosays.export.holdings import holdings  # slow to load: not for --help
    from whosays.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        bring_up_to_date(opened)
        found = holdings(opened, opened.told(), place, on.date() if on else None)
    if format is Format.TABLE:
        _print(found)
    else:
        _export(found, format)


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
