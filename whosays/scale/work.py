"""What one worker does: a shard's reports to a file of readings, and what is to say of them beside it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Protocol, TextIO

from whosays.ingest import Item, Notice
from whosays.ingest.files import reason
from whosays.ingest.item import within
from whosays.model import InputError, ReaderError, Reading, Report
from whosays.read.languages import is_read
from whosays.scale import table
from whosays.scale.attempt import Attempt, attempt
from whosays.scale.output import MESSAGES, READINGS, Output
from whosays.scale.shards import Shard


class Reader(Protocol):
    """What reads a report; a pipeline is one."""

    @property
    def name(self) -> str:
        """The reader and its version."""

    def read(self, report: Report) -> Reading:
        """The reading of one report."""


@dataclass(frozen=True, slots=True)
class Done:
    """How many reports of a shard were read, what could not be, and what should be known of the others."""

    readings: int
    errors: int
    notes: int


@dataclass(frozen=True, slots=True)
class Undone:
    """Why nothing came of a shard this time, as a clause; the next run tries it again."""

    why: str


Outcome = Done | Undone


@dataclass(frozen=True, slots=True)
class Work:
    """Reads shards into `out` with the reader that `load` gives in any process, and whose name is `reader`.

    A shard leaves the same files however often it is tried.
    """

    out: Output
    reader: str
    load: Callable[[], Reader]

    def __call__(self, shard: Shard) -> Outcome:
        """Read a shard. Raises ReaderError if this process has another reader."""
        reader = self.load()
        if reader.name != self.reader:
            raise ReaderError(f"a worker reads with {reader.name}, not {self.reader}; install the same there")
        try:
            with attempt(self.out.tries(shard.id)) as begun:
                done = _Task(shard, reader, begun).run()
                self.out.keep(shard.id, begun.folder)
        except OSError as error:
            return Undone(reason(error))
        return done


class _Task:
    """One try at a shard."""

    def __init__(self, shard: Shard, reader: Reader, begun: Attempt) -> None:
        self._shard = shard
        self._reader = reader
        self._attempt = begun
        self._told = Counter[str]()

    def run(self) -> Done:
        """Write the readings and the messages."""
        made = self._attempt.folder
        with (made / MESSAGES).open("w", encoding="utf-8") as messages:
            kept = table.write(made / READINGS, self._readings(messages))
        return Done(kept, self._told["error"], self._told["note"])

    def _readings(self, messages: TextIO) -> Iterator[Reading]:
        for number, item in enumerate(self._items()):
            found = self._read(number, item) if isinstance(item, Report) else item
            if isinstance(found, Reading):
                yield found
            if told := _told(found):
                self._told[told[0]] += 1
                message = {"kind": told[0], "item": number, "where": told[1], "why": told[2]}
                messages.write(json.dumps(message) + "\n")

    def _items(self) -> Iterator[Item]:
        """What is in the shard, up to an error that ends it."""
        items = self._shard.items()
        for number in count():
            item = self._take(number, items)
            if item is not None:
                yield item
            if item is None or isinstance(item, _LastError):
                return

    def _take(self, number: int, items: Iterator[Item]) -> Item | None:
        step, where = f"take {number}", self._shard.stretch.of(self._shard.path)
        if self._attempt.is_deadly(step):
            return _LastError(where, "taking in what follows ends the process; the rest is not read")
        self._attempt.begin(step)
        try:
            return next(items, None)
        except InputError as error:
            return _LastError(error.where, error.why)
        except Exception as error:  # one file must not end an archive of millions
            if isinstance(error, OSError) and error.errno:
                raise  # the disk's or the network's doing, not the file's
            return _LastError(where, f"{_named(error)}; the rest is not read")

    def _read(self, number: int, report: Report) -> Reading | InputError:
        step, where = f"read {number}", within(self._shard.path, report.id)
        if self._attempt.is_deadly(step):
            return InputError(where, "reading it ends the process")
        self._attempt.begin(step)
        try:
            return self._reader.read(report)
        except Exception as error:  # noqa: BLE001 - one report must not end an archive of millions
            return InputError(where, _named(error))


class _LastError(InputError):
    """What ends a shard before its end."""


def _told(found: Reading | Notice | InputError) -> tuple[str, str, str] | None:
    """The kind of a message, what it is about and what it says; None if all is well."""
    if isinstance(found, InputError):
        return "error", found.where, found.why
    if isinstance(found, Notice):
        return "note", found.where, found.what
    if not is_read(found.report.language):
        return "note", found.report.id, f"in “{found.report.language}”: kept, but only English is read"
    return None


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
