"""Readers that workers find by name: quick ones, and such as fail, die or take too much memory on one."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass

from tests.cli.readers import WordReader
from whosays.model import Reading, Report

POISON = "r4"
"""The id of the report that does it."""


@dataclass(frozen=True)
class Slow(WordReader):
    """Takes as long as a test needs to kill something meanwhile."""

    seconds: float = 0.02

    def read(self, report: Report) -> Reading:
        time.sleep(self.seconds)
        return super().read(report)


class Raising(WordReader):
    def read(self, report: Report) -> Reading:
        if report.id == POISON:
            raise ValueError("a clause too far")
        return super().read(report)


class Deadly(WordReader):
    def read(self, report: Report) -> Reading:
        if report.id == POISON:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(report)


class Hungry(WordReader):
    """Takes memory until somebody ends the process."""

    def read(self, report: Report) -> Reading:
        taken: list[bytes] = []
        while report.id == POISON and len(taken) < 300:
            taken.append(b"x" * (10 << 20))
            time.sleep(0.01)
        return super().read(report)


class Newer(WordReader):
    name = "words 2"


def changing() -> WordReader:
    """Another reader in each process."""
    reader = WordReader()
    reader.name = f"words {os.getpid()}"
    return reader
