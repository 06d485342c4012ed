"""`whosays import`: the rows of coded tables into the ledger, each as a claim of its data set."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from whosays.cli import console
from whosays.cli.add import AT_ONCE, LedgerOption
from whosays.cli.console import safe
from whosays.cli.progress import progress
from whosays.model import Claim, InputError, Reading

if TYPE_CHECKING:
    from whosays.ground.parties import Registry
    from whosays.ingest.coded import Item
    from whosays.ledger import Ledger


def import_(
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="A CSV or JSON Lines file, a row an event.")],
    map_: Annotated[
        str,
        typer.Option("--map", metavar="MAP", help="acled, ucdp-ged or maverick, or a TOML file of your own."),
    ],
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Take the events of a coded table into the ledger. A row that is there already is left as it is."""
    from whosays.ground.parties import Registry  # slow to load: not for --help
    from whosays.ingest.coded import load_map, readings
    from whosays.ledger import Ledger

    messages = console.stderr()
    found = load_map(map_)
    with Ledger.open(ledger) as opened, progress(messages) as advance:
        opened.require_writable()
        importer = Importer(opened, Registry.default(), messages, advance)
        importer.take(readings(table, found))
    importer.sum_up(table)
    if importer.failed:
        raise typer.Exit(1)


class Importer:
    """Adds readings to a ledger with the parties that they name, tells what went wrong, and keeps count."""

    def __init__(
        self, ledger: Ledger, parties: Registry, messages: Console, advance: Callable[[], None]
    ) -> None:
        self._ledger = ledger
        self._parties = parties
        self._messages = messages
        self._advance = advance
        self._added = self._known = 0
        self.failed = 0

    def take(self, items: Iterable[Item]) -> None:
        """Add the readings that are not in the ledger yet."""
        left = self._linked(items)
        while batch := list(islice(left, AT_ONCE)):
            self._keep(batch)

    def sum_up(self, table: Path) -> None:
        """Tell how many rows were added, were known and could not be read."""
        left = f", {self.failed:,} left out" if self.failed else ""
        counts = f"{self._added:,} rows added, {self._known:,} known already{left}"
        console.utf8(sys.stdout).write(f"{safe(str(table))}: {counts}\n")

    def _linked(self, items: Iterable[Item]) -> Iterator[Reading]:
        for item in items:
            if isinstance(item, Reading):
                yield linked(item, self._parties)
            else:
                self._tell(str(item), bad=isinstance(item, InputError))

    def _keep(self, batch: Sequence[Reading]) -> None:
        for is_new in self._ledger.add_all(batch):
            self._added += is_new
            self._known += not is_new
            self._advance()

    def _tell(self, what: str, *, bad: bool) -> None:
        self.failed += bad
        kind, style = ("error", "bold red") if bad else ("note", "bold yellow")
        self._messages.print(kind, style=style, end=": ")
        self._messages.print(safe(what), soft_wrap=True)


def linked(reading: Reading, parties: Registry) -> Reading:
    """The reading with the parties behind its voices, actors and targets; its reader names a user's own."""
    reader = "+".join(filter(None, (reading.reader, parties.edition)))
    return replace(reading, reader=reader, claims=tuple(_linked(c, reading, parties) for c in reading.claims))


def _linked(claim: Claim, reading: Reading, parties: Registry) -> Claim:
    day = (claim.time.earliest if claim.time else None) or reading.report.day
    country = claim.place.place.country if claim.place and claim.place.place else None
    return parties.linked(claim, on=day, near=(country,) if country else ())
