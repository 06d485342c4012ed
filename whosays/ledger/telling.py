"""Event reports as the ledger keeps them: one line of JSON each."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from whosays.model import Kind
from whosays.reconcile.incidents import EventReport, Spot, Toll

_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in (EventReport, Spot, Toll)}


def written(told: EventReport) -> str:
    """`told` as JSON."""
    return _JSON.encode(told)


def _plain(value: Any) -> object:
    """What JSON has for it: not by `asdict`, which copies every string and takes ten times as long."""
    names = _NAMES.get(type(value))
    return {name: getattr(value, name) for name in names} if names else sorted(value)


_JSON = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))


def read(line: str) -> EventReport:
    """The event report that `written` was given."""
    row: dict[str, Any] = json.loads(line)
    kept = {name: row[name] for name in ("id", "report", "source", "outlet", "published", "first", "last")}
    return EventReport(
        **kept,
        claims=tuple(row["claims"]),
        kinds=frozenset(map(Kind, row["kinds"])),
        spots=tuple(map(_spot, row["spots"])),
        sides=frozenset(row["sides"]),
        hit=frozenset(row["hit"]),
        killed=_toll(row["killed"]),
        wounded=_toll(row["wounded"]),
        words=frozenset(row["words"]),
    )


def _spot(row: dict[str, Any]) -> Spot:
    point = (row["point"][0], row["point"][1]) if row["point"] else None
    return Spot(row["key"], row["fine"], frozenset(row["within"]), row["country"], row["admin1"], point)


def _toll(row: dict[str, float] | None) -> Toll | None:
    return Toll(row["low"], row["high"]) if row else None
