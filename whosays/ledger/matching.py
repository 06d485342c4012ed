"""Matches of reports as the ledger keeps them: one line of JSON each."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from whosays.reconcile.copies import Agency, Match, Passage, Relation, Run


def written(match: Match) -> str:
    """What is kept of `match` beside the digests of both reports."""
    row = {name: value for name, value in asdict(match).items() if name not in ("a", "b")}
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def read(one: str, other: str, line: str) -> Match:
    """The match of two reports that `written` was given."""
    row: dict[str, Any] = json.loads(line)
    agency = Agency(**row.pop("agency")) if row["agency"] else row.pop("agency")
    passages = tuple(map(_passage, row.pop("passages")))
    return Match(one, other, Relation(row.pop("relation")), passages, agency=agency, **row)


def _passage(row: dict[str, Any]) -> Passage:
    runs = tuple(Run(*run) for run in row["runs"])
    return Passage((row["a"][0], row["a"][1]), (row["b"][0], row["b"][1]), row["words"], runs)
