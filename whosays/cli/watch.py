"""`whosays watch`: what feeds and folders have that is new goes into the ledger, round by round."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from whosays.cli import console
from whosays.cli.add import Clerk, LedgerOption, counted, default_pipeline
from whosays.cli.intake import Screen
from whosays.cli.warned import warnings
from whosays.ingest import Item
from whosays.model import LedgerError, Report

if TYPE_CHECKING:
    from whosays.ledger import Ledger
    from whosays.pipeline import Pipeline
    from whosays.watch import Watcher

MOST_TOLD = 100_000
"""Messages that are remembered, so that none is told in every round."""


def watch(
    paths: Annotated[
        list[Path],
        typer.Argument(
            exists=True, metavar="FEEDS.opml|FOLDER", help="Lists of feeds, and folders to look through."
        ),
    ],
    every: Annotated[
        int, typer.Option(min=1, metavar="MINUTES", help="From the start of one round to that of the next.")
    ] = 15,
    once: Annotated[
        bool, typer.Option("--once", help="One round, for programs that a clock starts.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Ask feeds on this computer and in this network, too.")
    ] = False,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Follow feeds and folders: read what is new, and add it to the ledger, until Ctrl-C."""
    from whosays.ledger import Ledger  # slow to load: not for --help
    from whosays.watch import Watcher

    messages = console.stderr()
    with Ledger.open(ledger) as opened, warnings(messages):
        opened.require_writable()
        watcher = Watcher(paths, ledger=opened.file, private=allow_private)
        desk = Desk(opened, default_pipeline(), watcher, messages)
        if once:
            if desk.round():
                raise typer.Exit(1)
            return
        while True:
            _wait(until=desk.start_round() + timedelta(minutes=every))


class Desk:
    """Takes in what a watcher brings, and tells of each round and each failure in a line."""

    def __init__(self, ledger: Ledger, pipeline: Pipeline, watcher: Watcher, messages: Console) -> None:
        self._ledger = ledger
        self._pipeline = pipeline
        self._watcher = watcher
        self._messages = messages
        self._told: set[str] = set()
        self._is_reconciled = False  # whoever was stopped before may have added something

    def start_round(self) -> datetime:
        """A round, after which there will be others whatever the ledger complains of; when it began."""
        started = datetime.now(UTC)
        try:
            self.round()
        except LedgerError as error:
            Screen(self._messages).tell(error)
        return started

    def round(self) -> int:
        """Add what is new; the number of failures, without those that were told in an earlier round."""
        screen, clerk = Screen(self._messages), Clerk(self._ledger, lambda _: None)
        for news in self._watcher.news(self._ledger.watches.all()):
            clerk.take(screen.passed(self._untold(news.items), news.name), self._pipeline)
            if news.seen:
                self._ledger.watches.keep([news.seen])
            self._is_reconciled = self._is_reconciled and not clerk.added
        if not self._is_reconciled:
            self._ledger.reconcile()
            self._is_reconciled = True
        _say(f"{clerk.sum}, {counted(screen.failures, 'failure')}")
        return screen.failures

    def _untold(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            if isinstance(item, Report):
                yield item
            elif (said := str(item)) not in self._told:
                if len(self._told) >= MOST_TOLD:
                    self._told.clear()
                self._told.add(said)
                yield item


def _say(line: str) -> None:
    out = console.utf8(sys.stdout)
    out.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC  {line}\n")
    out.flush()


def _wait(until: datetime) -> None:
    time.sleep(max(0.0, (until - datetime.now(UTC)).total_seconds()))
