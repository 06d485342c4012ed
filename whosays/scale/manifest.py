"""Who made the readings in a folder and of what, so that a later run only does what is missing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from whosays.model import UsageError
from whosays.scale import arrow
from whosays.scale.output import Output
from whosays.scale.shards import Shard


def prepare(out: Output, reader: str, shards: Sequence[Shard]) -> None:
    """Enter the shards. What was read of a file that has changed since is removed: the file is read again.

    Raises UsageError if `out` holds readings by another reader, or in another form.
    """
    out.prepare()
    made = {"reader": reader, "schema": _schema()}
    earlier = _earlier(out)
    if earlier and {key: earlier.get(key) for key in made} != made:
        raise UsageError(
            f"{out.root}: holds readings by {earlier.get('reader')} in the form {earlier.get('schema')},"
            f" not by {reader} in the form {made['schema']}; name another folder, or delete this one"
        )
    known = earlier.get("shards", {})
    kept = known.keys() - _outdated(known, shards)
    for shard in known.keys() - kept:
        out.drop(shard)
    entered = {shard.id: _entry(shard) for shard in shards} | {shard: known[shard] for shard in kept}
    _write(out, {**made, "shards": dict(sorted(entered.items()))})


def _outdated(known: Mapping[str, Any], shards: Sequence[Shard]) -> set[str]:
    """The shards of files that are cut otherwise now, or are no longer what they were."""
    present, paths = {shard.id for shard in shards}, {shard.path for shard in shards}
    return {shard for shard, entry in known.items() if entry["path"] in paths and shard not in present}


def _entry(shard: Shard) -> Mapping[str, object]:
    return {"path": shard.path, "start": shard.stretch.start, "end": shard.stretch.end}


def _earlier(out: Output) -> Mapping[str, Any]:
    if not out.manifest.exists():
        return {}
    try:
        found: Mapping[str, Any] = json.loads(out.manifest.read_text(encoding="utf-8"))
        dict(found["shards"])
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{out.manifest}: no manifest of an archive; name another folder") from error
    return found


def _write(out: Output, manifest: Mapping[str, Any]) -> None:
    written = json.dumps(manifest, indent=1) + "\n"
    if not out.manifest.exists() or out.manifest.read_text(encoding="utf-8") != written:
        unfinished = out.manifest.with_suffix(".part")
        unfinished.write_text(written, encoding="utf-8")
        unfinished.replace(out.manifest)


def _schema() -> str:
    """Another for other columns."""
    return hashlib.sha256(str(arrow.schema()).encode()).hexdigest()[:12]
