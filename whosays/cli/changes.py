"""`whosays changes`: what is new in the picture, what is not what it was, and what is gone."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.claims import ID
from whosays.cli.console import safe
from whosays.cli.incidents import bring_up_to_date, moment
from whosays.cli.judging import Format, FormatOption
from whosays.model import NotFoundError

if TYPE_CHECKING:
    from whosays.ledger import Changed, Ledger


def changes(
    since: Annotated[
        datetime,
        typer.Option(
            parser=moment,
            metavar="MOMENT",
            help="What the picture is compared with: the end of a day, or a moment (UTC).",
        ),
    ],
    format: FormatOption = Format.TABLE,  # noqa: A002
    ledger: LedgerOption = "whosays.db",
) -> None:
    """List the incidents that are new, revised or withdrawn since a moment."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    with Ledger.open(ledger, create=False) as opened:
        bring_up_to_date(opened)
        found = opened.changes(since)
        if format is Format.JSONL:
            out = console.utf8(sys.stdout)
            out.writelines(json.dumps({**asdict(each), "change": sort(each)}) + "\n" for each in found)
        elif found:
            console.stdout().print(_table(opened, found))
        else:
            console.stderr().print("nothing has changed since then")


def sort(changed: Changed) -> str:
    """In a word: new, revised, or withdrawn."""
    if not changed.then:
        return "new"
    return "revised" if changed.now else "withdrawn"


def _table(ledger: Ledger, found: list[Changed]) -> Table:
    made = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False)
    made.add_column("incident", width=ID, style="dim", no_wrap=True)
    made.add_column("change", width=9, no_wrap=True, style="bold")
    made.add_column("what", ratio=1, overflow="fold")
    made.add_column("reports", justify="right", no_wrap=True)
    for each in found:
        made.add_row(*_cells(ledger, each))
    return made


def _cells(ledger: Ledger, changed: Changed) -> Iterator[Text]:
    yield Text(changed.id[:ID])
    yield Text(sort(changed))
    yield Text(_title(ledger, changed))
    yield Text(str(changed.now) if changed.then in (0, changed.now) else f"{changed.then} → {changed.now}")


def _title(ledger: Ledger, changed: Changed) -> str:
    """What it is now; of one that is gone, which one its first claim is in."""
    try:
        found = ledger.incident(changed.id)
    except NotFoundError:
        return "in no incident any more"
    return safe(found.title if changed.now else f"now in {found.id[:ID]}, {found.title}")
