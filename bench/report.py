"""The results as a page: one table a data set, our figures first, then peers and people."""

from __future__ import annotations

import os
import platform
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.scorers.measures import Scores
from bench.speed import Pace, Speed

PAGE = Path(__file__).with_name("RESULTS.md")
PEERS = Path(__file__).with_name("peers.toml")

HEAD = """\
# Results

Written by `python -m bench` on {day}, with {reader}, on {machine}.
README.md says what each data set and measure is. Data sets are the parts for developing; those named
held-out are the rows of them that the reader was not trained on.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """Figures of a peer or of people, by measure, and what they were measured on."""

    name: str
    on: str
    figures: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Context:
    """What stands beside our own figures for one data set."""

    about: str
    notes: Sequence[str]
    columns: Sequence[Column]


def contexts(path: Path = PEERS) -> dict[str, Context]:
    """The context of each data set, and of "speed"."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: Context(
            table["about"], table["notes"], [Column(**column) for column in table.get("columns", ())]
        )
        for name, table in tables.items()
    }


def page(sections: Iterable[str], reader: str, day: date) -> str:
    """The whole page."""
    return "\n".join([HEAD.format(day=day, reader=reader, machine=machine()), *sections])


def section(name: str, scores: Scores, context: Context) -> str:
    """Heading and table of one data set."""
    header = ["measure", "P", "R", "F1 or share", *(column.name for column in context.columns)]
    rows = [[*row, *_beside(row[0], context.columns)] for row in _rows(scores)]
    return _section(name, context, [header, *rows])


def speed_section(speed: Speed, context: Context) -> str:
    """Heading and table of speed and memory."""
    rows = [
        ["measure", "tokens a second", "times as fast as spaCy alone"],
        ["whole reading", *_pace(speed.reading, speed.turns)],
        ["attribution alone", *_pace(speed.attribution, speed.turns)],
        ["spaCy's tagger, parser and NER alone", f"{speed.bare:,.0f}", "1"],
        ["peak memory of a process that reads", f"{speed.peak_mib:,.0f} MiB", ""],
    ]
    return _section("speed", context, rows)


def _pace(pace: Pace, turns: int) -> list[str]:
    ratio = f"{pace.ratio:.2f} ({pace.lowest:.2f} to {pace.highest:.2f} in {turns} pairs)"
    return [f"{pace.tokens:,.0f}", ratio]


def machine() -> str:
    """Processor, cores and memory, and the versions that matter."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores of {_processor()}, {memory:.0f} GiB, {platform.system()}, {python}"


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _rows(scores: Scores) -> list[list[str]]:
    """Measure, precision, recall, and F1 or the one figure that there is."""
    counts = [
        [name, f"{found.precision:.3f}", f"{found.recall:.3f}", f"{found.f1:.3f}"]
        for name, found in scores.counts.items()
    ]
    shares = [[name, "", "", f"{value:.3f}"] for name, value in scores.shares.items()]
    errors = [[f"{name} (less is better)", "", "", f"{value:.3f}"] for name, value in scores.errors.items()]
    return counts + shares + errors


def _beside(measure: str, columns: Sequence[Column]) -> list[str]:
    return [f"{column.figures[measure]:.3f}" if measure in column.figures else "" for column in columns]


def _section(name: str, context: Context, rows: Sequence[Sequence[str]]) -> str:
    measured_on = [f"{column.name}: {column.on}." for column in context.columns]
    remarks = [f"- {remark}" for remark in (*measured_on, *context.notes)]
    return "\n".join(
        [f"## {name}", "", context.about, "", *_table(rows), "", *remarks, *([""] if remarks else [])]
    )


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return [lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]]
