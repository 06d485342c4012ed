"""`whosays agreement`: how far people agree who have judged the same claims."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.console import safe
from whosays.cli.judging import Format, FormatOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whosays.ledger import SlotAgreement


def agreement(format: FormatOption = Format.TABLE, ledger: LedgerOption = "whosays.db") -> None:  # noqa: A002
    """Krippendorff's alpha of each slot, over the claims that two people or more have judged.

    1 is full agreement, 0 is chance; without a number, all of them decided one and the same.
    """
    from whosays.ledger import Ledger, coders  # slow to load: not for --help
    from whosays.ledger import agreement as agreed

    with Ledger.open(ledger, create=False) as opened:
        made = opened.judgements()
    found = agreed(made)
    if not found:
        console.stderr().print("no claim has been judged by two people")
        raise typer.Exit
    if format is Format.JSONL:
        console.utf8(sys.stdout).writelines(json.dumps(asdict(each)) + "\n" for each in found)
        return
    console.stdout().print(_table(found))
    console.stderr().print(safe(f"judged by {', '.join(coders(made))}"), soft_wrap=True)


def _table(found: Sequence[SlotAgreement]) -> Table:
    made = Table(box=box.SIMPLE_HEAD, show_edge=False)
    made.add_column("slot", style="bold", no_wrap=True)
    made.add_column("alpha", justify="right", no_wrap=True)
    made.add_column("claims", justify="right", no_wrap=True)
    for each in found:
        alpha = "" if each.alpha is None else f"{each.alpha:.2f}"
        made.add_row(Text(each.slot), Text(alpha), Text(f"{each.units:,}"))
    return made
