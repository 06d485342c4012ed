"""`whosays incident`: one happening, every origin's account beside the others', with the words behind it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from whosays.cli import console, tolls
from whosays.cli.add import LedgerOption
from whosays.cli.claims import ID, Format
from whosays.cli.console import safe
from whosays.cli.incidents import AsOfOption, bring_up_to_date
from whosays.cli.render import Line, evidence_line
from whosays.model import Account, Agreement, Incident, OriginSort, Slot, Stake, Told, Value

if TYPE_CHECKING:
    from whosays.reconcile.aggregate import Rule
    from whosays.reconcile.reckoning import Reckoning

_STYLES = {
    Agreement.AGREED: "green",
    Agreement.COMPATIBLE: "blue",
    Agreement.DIFFERS: "bold yellow",
    Agreement.CONTESTED: "bold red",
    Agreement.SINGLE: "dim",
}


def incident(
    incident_id: Annotated[str, typer.Argument(metavar="ID", help="An incident's id, or a claim's.")],
    as_of: AsOfOption = None,
    rule: tolls.RuleOption = None,
    rating: tolls.RatingOption = None,
    format: Annotated[  # noqa: A002
        Format,
        typer.Option(help="For people, one JSON object, or a row an account; with --rule, a row a number."),
    ] = Format.TABLE,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Show an incident: who says what of it, where the accounts agree and part, and the exact words."""
    from whosays.export import incident as export
    from whosays.export import tolls as export_tolls
    from whosays.ledger import Ledger  # slow to load: not for --help

    with Ledger.open(ledger, create=False) as opened:
        bring_up_to_date(opened)
        found = opened.incident(incident_id, at=as_of)
    made = tolls.reckoned(found, rule, rating)
    if format is Format.JSONL:
        row = {**export.record(found), **export_tolls.record(made)}
        console.utf8(sys.stdout).write(json.dumps(row, ensure_ascii=False) + "\n")
    elif format is Format.CSV and rule:
        export_tolls.write(found, made, console.utf8(sys.stdout))
    elif format is Format.CSV:
        export.write([found], console.utf8(sys.stdout))
    else:
        _print(found, made, rule, console.stdout())


def _print(found: Incident, made: Reckoning, rule: Rule | None, out: Console) -> None:
    out.print(Text(safe(found.title), style="bold"))
    origins = sum(each.origin.sort is not OriginSort.UNKNOWN for each in found.accounts)
    reports = len({told.report.digest for told in found.told})
    out.print(Text(f"incident {found.id} · {reports} reports · {origins} known origins", style="dim"))
    if found.follows:
        out.print(Text(f"said to follow incident {', '.join(found.follows)}", style="dim"))
    if found.followed_by:
        out.print(Text(f"said to have led to incident {', '.join(found.followed_by)}", style="dim"))
    out.print()
    out.print(_comparisons(found))
    out.print()
    out.print(_accounts(found))
    for block in ("", *tolls.blocks(made, rule)):
        out.print(block)
    for line in _words(found):
        out.print(line)


def _comparisons(found: Incident) -> Table:
    made = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False)
    made.add_column("slot", width=9, no_wrap=True, style="bold")
    made.add_column("accounts", width=10, no_wrap=True)
    made.add_column("why", ratio=1, overflow="fold")
    for each in found.comparisons:
        made.add_row(each.slot, Text(each.agreement, _STYLES[each.agreement]), Text(safe(each.reason)))
    return made


def _accounts(found: Incident) -> Table:
    made = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False)
    made.add_column("who says", ratio=3, style="cyan", overflow="fold")
    made.add_column("what", ratio=6, overflow="fold")
    made.add_column("stake", ratio=2, overflow="fold")
    made.add_column("carried by", ratio=2, style="dim", overflow="fold")
    for each in found.accounts:
        made.add_row(_origin(each), _said(each), _stake(each), Text(safe(", ".join(each.outlets))))
    return made


def _origin(account: Account) -> Text:
    unknown = account.origin.sort is OriginSort.UNKNOWN
    return Text("unknown", "dim") if unknown else Text(safe(account.origin.name))


def _said(account: Account) -> Text:
    """Slot by slot, in the order of the comparison above."""
    words = Text()
    for slot in Slot:
        if values := account.slots.get(slot):
            words.append(f"{slot} ", "bold").append("; ".join(map(_value, values))).append("  ")
    return words


def _value(value: Value) -> str:
    return safe(f"not {value.words}" if value.denied else value.words)


def _stake(account: Account) -> Text:
    if account.against_interest:
        return Text(f"{account.stake}, against interest", "bold")
    return Text("" if account.stake is Stake.UNKNOWN else account.stake)


def _words(found: Incident) -> Iterator[Line]:
    """The reports in order, and of each the sentences that the incident rests on."""
    for _, of in groupby(found.told, key=lambda told: told.report.digest):
        told = list(of)
        yield Line(Text())
        yield Line(_source(told[0]))
        for evidence, claims in groupby(told, key=lambda each: each.claim.evidence):
            yield evidence_line(evidence, [each.claim.trigger for each in claims])


def _source(told: Told) -> Text:
    report = told.report
    about = " · ".join(safe(str(part)) for part in (report.publisher, report.day, report.title) if part)
    return Text(about or report.id, style="bold").append(f"  {told.claim.id[:ID]}", "dim")
