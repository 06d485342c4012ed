"""From paths on the command line to reports; what is wrong with them goes to stderr."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from rich.console import Console

from whosays.cli.console import safe
from whosays.ingest import Notice, reports
from whosays.model import InputError, ReaderError, Report
from whosays.read.languages import is_read


class Intake:
    """The reports under some paths, in order; whether any could not be read is known at the end."""

    def __init__(
        self, paths: Iterable[Path], messages: Console, *, published: date | None, publisher: str | None
    ) -> None:
        self._paths = paths
        self._messages = messages
        self._published = published
        self._publisher = publisher
        self.failed = False

    def __iter__(self) -> Iterator[Report]:
        for path in self._paths:
            for item in reports(path, published=self._published, publisher=self._publisher):
                if not isinstance(item, Report):
                    self._tell(item)
                    continue
                if not is_read(item.language):
                    self._tell(
                        Notice(
                            str(path), f"{item.id} is in “{item.language}”: kept, but only English is read"
                        )
                    )
                yield item

    def reject(self, report: Report, error: ReaderError) -> None:
        """Tell that a report could not be read after all."""
        self._tell(InputError(report.title or report.id, str(error)))

    def _tell(self, item: Notice | InputError) -> None:
        self.failed = self.failed or isinstance(item, InputError)
        kind, style = ("error", "bold red") if isinstance(item, InputError) else ("note", "bold yellow")
        self._messages.print(kind, style=style, end=": ")
        self._messages.print(safe(str(item)), soft_wrap=True)
