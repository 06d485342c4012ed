"""The data sets: where they are, how their rows become reports, and how they are scored.

The texts belong to their publishers and stand outside the repository, in `shared/bench` beside it;
bench/README.md says what each folder holds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bench.incidents import rows as incident_rows
from bench.scorers import attribution, claims, geo, incidents, time
from bench.scorers.measures import Row, Scorer, Scores
from training.split import held_out
from whosays.model import Published, Report

DATA = Path(__file__).resolve().parents[2] / "shared" / "bench"


@dataclass(frozen=True, slots=True)
class DataSet:
    """Rows of one data set; rows of several files with one id are one row."""

    name: str
    files: tuple[str, ...]
    score: Scorer
    held_out: bool = False
    """Whether only the rows count that the reader was not trained on."""
    predict: Callable[[Path], Iterable[Row]] | None = None
    """What gives the predicted rows from the first file, where it is no set of reports to read."""

    def rows(self, data: Path = DATA) -> list[Row]:
        """The rows in the order of the first file; FileNotFoundError if a file is not there."""
        merged: dict[str, Row] = {}
        for file in self.files:
            for row in read_rows(data / file):
                merged.setdefault(row["id"], {}).update(row)
        found = list(merged.values())
        return held_out(found) if self.held_out else found

    def fingerprint(self, data: Path = DATA) -> str:
        """Hex SHA-256 of the bytes of all files, in order."""
        digest = hashlib.sha256()
        for file in self.files:
            digest.update((data / file).read_bytes())
        return digest.hexdigest()


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def report(row: Row) -> Report:
    """The report of a row: what the reader may see of it. Titles are no part of the data sets' texts."""
    written = row.get("published") or row.get("date") or row.get("dct")
    return Report(
        text=row["text"],
        given_id=row["id"],
        publisher=row.get("publisher"),
        published=_published(written) if written else None,
    )


def _published(written: str) -> Published:
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def _dated_claims(gold: Sequence[Row], predicted: Mapping[str, Row]) -> Scores:
    """Score claims; where a row's `times` is false its gold times are wrong, and no time counts."""
    undated = {row["id"] for row in gold if row.get("times") is False}
    ours = [_without_times(row) if row["id"] in undated else row for row in gold]
    theirs = {key: _without_times(row) if key in undated else row for key, row in predicted.items()}
    return claims.score(ours, theirs)


def _without_times(row: Row) -> Row:
    return row | {"claims": [claim | {"time": None} for claim in row["claims"]]}


def _with_literal(gold: Sequence[Row], predicted: Mapping[str, Row]) -> Scores:
    """Score all places, and those alone where something is or happens."""
    return geo.score(gold, predicted) | geo.score(gold, predicted, "literal").prefixed("literal")


SETS = (
    DataSet("claims/gold", ("claims/gold.jsonl", "claims/reports.jsonl"), _dated_claims),
    DataSet("claims/held-out", ("claims/train.jsonl",), _dated_claims, held_out=True),
    DataSet("attribution/dev", ("attribution/dev.jsonl",), attribution.score),
    DataSet("attribution/held-out", ("attribution/train.jsonl",), attribution.score, held_out=True),
    DataSet("geo/lgl", ("geo/lgl.jsonl",), geo.score),
    DataSet("geo/gwn", ("geo/gwn.jsonl",), _with_literal),
    DataSet("time/train", ("time/train.jsonl",), time.score),
    DataSet(
        "incidents",
        ("incidents/reports.jsonl", "incidents/gold.jsonl"),
        incidents.score,
        predict=incident_rows,
    ),
)
