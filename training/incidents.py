"""The weights by which event reports become incidents, learnt from coded reports.

    python -m training.incidents ../shared/bench whosays/reconcile/incidents/weights.toml

Two ridge regressions on the logistic scale: one on what two event reports say, one on that and on what
their neighbours say. The second sees neighbours as a first that did not learn from them judges.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from whosays.ingest.coded import load_map, readings
from whosays.model import Reading
from whosays.reconcile.incidents import EventReport, comparable, event_reports, features, keys, lookups
from whosays.reconcile.incidents.context import FLOOR, Neighbours, context
from whosays.reconcile.incidents.features import Features
from whosays.reconcile.incidents.score import Weights

Vector = npt.NDArray[np.float64]

FOLDS = 5
RIDGE = 3.0
"""How much a squared weight of a feature of unit spread costs, in nats."""

SAID = {"kind: same": 0.5, "kind: other": -1.0}
"""Weights that the tables cannot teach, because they do not code by what means: two are mostly two deeds."""

ROUNDS = 30
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """Two event reports that share a key, and whether coders put them into one incident."""

    one: str
    other: str
    found: Features
    same: bool


def told(path: Path) -> dict[str, EventReport]:
    """The event reports of a table in MAVERICK's layout, by the ids of its rows."""
    coded = [item for item in readings(path, load_map("maverick")) if isinstance(item, Reading)]
    return {
        reading.report.id: each for reading in coded for each in event_reports(reading.report, reading.claims)
    }


def examples(found: Sequence[EventReport], incident: dict[str, str]) -> list[Example]:
    """The pairs that are compared, in order."""
    blocks: dict[str, list[EventReport]] = {}
    for each in found:
        for key in keys(each):
            blocks.setdefault(key, []).append(each)
    found_by = ((a, b) for b in found for key in lookups(b) for a in blocks.get(key, ()) if a.id < b.id)
    pairs = {(a.id, b.id): (a, b) for a, b in found_by}
    compared = [(ids, ab) for ids, ab in sorted(pairs.items()) if comparable(*ab)]
    return [Example(*ids, features(*ab), incident[ids[0]] == incident[ids[1]]) for ids, ab in compared]


def fit(rows: Sequence[Features], same: Sequence[bool]) -> Weights:
    """Ridge regression on the logistic scale, by Newton's method, on features of unit spread."""
    names = sorted({name for row in rows for name in row} - SAID.keys())
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    mean, spread = table.mean(0), table.std(0)
    spread[spread == 0] = 1.0
    scaled = np.hstack([np.ones((len(rows), 1)), (table - mean) / spread])
    weights = _newton(scaled, np.array(same, dtype=np.float64))
    of = weights[1:] / spread
    bias = float(weights[0] - (of * mean).sum())
    learnt = {name: round(float(weight), DIGITS) for name, weight in zip(names, of, strict=True)}
    return Weights(round(bias, DIGITS), learnt | SAID)


def _newton(table: Vector, same: Vector) -> Vector:
    weights = np.zeros(table.shape[1])
    ridge = np.diag([0.0, *[RIDGE] * (table.shape[1] - 1)])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-table @ weights))
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + ridge
        weights = weights + np.linalg.solve(curve, table.T @ (same - chance) - ridge @ weights)
    return weights


def neighbours(pairs: Sequence[Example], chances: Sequence[float]) -> dict[str, dict[str, float]]:
    """Who may be of one happening with whom, and how likely."""
    made: dict[str, dict[str, float]] = {}
    for each, chance in zip(pairs, chances, strict=True):
        for mine, its in ((each.one, each.other), (each.other, each.one)):
            made.setdefault(mine, {})
            if chance >= FLOOR:
                made[mine][its] = chance
    return made


def in_context(pairs: Sequence[Example], chances: Sequence[float]) -> tuple[list[Features], list[bool]]:
    """The features of the likely pairs among their neighbours, and whether each is of one incident."""
    near: dict[str, dict[str, float]] = neighbours(pairs, chances)
    kept = [each for each, chance in zip(pairs, chances, strict=True) if chance >= FLOOR]
    rows = [each.found | _context(near, each) for each in kept]
    return rows, [each.same for each in kept]


def _context(near: dict[str, dict[str, float]], each: Example) -> Features:
    mine: Neighbours = near[each.one]
    return context(mine, near[each.other], each.one, each.other)


def chance_of(weights: Weights, example: Example) -> float:
    """The probability that the two are of one incident."""
    return float(1 / (1 + np.exp(-weights.logit(example.found))))


def unseen(pairs: Sequence[Example], fold: dict[str, int]) -> list[float]:
    """The probability of each pair, by weights that have not learnt from the folds of either."""
    made = [0.0] * len(pairs)
    for out in range(FOLDS):
        inside = [out in (fold[each.one], fold[each.other]) for each in pairs]
        train = [each for each, left_out in zip(pairs, inside, strict=True) if not left_out]
        weights = fit([each.found for each in train], [each.same for each in train])
        for index in np.flatnonzero(inside).tolist():
            made[index] = chance_of(weights, pairs[index])
    return made


def folds(found: Sequence[EventReport]) -> dict[str, int]:
    """Stretches of time of about equal size, so that an incident lies in one of them."""
    ordered = sorted(found, key=lambda each: (each.last or each.published or 0, each.id))
    return {each.id: index * FOLDS // len(ordered) for index, each in enumerate(ordered)}


def learn(found: Sequence[EventReport], incident: dict[str, str]) -> tuple[Weights, Weights]:
    """The weights of both steps."""
    pairs = examples(found, incident)
    rows, same = in_context(pairs, unseen(pairs, folds(found)))
    return fit([each.found for each in pairs], [each.same for each in pairs]), fit(rows, same)


def main(data: Path, out: Path) -> None:
    """Learn from the table in `data` and write the weights to `out`."""
    lines = (data / "incidents/gold.jsonl").read_text("utf-8").splitlines()
    gold = {row["id"]: row["incident"] for row in map(json.loads, lines)}
    found = told(data / "incidents/reports.jsonl")
    incident = {each.id: gold[row] for row, each in found.items()}
    steps = zip(("pair", "context"), learn(list(found.values()), incident), strict=True)
    head = "# Made by training/incidents.py; what each adds to the logit of two being of one happening.\n"
    out.write_text(head + "".join(_table(name, weights) for name, weights in steps), "utf-8")


def _table(name: str, weights: Weights) -> str:
    lines = "".join(f'"{feature}" = {weight}\n' for feature, weight in sorted(weights.of.items()))
    return f"\n[{name}]\nbias = {weights.bias}\n\n[{name}.weights]\n{lines}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
