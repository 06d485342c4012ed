"""`whosays claims`: what the ledger holds, for people or for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from itertools import groupby, islice
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.console import safe
from whosays.cli.render import day_words, figure_words
from whosays.model import Claim, Kind, Location, Named, Report, Stance

if TYPE_CHECKING:
    from whosays.ledger import StoredClaim

SinceOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The first day, of the claim's time."),
]
UntilOption = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The last day. A claim without a time has its report's day.",
    ),
]
PartyOption = Annotated[
    str | None, typer.Option(metavar="ID", help="A party's id: it speaks, acts or suffers.")
]
DisputedOption = Annotated[
    bool, typer.Option("--disputed", help="Only of incidents whose accounts cannot all be so.")
]

CHUNK = 50
"""Rows that are laid out together, so that the first appear before the last are known."""

ID = 10
"""Characters of a claim's id in the table: enough for `whosays show` in a ledger of a million claims."""


class Format(StrEnum):
    """What `claims` prints."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def claims(
    voice: Annotated[str | None, typer.Option(help="Part of a voice's name, or a party's id.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="What happened.")] = None,
    place: Annotated[str | None, typer.Option(help="Part of a place's name, or a GeoNames id.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    stance: Annotated[Stance | None, typer.Option(help="How the voice stands to it.")] = None,
    text: Annotated[str | None, typer.Option(help="Words of the sentence or of names.")] = None,
    party: PartyOption = None,
    disputed: DisputedOption = False,
    format: Annotated[  # noqa: A002
        Format, typer.Option(help="For people, one JSON object a claim, or for spreadsheets.")
    ] = Format.TABLE,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """List the claims of the ledger that fit, by day of publication."""
    from whosays.ledger import ClaimFilter, Ledger  # slow to load: not for --help

    first, last = since.date() if since else None, until.date() if until else None
    wanted = ClaimFilter(voice, kind, place, first, last, stance, text, party, disputed)
    with Ledger.open(ledger, create=False) as opened:
        if disputed and not opened.read_only:
            opened.reconcile()
        _WRITERS[format](opened.claims(wanted))


def _write_jsonl(found: Iterable[StoredClaim]) -> None:
    from whosays.export import contract

    out = console.utf8(sys.stdout)
    for stored in found:
        out.write(contract.line(contract.claim_record(stored.report, stored.claim)) + "\n")


def _write_csv(found: Iterable[StoredClaim]) -> None:
    from whosays.export import table

    table.write(((stored.report, stored.claim) for stored in found), console.utf8(sys.stdout))


def _write_table(found: Iterator[StoredClaim]) -> None:
    out = console.stdout()
    chunk = list(islice(found, CHUNK))
    if not chunk:
        console.stderr().print("no claim in the ledger fits")
    show_header = True
    while chunk:
        out.print(_table(chunk, show_header=show_header))
        show_header = False
        chunk = list(islice(found, CHUNK))


_WRITERS = {Format.TABLE: _write_table, Format.JSONL: _write_jsonl, Format.CSV: _write_csv}


def _table(chunk: Iterable[StoredClaim], *, show_header: bool) -> Table:
    # widths depend on the console alone, so that one chunk's columns stand under another's
    made = Table(box=box.SIMPLE_HEAD, expand=True, show_header=show_header, show_edge=False)
    made.add_column("claim", width=ID, style="dim", no_wrap=True)
    made.add_column("reported", width=10, no_wrap=True)
    for name, ratio, style in (("who says", 5, "cyan"), ("what", 6, ""), ("where, when", 4, "green")):
        made.add_column(name, ratio=ratio, style=style, overflow="fold")
    for stored in chunk:
        made.add_row(*_cells(stored.report, stored.claim))
    return made


def _cells(report: Report, claim: Claim) -> Iterator[Text]:
    yield Text(claim.id[:ID])
    yield Text(str(report.day or "?"))
    yield Text(_who(report, claim))
    yield _what(claim)
    around = (claim.place and _place(claim.place), claim.time and day_words(claim.time))
    yield Text(", ".join(part for part in around if part))


def _who(report: Report, claim: Claim) -> str:
    """The outlet and the voices behind it; an outlet that quotes itself stands there once."""
    names = [report.publisher or "outlet unknown", *(voice.name for voice in claim.voices)]
    return " › ".join(safe(name) for name, _ in groupby(names))


def _what(claim: Claim) -> Text:
    words = Text.assemble((claim.kind, "bold magenta"), f" “{safe(claim.trigger.quote)}”")
    if claim.stance is not Stance.ASSERTED:
        words.append(", ").append(claim.stance, "bold yellow")
    if claim.actor or claim.target:
        words.append(", ").append(_parties(claim))
    if claim.figures:
        words.append(", ").append(", ".join(map(figure_words, claim.figures)), "bold")
    return words


def _parties(claim: Claim) -> str:
    if not claim.target:
        return _names(claim.actor)
    return f"{_names(claim.actor) or '?'} → {_names(claim.target)}"


def _place(location: Location) -> str:
    """The report's name and the country: the province is left to `show`, for room."""
    country = location.place and location.place.country
    return safe(f"{location.name} ({country})" if country else location.name)


def _names(slot: Iterable[Named]) -> str:
    return ", ".join(safe(named.name) for named in slot)
