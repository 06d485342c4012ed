"""From paths on the command line to reports; what is wrong with them goes to stderr."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from rich.console import Console

from whosays.cli.console import safe
from whosays.ingest import Item, Notice, reports
from whosays.model import InputError, ReaderError, Report, WhosaysError
from whosays.read.languages import is_read


class Screen:
    """Lets reports through, and tells on stderr what is wrong with them and with what is none."""

    def __init__(self, messages: Console) -> None:
        self._messages = messages
        self.failures = 0

    def passed(self, items: Iterable[Item], where: str) -> Iterator[Report]:
        """The reports among the items of the source `where`."""
        for item in items:
            if not isinstance(item, Report):
                self.tell(item)
                continue
            if not is_read(item.language):
                self.tell(Notice(where, f"{item.id} is in “{item.language}”: kept, but only English is read"))
            yield item

    def tell(self, item: Notice | WhosaysError) -> None:
        """Print it, and count it if it is an error."""
        failed = isinstance(item, WhosaysError)
        self.failures += failed
        kind, style = ("error", "bold red") if failed else ("note", "bold yellow")
        self._messages.print(kind, style=style, end=": ")
        self._messages.print(safe(str(item)), soft_wrap=True)


class Intake(Screen):
    """The reports under some paths, in order; whether any could not be read is known at the end."""

    def __init__(
        self, paths: Iterable[Path], messages: Console, *, published: date | None, publisher: str | None
    ) -> None:
        super().__init__(messages)
        self._paths = paths
        self._published = published
        self._publisher = publisher

    def __iter__(self) -> Iterator[Report]:
        for path in self._paths:
            found = reports(path, published=self._published, publisher=self._publisher)
            yield from self.passed(found, str(path))

    def reject(self, report: Report, error: ReaderError) -> None:
        """Tell that a report could not be read after all."""
        self.tell(InputError(report.title or report.id, str(error)))
