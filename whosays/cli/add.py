"""`whosays add`: reports into the ledger, each acknowledged once it is safe on the disk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whosays.cli import console
from whosays.cli.archive import require_libraries
from whosays.cli.console import safe
from whosays.cli.intake import Intake
from whosays.cli.progress import progress
from whosays.cli.read import Paths, PublishedOption, PublisherOption
from whosays.cli.warned import warnings
from whosays.model import Reading, Report
from whosays.scale.output import is_output

if TYPE_CHECKING:
    from whosays.ledger import Ledger
    from whosays.pipeline import Pipeline

LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        envvar="WHOSAYS_LEDGER",
        metavar="URL",
        help="The ledger's file, or postgresql://user@host/database.",
    ),
]

AT_ONCE = 500
"""Readings that are added in one transaction: more gain little and lose more where one fails."""
TITLE = 80
"""Characters of a title, or of a text without one, that an acknowledgement shows."""


def add(
    paths: Paths,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Read reports into the ledger. One that is there already is left as it is."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    messages = console.stderr()
    archives = [path for path in paths if is_output(path)]
    files = [path for path in paths if path not in archives]
    intake = Intake(files, messages, published=published.date() if published else None, publisher=publisher)
    with Ledger.open(ledger) as opened, progress(messages) as advance, warnings(messages):
        opened.require_writable()
        tell = _teller(advance)
        clerk = Clerk(opened, tell)
        for archive in archives:
            clerk.take_read(_archived(archive))
        if files:
            clerk.take(intake, default_pipeline())
        opened.reconcile()
        tell(clerk.sum)
    if intake.failures:
        raise typer.Exit(1)


class Clerk:
    """Takes reports into a ledger, tells of each when it is there, and keeps count."""

    def __init__(self, ledger: Ledger, tell: Callable[[str], None]) -> None:
        self._ledger = ledger
        self._tell = tell
        self.added = self._known = self._claims = 0

    def take(self, reports: Iterable[Report], pipeline: Pipeline) -> None:
        """Read and add the reports that are not in the ledger; a known one is not even read."""
        for reading in pipeline.read_all(self._unknown(reports, pipeline.name)):
            self._add([reading])

    def take_read(self, readings: Iterable[Reading]) -> None:
        """Add what has been read before, some hundred readings at once."""
        left = iter(readings)
        while batch := list(islice(left, AT_ONCE)):
            self._add(batch)

    def _add(self, batch: Sequence[Reading]) -> None:
        for reading, is_new in zip(batch, self._ledger.add_all(batch), strict=True):
            if is_new:
                self._acknowledge(reading)
            else:
                self._pass_over(reading.report)

    @property
    def sum(self) -> str:
        """How many reports and claims were added, and how many reports were known."""
        added = f"{counted(self.added, 'report')} added with {counted(self._claims, 'claim')}"
        return f"{added}, {self._known} known already"

    def _unknown(self, reports: Iterable[Report], reader: str) -> Iterator[Report]:
        for report in reports:
            if self._ledger.has(report, reader):
                self._pass_over(report)
            else:
                yield report

    def _acknowledge(self, reading: Reading) -> None:
        self.added += 1
        self._claims += len(reading.claims)
        report = reading.report
        self._tell(f"added {safe(report.id)} {counted(len(reading.claims), 'claim')}  {_name(report)}")

    def _pass_over(self, report: Report) -> None:
        self._known += 1
        self._tell(f"known {safe(report.id)}  {_name(report)}")


def _name(report: Report) -> str:
    return safe(shorten(report.title or report.text))


def shorten(text: str) -> str:
    """The start of `text`, without white space around it, on one line of a terminal."""
    start = text.lstrip()[: TITLE + 1].rstrip()
    return start if len(start) <= TITLE else start[: TITLE - 1] + "…"


def default_pipeline() -> Pipeline:
    """The pipeline that reads what is added."""
    from whosays.pipeline import Pipeline  # seconds to load: not before the ledger is known to be writable

    return Pipeline.default()


def _archived(folder: Path) -> Iterator[Reading]:
    require_libraries()
    from whosays.scale.table import readings  # slow to load

    return readings(folder)


def counted(number: int, noun: str) -> str:
    """The number with its noun, in the plural unless it is one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _teller(advance: Callable[[], None]) -> Callable[[str], None]:
    out = console.utf8(sys.stdout)

    def tell(line: str) -> None:
        out.write(line + "\n")
        out.flush()  # whoever reads this line may rely on it
        advance()

    return tell
