"""`whosays incidents` and `whosays disputes`: what happened, by how many reports on whose word."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.claims import ID, DisputedOption, Format, PartyOption, SinceOption, UntilOption
from whosays.cli.console import safe
from whosays.model import Agreement, Comparison, FigureSort, Incident, Kind, Measure, OriginSort

if TYPE_CHECKING:
    from whosays.ledger import ClaimFilter, Ledger

CHUNK = 20
"""Rows that are laid out together."""

PlaceOption = Annotated[str | None, typer.Option(help="Part of a place's name, or a GeoNames id.")]
KindOption = Annotated[Kind | None, typer.Option(help="What happened.")]
LeastOption = Annotated[int, typer.Option("--reports", min=1, help="The least number of reports.")]


def moment(typed: str) -> datetime:
    """The moment that was typed, in UTC; a day means its end. Raises BadParameter for what is neither."""
    try:
        if len(typed) == len("YYYY-MM-DD"):
            return datetime.combine(date.fromisoformat(typed), time.max, UTC)
        return datetime.strptime(typed, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=UTC)
    except ValueError as error:
        raise typer.BadParameter(
            f"{typed!r} is no day (2026-03-14) and no moment (2026-03-14T09:30:00)"
        ) from error


AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        parser=moment,
        metavar="MOMENT",
        help="As the ledger had it then (UTC): a day's end, or a moment.",
    ),
]
FormatOption = Annotated[
    Format, typer.Option(help="For people, one JSON object an incident, or a row an account.")
]

APART = (Agreement.CONTESTED, Agreement.DIFFERS)


def incidents(
    place: PlaceOption = None,
    kind: KindOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    party: PartyOption = None,
    disputed: DisputedOption = False,
    reports: LeastOption = 2,
    as_of: AsOfOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002
    ledger: LedgerOption = "whosays.db",
) -> None:
    """List incidents: claims of one happening, put together. The most told first."""
    wanted = _wanted(place, kind, since, until, party)
    _list(ledger, wanted, reports, as_of, format, disputed=disputed)


def disputes(
    place: PlaceOption = None,
    kind: KindOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002
    ledger: LedgerOption = "whosays.db",
) -> None:
    """List the incidents whose accounts cannot all be so, and where they part."""
    _list(ledger, _wanted(place, kind, since, until, None), 2, None, format, disputed=True)


def bring_up_to_date(ledger: Ledger) -> None:
    """Put what came since into incidents, if the ledger can be written."""
    if not ledger.read_only:
        ledger.reconcile()


def _wanted(
    place: str | None, kind: Kind | None, since: datetime | None, until: datetime | None, party: str | None
) -> ClaimFilter | None:
    from whosays.ledger import ClaimFilter  # slow to load: not for --help

    first, last = since.date() if since else None, until.date() if until else None
    wanted = ClaimFilter(kind=kind, place=place, since=first, until=last, party=party)
    return None if wanted == ClaimFilter() else wanted


def _list(
    ledger: str,
    wanted: ClaimFilter | None,
    least: int,
    as_of: datetime | None,
    format_: Format,
    *,
    disputed: bool,
) -> None:
    from whosays.ledger import Ledger  # slow to load: not for --help

    with Ledger.open(ledger, create=False) as opened:
        bring_up_to_date(opened)
        _WRITERS[format_](opened.incidents(wanted, least=least, at=as_of, disputed=disputed))


def _write_jsonl(found: Iterable[Incident]) -> None:
    from whosays.export import incident

    out = console.utf8(sys.stdout)
    for each in found:
        out.write(incident.line(each) + "\n")


def _write_csv(found: Iterable[Incident]) -> None:
    from whosays.export import incident

    incident.write(found, console.utf8(sys.stdout))


def _write_table(found: Iterator[Incident]) -> None:
    out = console.stdout()
    chunk = list(islice(found, CHUNK))
    if not chunk:
        console.stderr().print("no incident in the ledger fits")
    show_header = True
    while chunk:
        out.print(_table(chunk, show_header=show_header))
        show_header = False
        chunk = list(islice(found, CHUNK))


_WRITERS: dict[Format, Callable[[Iterator[Incident]], None]] = {
    Format.TABLE: _write_table,
    Format.JSONL: _write_jsonl,
    Format.CSV: _write_csv,
}


def _table(chunk: Iterable[Incident], *, show_header: bool) -> Table:
    made = Table(box=box.SIMPLE_HEAD, expand=True, show_header=show_header, show_edge=False)
    made.add_column("incident", width=ID, style="dim", no_wrap=True)
    made.add_column("what", ratio=5, style="bold", overflow="fold")
    for name in ("reports", "origins"):
        made.add_column(name, width=len(name), justify="right", no_wrap=True)
    made.add_column("killed", ratio=2, overflow="fold")
    made.add_column("where accounts part", ratio=6, overflow="fold")
    for each in chunk:
        made.add_row(*_cells(each))
    return made


def _cells(incident: Incident) -> Iterator[Text]:
    yield Text(incident.id[:ID])
    yield Text(safe(incident.title))
    yield Text(str(len({told.report.digest for told in incident.told})))
    known = [a for a in incident.accounts if a.origin.sort is not OriginSort.UNKNOWN]
    yield Text(str(len(known)))
    yield Text(_range(incident))
    yield _parting(incident.comparisons)


def _range(incident: Incident) -> str:
    """The least and the most that somebody counts in all: parts of a count and former ones are left out."""
    figures = [figure for told in incident.told for figure in told.claim.figures]
    counts = [f for f in figures if f.measure is Measure.KILLED and f.sort is FigureSort.COUNT]
    ends = [end for figure in counts for end in (figure.low, figure.high) if end is not None]
    if not ends:
        return ""
    return f"{min(ends):g}" if min(ends) == max(ends) else f"{min(ends):g} to {max(ends):g}"


def _parting(comparisons: Iterable[Comparison]) -> Text:
    apart = [each for each in comparisons if each.agreement in APART]
    words = Text()
    for each in sorted(apart, key=lambda one: APART.index(one.agreement)):
        words.append(f"{each.slot} ", "bold").append(f"{each.agreement}", _STYLES[each.agreement]).append(
            "  "
        )
    return words


_STYLES = {Agreement.CONTESTED: "bold red", Agreement.DIFFERS: "bold yellow"}
