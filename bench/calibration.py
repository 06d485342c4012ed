"""How often parts of claims are right, by how they were found: `python -m bench.calibration`.

Fits a logistic curve over the network's logit for every part and basis, on coded reports that the network was
not trained on, writes the curves into the package, and prints how well such curves hold on reports that
they were not fitted on. A value is right if a coder wrote down the same claim with the same value.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.scorers.claims import agreed, align
from bench.scorers.measures import Row
from bench.sets import SETS, report
from whosays.export.contract import line, reading_record
from whosays.pipeline import Pipeline
from whosays.read import lexicon
from whosays.read.confidence import logistic

FILE = Path(lexicon.__file__).parent / "confidence.toml"
HEAD = """\
# How often values found in a certain way are right: slope and offset of a logistic curve over the network's
# logit, by part of a claim and basis. Written by `python -m bench.calibration`.
"""
ON = ("claims/held-out", "claims/gold")
FOLDS = 7
"""Parts of the reports, each of which is judged by curves fitted on the others."""

FEWEST = 12
"""Values below which nothing is said."""

RIDGE = 1.0
"""How much a slope is held towards none, lest a few values make a steep one."""

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)

Key = tuple[str, str]
"""Part of a claim, and basis."""

Case = tuple[Key, float, bool]
"""What was found how, the network's logit, and whether it is right."""

Curves = dict[Key, tuple[float, float]]


def cases(row: Row) -> Iterator[Case]:
    """All reasons for the claims of one coded report."""
    reading, reasons = Pipeline.default().explain(report(row))
    found = json.loads(line(reading_record(reading, reasons)))
    claims = {claim["id"]: claim for claim in found["claims"]}
    gold = {
        found["claims"][j]["id"]: row["claims"][i]
        for i, j in align(row["claims"], found["claims"], row["sentences"])
    }
    seen = Counter[tuple[str, str]]()
    for reason in found["reasons"]:
        claim, part = reason["claim"], reason["part"]
        right = claim in gold and _is_right(part, seen[claim, part], claims[claim], gold[claim])
        seen[claim, part] += 1
        if part != "time" or row.get("times") is not False:
            yield (part, reason["basis"]), reason["logit"] or 0.0, right


def _is_right(part: str, nth: int, claim: Row, gold: Row) -> bool:
    """Whether the nth value of a part is among those of the coder."""
    match part:
        case "trigger":
            return True
        case "voice":
            value = {"voices": claim["voices"][nth : nth + 1]}
        case "actor" | "target":
            value = {part: claim[part][nth : nth + 1]}
        case "figure":
            value = {"figures": claim["figures"][nth : nth + 1]}
        case _:
            value = {part: claim[part]}
    return bool(agreed(part, gold, value))


def curve(found: list[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and offset of the logistic curve through logits and outcomes, by Newton's method."""
    x = np.array([[logit, 1.0] for logit, _ in found])
    y = np.array([float(right) for _, right in found])
    held = np.diag([RIDGE, 0.01])
    weights = np.zeros(2)
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + held
        weights -= np.linalg.solve(hessian, x.T @ (p - y) + held @ weights)
    slope, offset = weights
    return (float(slope), float(offset)) if slope >= 0 else (0.0, _logit(y))


def _logit(right: NDArray[np.float64]) -> float:
    """The logit of a share: what is left where a higher logit of the network does not mean more."""
    share = (right.sum() + 0.5) / (len(right) + 1)
    return float(np.log(share / (1 - share)))


def fitted(found: Iterable[Case]) -> Curves:
    """The curve of every part and basis that occurs often enough."""
    by_key: dict[Key, list[tuple[float, bool]]] = defaultdict(list)
    for key, logit, right in found:
        by_key[key].append((logit, right))
    return {key: curve(values) for key, values in sorted(by_key.items()) if len(values) >= FEWEST}


def save(curves: Curves) -> None:
    """Write the curves into the package."""
    rows = [f"{part}.{basis} = [{a:.3f}, {b:.3f}]" for (part, basis), (a, b) in curves.items()]
    FILE.write_text(HEAD + "\n" + "\n".join(rows) + "\n", encoding="utf-8")


def foretold(reports: Sequence[Sequence[Case]]) -> Iterator[tuple[float, bool]]:
    """Confidence and outcome of every value, by curves fitted on the reports of the other folds."""
    for fold in range(FOLDS):
        curves = fitted(case for i, found in enumerate(reports) if i % FOLDS != fold for case in found)
        for key, logit, right in (case for found in reports[fold::FOLDS] for case in found):
            if key in curves:
                slope, offset = curves[key]
                yield logistic(slope * logit + offset), right


def reliability(told: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """Rows of a table: in how many a value is said to be right, and in how many it is."""
    for low, high in pairwise(BINS):
        inside = [(p, right) for p, right in told if low <= p < high]
        if inside:
            said, right = (float(np.mean([pair[i] for pair in inside])) for i in (0, 1))
            yield f"| {low:.1f} to {high:.1f} | {len(inside)} | {said:.2f} | {right:.2f} |"


def main() -> None:
    """Fit, write and print."""
    rows = [row for data_set in SETS if data_set.name in ON for row in data_set.rows()]
    reports = [list(cases(row)) for row in rows]
    save(fitted(case for found in reports for case in found))
    print("| confidence | values | said | right |\n| --- | --- | --- | --- |")
    print("\n".join(reliability(list(foretold(reports)))))


if __name__ == "__main__":
    main()
