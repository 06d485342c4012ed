"""The folder of an archive's readings: what lies where, and how it comes there whole or not at all."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

MANIFEST = "manifest.json"
READINGS = "readings.parquet"
MESSAGES = "messages.jsonl"


@dataclass(frozen=True, slots=True)
class Output:
    """The folder at `root`, an absolute path that all workers see. A shard is named by its id."""

    root: Path

    @property
    def manifest(self) -> Path:
        """Who made the readings, of what."""
        return self.root / MANIFEST

    def readings(self, shard: str) -> Path:
        """The readings of a shard: there as soon as all of them are."""
        return self.root / "readings" / f"{shard}.parquet"

    def messages(self, shard: str) -> Path:
        """What could not be read in a shard, or should be known; only if there is something."""
        return self.root / "messages" / f"{shard}.jsonl"

    def tries(self, shard: str) -> Path:
        """Where a shard is worked on."""
        return self.root / "work" / shard

    def prepare(self) -> None:
        """Make the folders."""
        for part in ("readings", "messages", "work"):
            (self.root / part).mkdir(parents=True, exist_ok=True)

    def is_done(self, shard: str) -> bool:
        """Whether a shard need not be read again."""
        return self.readings(shard).exists()

    def keep(self, shard: str, made: Path) -> None:
        """Move what a try has made in the folder `made` to its place; the shard is done then."""
        if (made / MESSAGES).stat().st_size:
            _move(made / MESSAGES, self.messages(shard))
        else:
            self.messages(shard).unlink(missing_ok=True)
        _move(made / READINGS, self.readings(shard))
        rmtree(self.tries(shard), ignore_errors=True)

    def drop(self, shard: str) -> None:
        """Forget a shard."""
        self.readings(shard).unlink(missing_ok=True)
        self.messages(shard).unlink(missing_ok=True)
        rmtree(self.tries(shard), ignore_errors=True)


def is_output(folder: Path) -> bool:
    """Whether the folder is the output of `whosays archive`."""
    return (folder / MANIFEST).is_file() and (folder / "readings").is_dir()


def _move(source: Path, target: Path) -> None:
    with source.open("rb") as file:
        os.fsync(file.fileno())  # else a name may outlive a power cut and its bytes not
    source.replace(target)
