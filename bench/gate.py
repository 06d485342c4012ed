"""The quality gate: `python -m bench.gate` fails when a measure drops below its floor.

It reads the data sets again, which takes a few minutes, prints one line for each drop and for each data
file that is not the one the floors were measured on, and exits 1 if there is any. Without the data it
says so and exits 0. With `--raise` it writes higher floors instead.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench import floors
from bench.floors import Floors
from bench.reading import scored
from bench.sets import DATA, SETS, DataSet
from whosays.pipeline import Pipeline

FLOORS = Path(__file__).with_name("floors.toml")

Measure = Callable[[DataSet], dict[str, float]]
"""Measures a data set: name of the measure to figure, better when larger."""


def check(sets: Iterable[DataSet], data: Path, path: Path, measure: Measure) -> list[str]:
    """One line for each drop, changed data file and data set without floors."""
    known, problems = floors.load(path), list[str]()
    for data_set in sets:
        found = known.get(data_set.name)
        if found is None:
            problems.append(f"{data_set.name}: no floors yet; write them with --raise")
        elif changed := _changed(data_set, data, found):
            problems.append(changed)
        else:
            problems += [f"{data_set.name} {drop}" for drop in found.drops(measure(data_set))]
    return problems


def lift(sets: Iterable[DataSet], data: Path, path: Path, measure: Measure) -> list[str]:
    """Raise the floors in `path`; one line for each data set whose data file changed, left as it was."""
    known, problems = floors.load(path), list[str]()
    for data_set in sets:
        found = known.get(data_set.name) or Floors(data_set.fingerprint(data), {})
        if changed := _changed(data_set, data, found):
            problems.append(changed)
        else:
            known[data_set.name] = found.raised(measure(data_set))
    floors.save(path, known)
    return problems


def missing(sets: Iterable[DataSet], data: Path) -> list[str]:
    """One line for each data file that is not there."""
    files = [file for data_set in sets for file in data_set.files]
    return [f"{file} is missing in {data}" for file in files if not (data / file).is_file()]


def _changed(data_set: DataSet, data: Path, found: Floors) -> str | None:
    """What to say if the data are not those that the floors stand for."""
    sha256 = data_set.fingerprint(data)
    if sha256 == found.sha256:
        return None
    files = ", ".join(data_set.files)
    return f"{data_set.name}: {files} changed: SHA-256 {sha256}, the floors are for {found.sha256}"


def _headline(pipeline: Pipeline) -> Measure:
    def measure(data_set: DataSet) -> dict[str, float]:
        return scored(data_set, pipeline).headline()

    return measure


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 when nothing dropped or there are no data, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m bench.gate", description="Check the floors of quality.")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write higher floors")
    lifting = parser.parse_args(arguments).lift
    if not DATA.is_dir():
        print(f"gate skipped: there is no {DATA}")
        return 0
    job = lift if lifting else check
    problems = missing(SETS, DATA) or job(SETS, DATA, FLOORS, _headline(Pipeline.default()))
    for problem in problems:
        print(problem)
    print(f"gate: {len(SETS)} data sets, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
