"""A process that reads files within limits, and dies of the first that takes too much: `Limited`.

Run as a program it is that process: it gets a file's length and bytes, and answers with a line of JSON.
"""

from __future__ import annotations

import faulthandler
import io
import json
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, Any

from tests.ingest.every import FILES
from whosays.ingest.formats import items
from whosays.ingest.item import Notice, Stated
from whosays.ingest.sniff import HEAD
from whosays.model import InputError, Report

SECONDS = 10
"""Of the processor's time, for one file."""
MEMORY = 1 << 30
"""Bytes, for one file."""


@dataclass(frozen=True)
class Outcome:
    """What came of a file: how many reports, what was told, or what it died of; and how long it took."""

    reports: int = 0
    told: tuple[str, ...] = ()
    died: str | None = None
    seconds: float = 0.0


class Limited:
    """Reads files in another process, in a new one after each death."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] = TemporaryFile()  # noqa: SIM115 - open as long as the processes

    def read(self, data: bytes) -> Outcome:
        """What comes of a file of these bytes."""
        process = self._process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(len(data).to_bytes(8, "big") + data)
        process.stdin.flush()
        line = process.stdout.readline()
        if line:
            return Outcome(**(found := json.loads(line)) | {"told": tuple(found["told"])})
        return Outcome(died=self._buried())

    def close(self) -> None:
        if self._process:
            self._process.kill()
            self._buried()
        self._errors.close()

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.ingest.limited"]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        return subprocess.Popen(command, stderr=self._errors, **pipes)

    def _buried(self) -> str:
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        status, self._process = self._process.wait(), None
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace")
        self._errors.seek(0)
        self._errors.truncate()
        return f"{signal.Signals(-status).name if status < 0 else status}: {said[:1500]}"


@contextmanager
def limited() -> Iterator[Limited]:
    """A process to read in, as long as it is needed."""
    found = Limited()
    try:
        yield found
    finally:
        found.close()


def read(data: bytes) -> Outcome:
    """What comes of a file in this process."""
    reports, told = 0, []
    try:
        for item in _items(data):
            if isinstance(item, Report):
                assert item.text.strip()
                item.text.encode()
                reports += 1
            else:
                told.append(str(item))
    except Exception:  # noqa: BLE001 - whatever comes out is what is looked for
        return Outcome(died=traceback.format_exc()[-1500:])
    wrong = [each for each in told if "\n" in each or len(each) > 1000]
    return Outcome(reports, tuple(told[:5]), died=f"not a sentence: {wrong[0]}" if wrong else None)


def _items(data: bytes) -> Iterator[Report | Notice | InputError]:
    try:
        yield from items(io.BufferedReader(io.BytesIO(data), HEAD), "file", Stated())
    except InputError as error:
        yield error


def main() -> None:
    """Answer for one file after the other."""
    for data in FILES.values():
        read(data)  # loads all that is loaded once
    faulthandler.register(signal.SIGPROF, chain=True)
    while size := sys.stdin.buffer.read(8):
        data = sys.stdin.buffer.read(int.from_bytes(size, "big"))
        _limit_memory()
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        started = time.process_time()
        found = read(data)
        took = time.process_time() - started
        signal.setitimer(signal.ITIMER_PROF, 0)
        answer = {"reports": found.reports, "told": found.told, "died": found.died}
        print(json.dumps(answer | {"seconds": took}), flush=True)


def _limit_memory() -> None:
    with open("/proc/self/statm") as file:  # noqa: PTH123
        used = int(file.read().split()[5]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_DATA, (used + MEMORY, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
