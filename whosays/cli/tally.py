"""How far `whosays archive` has come."""

from __future__ import annotations

import time
from pathlib import Path

import typer

from whosays.cli import console
from whosays.cli.console import safe
from whosays.scale.output import Output
from whosays.scale.shards import Shard
from whosays.scale.work import Done, Outcome


class Tally:
    """Counts shards and what came of them, and tells of each on stderr."""

    def __init__(self) -> None:
        self._messages = console.stderr()
        self._began = time.monotonic()
        self._shards = self._told = self._done = 0
        self._read = self._errors = self._notes = 0
        self.failed = False

    def expect(self) -> None:
        """Count a shard that is to be there in the end."""
        self._shards += 1

    def add(self, shard: Shard, outcome: Outcome) -> None:
        """Tell of a shard that was known not to be there yet."""
        where = shard.stretch.of(shard.path)
        self._told += 1
        if isinstance(outcome, Done):
            self._count(outcome)
            self._messages.print(f"{self._progress()}: {safe(where)}", soft_wrap=True)
        else:
            self.tell(f"{where}: {outcome.why}; the next run tries it again")

    def tell(self, error: str) -> None:
        """Tell what went wrong with a whole file or shard."""
        self.failed = True
        self._messages.print("error", style="bold red", end=": ")
        self._messages.print(safe(error), soft_wrap=True)

    def sum_up(self, out: Path) -> None:
        """Tell what there is now."""
        known = self._shards - self._told
        counts = f"{self._read:,} reports read in {self._done:,} shards, {known:,} shards known already"
        typer.echo(f"{safe(str(out))}: {counts}{self._noted(out)}")

    def _count(self, done: Done) -> None:
        self._done += 1
        self._read += done.readings
        self._errors += done.errors
        self._notes += done.notes
        self.failed = self.failed or bool(done.errors)

    def _progress(self) -> str:
        rate = self._read / (time.monotonic() - self._began)
        return f"{self._told:,} of {self._shards:,} shards, {self._read:,} reports, {rate:,.1f} a second"

    def _noted(self, out: Path) -> str:
        if not self._errors + self._notes:
            return ""
        where = safe(str(Output(out).root / "messages"))
        return f"; {self._errors:,} errors and {self._notes:,} notes in {where}"
