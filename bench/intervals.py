"""How sure the figures are: `python -m bench.intervals SET...` prints each measure with its 95 % interval.

The rows of the data set are drawn again with replacement, and scored, a thousand times (percentile
bootstrap): the interval says what other articles of the same kind would give, not other kinds.
What `python -m bench SET` left in bench/out is scored; nothing is read anew.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Mapping, Sequence

from bench.reading import OUT
from bench.scorers.measures import Row
from bench.sets import SETS, DataSet

TIMES, SEED = 1000, 7
LOW, HIGH = 0.025, 0.975

Interval = tuple[float, float, float]
"""The figure, and the ends of its interval."""


def intervals(
    data_set: DataSet, rows: Sequence[Row], predicted: Mapping[str, Row], times: int = TIMES
) -> dict[str, Interval]:
    """Each measure of the headline over all rows, with the interval from `times` resamples."""
    rng = random.Random(SEED)  # noqa: S311
    drawn = [rng.choices(rows, k=len(rows)) for _ in range(times)]
    resampled = [data_set.score(sample, predicted).headline() for sample in drawn]
    found = data_set.score(rows, predicted).headline()
    return {name: (value, *_ends([r[name] for r in resampled])) for name, value in found.items()}


def _ends(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    low, high = (ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (LOW, HIGH))
    return low, high


def main() -> None:
    """Prints a table for each set."""
    parser = argparse.ArgumentParser(prog="python -m bench.intervals", description=__doc__)
    parser.add_argument("sets", nargs="+", choices=[data_set.name for data_set in SETS])
    wanted = parser.parse_args().sets
    for data_set in (d for d in SETS if d.name in wanted):
        path = OUT / f"{data_set.name.replace('/', '-')}.jsonl"
        predicted = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
        print(f"{data_set.name}\n")
        for name, (value, low, high) in intervals(data_set, data_set.rows(), predicted).items():
            print(f"| {name} | {value:.3f} | {low:.3f} to {high:.3f} |")


if __name__ == "__main__":
    main()
