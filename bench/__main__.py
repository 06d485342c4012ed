"""Measure quality, speed and memory on the development data: `python -m bench [SET...]`.

A SET is a data set ("geo/lgl"), all of a kind ("geo") or "speed". Each table is printed as soon as it
is known; when nothing is left out they also become bench/RESULTS.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from bench import speed
from bench.reading import scored
from bench.report import PAGE, contexts, page, section, speed_section
from bench.sets import DATA, SETS
from whosays.pipeline import Pipeline

SPEED = "speed"
NAMES = (*(data_set.name for data_set in SETS), SPEED)


def chosen(wanted: Sequence[str]) -> list[str]:
    """Names of what `wanted` asks for, all when it is empty; ValueError for what there is not."""
    for one in wanted:
        if not any(_asks_for(one, name) for name in NAMES):
            raise ValueError(f"there is no set {one!r}; there are {', '.join(NAMES)}")
    return [name for name in NAMES if not wanted or any(_asks_for(one, name) for one in wanted)]


def _asks_for(one: str, name: str) -> bool:
    return one in (name, name.partition("/")[0])


def sections(names: Sequence[str], pipeline: Pipeline) -> Iterator[str]:
    """The section of each name, as soon as it is measured."""
    beside = contexts()
    for data_set in SETS:
        if data_set.name in names:
            yield section(data_set.name, scored(data_set, pipeline), beside[data_set.name])
    if SPEED in names:
        yield speed_section(speed.measure(), beside[SPEED])


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 when measured, 1 without the data, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure on the development data.")
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"some of {', '.join(NAMES)}; all by default")
    try:
        names = chosen(parser.parse_args(arguments).sets)
    except ValueError as wrong:
        parser.error(str(wrong))
    if not DATA.is_dir():
        print(
            f"nothing to measure: there is no {DATA}; bench/README.md says what belongs there",
            file=sys.stderr,
        )
        return 1
    pipeline, done = Pipeline.default(), list[str]()
    for text in sections(names, pipeline):
        print(text, flush=True)
        done.append(text)
    if len(names) == len(NAMES):
        PAGE.write_text(page(done, pipeline.name, datetime.now(UTC).date()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
