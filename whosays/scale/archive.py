"""An archive to readings: the shards that are not done yet, on an engine, until all are done."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from whosays.model import ReaderError, UsageError
from whosays.pipeline import Pipeline
from whosays.scale import parquet
from whosays.scale.engines import Engine
from whosays.scale.shards import Shard
from whosays.scale.work import Done, output, read_shard

MANIFEST = "manifest.json"
MOST_DEATHS = 50
"""Tries at one shard after which something other than its documents must be at fault."""


def read_archive(
    shards: Sequence[Shard], out: Path, engine: Engine, tell: Callable[[Shard, Done], None]
) -> None:
    """Read `shards` into the folder `out`, telling of each as it is done; those that are done are left.

    Raises UsageError if `out` holds readings by another reader, ReaderError if processes die without end.
    """
    _prepare(out, shards)
    dead = []
    work = partial(read_shard, out=str(out.absolute()))
    for shard, done in engine.run(partial(work, alone=False), _left(out, shards)):
        if done is None:
            dead.append(shard)
        else:
            tell(shard, done)
    for shard in dead:
        tell(shard, _persist(engine, partial(work, alone=True), shard))


def _persist(engine: Engine, work: Callable[[Shard], Done], shard: Shard) -> Done:
    for _ in range(MOST_DEATHS):
        done = engine.run_alone(work, shard)
        if done is not None:
            return done
    raise ReaderError(
        f"{shard.path}: {MOST_DEATHS} processes died on it; give them more memory, or leave the file out"
    )


def _left(out: Path, shards: Sequence[Shard]) -> list[Shard]:
    return [shard for shard in shards if not output(out, shard).exists()]


def _prepare(out: Path, shards: Sequence[Shard]) -> None:
    for part in ("readings", "failed", "work"):
        (out / part).mkdir(parents=True, exist_ok=True)
    for step in (out / "work").glob("*.step"):
        step.unlink()  # of a run that somebody ended: no document's fault
    reader = Pipeline.default().name
    manifest = out / MANIFEST
    earlier = json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else None
    if earlier and earlier["reader"] != reader:
        raise UsageError(f"{out}: holds readings by {earlier['reader']}; give {reader} another folder")
    known = (earlier["shards"] if earlier else {}) | {
        shard.id: [shard.path, shard.start, shard.end] for shard in shards
    }
    parquet.write_json(manifest, {"reader": reader, "shards": dict(sorted(known.items()))})
