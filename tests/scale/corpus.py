"""Archives of invented reports, and what came of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from whosays.scale import shards
from whosays.scale.archive import read_archive
from whosays.scale.engine import Engine, Work
from whosays.scale.shards import Shard, cut
from whosays.scale.work import Outcome, Reader

PLACES = ("Marwa", "Tel Hadid", "Qarna", "Beit Salah", "Ras Amud", "Deir Wadi")


def record(number: int) -> dict[str, str]:
    text = f"River Post said that guns shelled {PLACES[number % 6]} and killed {number + 2} farmers."
    return {"id": f"r{number}", "text": text, "published": "2024-11-29", "publisher": "Harbour Post"}


def lines(path: Path, count: int) -> Path:
    path.write_text("".join(json.dumps(record(number)) + "\n" for number in range(count)), encoding="utf-8")
    return path


def small_shards(monkeypatch: pytest.MonkeyPatch, length: int = 600) -> None:
    """Let stretches be some reports long."""
    monkeypatch.setattr(shards, "LENGTHS", dict.fromkeys(shards.LENGTHS, length))


def shards_of(*paths: Path) -> list[Shard]:
    return [found for found in cut(paths) if isinstance(found, Shard)]


class Here:
    """An engine without processes of its own, for what does not depend on them."""

    def run(self, work: Work, shards: Sequence[Shard]) -> Iterator[tuple[Shard, Outcome]]:
        return ((shard, work(shard)) for shard in shards)


def archived(
    found: Sequence[Shard], out: Path, load: Callable[[], Reader], engine: Engine | None = None
) -> dict[Shard, Outcome]:
    """What came of each shard that was not done already."""
    return dict(read_archive(found, out, engine or Here(), load))


def files(out: Path) -> dict[str, bytes]:
    """The readings and messages in a folder, by name."""
    found = (*(out / "readings").iterdir(), *(out / "messages").iterdir())
    return {path.name: path.read_bytes() for path in sorted(found)}


def messages(out: Path) -> list[dict[str, str]]:
    """All messages in a folder, in the order of their reports' ids."""
    written = [path.read_text(encoding="utf-8") for path in (out / "messages").iterdir()]
    found: list[dict[str, str]] = [json.loads(line) for text in written for line in text.splitlines()]
    return sorted(found, key=lambda message: message["where"])
