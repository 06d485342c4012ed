"""`whosays copies`: which reports carry one text, and whose it probably is."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from whosays.cli import console
from whosays.cli.add import LedgerOption, shorten
from whosays.cli.claims import Format
from whosays.cli.console import safe
from whosays.cli.incidents import bring_up_to_date
from whosays.cli.render import Line

if TYPE_CHECKING:
    from whosays.export.copies import Printed


def copies(
    report: Annotated[
        str | None, typer.Option(metavar="ID", help="Only families that this report is in.")
    ] = None,
    format: Annotated[  # noqa: A002
        Format, typer.Option(help="For people, one JSON object a family, or a row a passage.")
    ] = Format.TABLE,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """List families of reports that print one text: reprints, wire copy, passages taken over."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    with Ledger.open(ledger, create=False) as opened:
        bring_up_to_date(opened)
        found = opened.copies(report)
        if format is Format.TABLE:
            _print(found)
        else:
            _export(found, format)


def _export(found: Iterable[Printed], format_: Format) -> None:
    from whosays.export import copies as export

    out = console.utf8(sys.stdout)
    if format_ is Format.CSV:
        export.write(found, out)
    else:
        out.writelines(export.line(each) + "\n" for each in found)


def _print(found: Iterable[Printed]) -> None:
    out = console.stdout()
    none = True
    for each in found:
        none = False
        for line in _lines(each):
            out.print(line)
    if none:
        console.stderr().print("no two reports in the ledger carry one text")


def _lines(printed: Printed) -> Iterator[Line]:
    family, reports, original = printed
    longest = max((span.quote for member in family.members for span in member.passages), key=len)
    whose = f"text of {original}" if original else "whose text is not known"
    yield Line(Text(f"{len(reports)} reports, {safe(whose)}", style="bold"))
    yield Line(Text(f"“{safe(shorten(longest))}”", style="italic"), 2)
    for member, report in zip(family.members, reports, strict=True):
        share = sum(span.end - span.start for span in member.passages) / len(report.text)
        about = (report.publisher or "outlet unknown", str(report.day or "?"), f"{share:.0%}", report.title)
        yield Line(Text(" · ".join(safe(part) for part in about if part)), 2)
    yield Line(Text())
