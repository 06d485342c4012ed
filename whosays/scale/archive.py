"""An archive to readings: the shards that are not done yet, on an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from whosays.scale import manifest
from whosays.scale.engine import Engine
from whosays.scale.output import Output
from whosays.scale.shards import Shard
from whosays.scale.work import Outcome, Reader, Work


def read_archive(
    shards: Sequence[Shard], out: Path, engine: Engine, load: Callable[[], Reader]
) -> Iterator[tuple[Shard, Outcome]]:
    """Read `shards` into the folder `out`, each told as soon as it is done; those that are done are left.

    `load` gives the reader in every process; it goes there by its name, as pickle has it. Raises UsageError
    if `out` holds readings by another reader, ReaderError if a worker has another or the cluster is gone.
    """
    output, reader = Output(out.absolute()), load().name
    manifest.prepare(output, reader, shards)
    left = [shard for shard in shards if not output.is_done(shard.id)]
    yield from engine.run(Work(output, reader, load), left)
