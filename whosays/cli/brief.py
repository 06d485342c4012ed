"""`whosays brief`: what the claims of some days say, written out, every sentence with its references."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from whosays.cli.add import LedgerOption
from whosays.cli.claims import PartyOption
from whosays.cli.incidents import PlaceOption, bring_up_to_date
from whosays.model import UsageError

_DAYS = ["%Y-%m-%d"]


def brief(
    since: Annotated[
        datetime, typer.Option(formats=_DAYS, metavar="YYYY-MM-DD", help="The first day that it tells of.")
    ],
    until: Annotated[
        datetime, typer.Option(formats=_DAYS, metavar="YYYY-MM-DD", help="The last day that it tells of.")
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", help="The file: its name ends in .md, .html, .docx or .pdf.")
    ],
    place: PlaceOption = None,
    party: PartyOption = None,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Write a brief of some days: what is agreed, what is contested and by whom, every sentence by claims."""
    from whosays.export.brief import Scope, brief, format_of  # slow to load: not for --help
    from whosays.ledger import Ledger

    render = format_of(out)
    if not out.parent.is_dir():
        raise UsageError(f"{out}: there is no folder {out.parent}; make it first")
    scope = Scope(since.date(), until.date(), place, party)
    with Ledger.open(ledger, create=False) as opened:
        bring_up_to_date(opened)
        written = brief(opened, scope)
    out.write_bytes(render(written))
