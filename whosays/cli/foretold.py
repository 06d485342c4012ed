"""`whosays foretold`: what became of forecasts, threats and conditions, and what denials deny."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.claims import ID, Format
from whosays.cli.console import safe
from whosays.cli.incidents import bring_up_to_date
from whosays.cli.render import Line, evidence_line
from whosays.model import Claim, Stance, Told

if TYPE_CHECKING:
    from whosays.export.foretold import Tied

FORECASTS = "forecasts, threats and conditions"


def foretold(
    format: Annotated[  # noqa: A002
        Format, typer.Option(help="For people, one JSON object a tie, or for spreadsheets.")
    ] = Format.TABLE,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """List what became of forecasts, threats and conditions, and what denials deny."""
    from whosays.export.holdings import tied  # slow to load: not for --help
    from whosays.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        bring_up_to_date(opened)
        tolds = opened.told()
    found = tied(tolds)
    if format is Format.TABLE:
        _print(found, tolds)
    else:
        _export(found, format)


def _export(found: Iterable[Tied], format_: Format) -> None:
    from whosays.export import foretold as export

    out = console.utf8(sys.stdout)
    if format_ is Format.CSV:
        export.write(found, out)
    else:
        out.writelines(export.line(each) + "\n" for each in found)


def _print(found: Sequence[Tied], tolds: Iterable[Told]) -> None:
    out = console.stdout()
    forecasts = [each for each in found if not each.is_denial]
    denials = [each for each in found if each.is_denial]
    between = [Line(Text())] if forecasts and denials else []
    for line in (*_section(FORECASTS, forecasts), *between, *_section("denials", denials)):
        out.print(line)
    claims = [each.claim for each in tolds]
    console.stderr().print(
        f"{_share(forecasts, claims, Stance.PREDICTED, Stance.CONDITIONAL)} forecasts and conditions and"
        f" {_share(denials, claims, Stance.DENIED)} denials are tied to another claim"
    )


def _share(ties: Iterable[Tied], claims: Iterable[Claim], *stances: Stance) -> str:
    """As in "3 of 40"."""
    tied = {each.asks.claim.id for each in ties}
    return f"{len(tied)} of {sum(claim.stance in stances for claim in claims)}"


def _section(title: str, found: Sequence[Tied]) -> Iterator[Line]:
    if not found:
        return
    yield Line(Text(title, style="bold"))
    for _, ties in groupby(found, key=lambda tied: tied.asks.claim.id):
        yield from _block(list(ties))


def _block(ties: Sequence[Tied]) -> Iterator[Line]:
    """A forecast and what came of it, or a denial and what it denies, each with its words."""
    asks = ties[0].asks
    yield Line(Text())
    yield from _claim_lines(asks, Text(asks.claim.stance, "bold yellow"))
    for tied in ties:
        relation = tied.tie.relation
        how = "denies this" if tied.is_denial else f"this {relation} it"
        yield Line(Text(how, _STYLES[relation.value]).append(f": {safe(tied.tie.reason)}", "not bold"), 2)
        yield from _claim_lines(tied.answers, None, 4)


_STYLES = {"fulfils": "bold green", "refutes": "bold red", "denies": "bold yellow"}


def _claim_lines(told_: Told, stance: Text | None, indent: int = 0) -> Iterator[Line]:
    report, claim = told_.report, told_.claim
    about = Text(claim.id[:ID], "dim").append(f" {safe(report.publisher or 'outlet unknown')} · ", "not dim")
    about.append(f"{report.day or '?'} · ", "not dim").append(f"{claim.kind}", "not dim bold magenta")
    yield Line(about if stance is None else about.append(", ", "not dim").append_text(stance), indent)
    quote = evidence_line(claim.evidence, [claim.trigger])
    yield Line(quote.text, indent)
