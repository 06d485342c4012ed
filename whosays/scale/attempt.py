"""One try at a shard, which leaves word of what it was at if its process dies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from uuid import uuid4

DEADLY = 3
"""Processes that must have died at a step before the step is at fault: machines go for other reasons, too."""

_STEP = "step"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A folder for what the try makes, and how often earlier ones have died at which step."""

    folder: Path
    deaths: Counter[str]

    def begin(self, step: str) -> None:
        """Keep that `step` is being done, where it can be read after the process's death."""
        (self.folder / _STEP).write_text(step, encoding="utf-8")

    def is_deadly(self, step: str) -> bool:
        """Whether `step` has ended too many processes to be begun again."""
        return self.deaths[step] >= DEADLY


@contextmanager
def attempt(shard: Path) -> Iterator[Attempt]:
    """A try in the folder of a shard's tries; only one whose process dies stays there.

    Raises OSError if the folder that `shard` is in cannot be written or is not there.
    """
    shard.mkdir(exist_ok=True)
    deaths = Counter(step.read_text(encoding="utf-8") for step in shard.glob(f"*/{_STEP}"))
    begun = Attempt(shard / uuid4().hex, deaths)
    begun.folder.mkdir()
    try:
        yield begun
    finally:
        rmtree(begun.folder, ignore_errors=True)
