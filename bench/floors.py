"""Floors that the measures of a data set must not fall below, and the data they were measured on."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SLACK = 0.01
"""How far below its floor a measure may be: what the processor makes of it. One state of the reader measured
up to 0.0096 apart on one with AVX-512 and one with AVX2, whose sums of floating point round otherwise."""

HEAD = """\
# What the gate asks of each data set: the measure must not fall below the number here.
# `python -m bench.gate --raise` writes higher numbers, never lower ones. To lower one, or to let the
# data change, edit this file by hand and say why in the commit.
"""


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors of one data set by measure, and the SHA-256 of the data that they stand for."""

    sha256: str
    floors: Mapping[str, float]

    def drops(self, measured: Mapping[str, float]) -> Iterator[str]:
        """One line for each measure that is below its floor, or no longer measured."""
        for measure, floor in self.floors.items():
            if measure not in measured:
                yield f"{measure}: floor {floor:.4f}, no longer measured"
            elif measured[measure] < floor - SLACK:
                yield f"{measure}: floor {floor:.4f}, got {measured[measure]:.4f}"

    def raised(self, measured: Mapping[str, float]) -> Floors:
        """The higher of floor and measure; new measures are taken up, none is dropped."""
        higher = {name: max(self.floors.get(name, 0.0), _rounded(got)) for name, got in measured.items()}
        return Floors(self.sha256, {**self.floors, **higher})


def _rounded(value: float) -> float:
    """Four decimals, downwards, so that a raised floor is never above what was measured."""
    return math.floor(value * 10_000) / 10_000


def load(path: Path) -> dict[str, Floors]:
    """Floors by data set; none if there is no such file yet."""
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Floors(table["sha256"], table["floors"]) for name, table in tables.items()}


def save(path: Path, floors: Mapping[str, Floors]) -> None:
    """Write the floors of all data sets as TOML."""
    tables = [_table(name, found) for name, found in floors.items()]
    path.write_text("\n".join([HEAD, *tables]), encoding="utf-8")


def _table(name: str, found: Floors) -> str:
    # JSON's strings are TOML's basic strings.
    rows = [f"{json.dumps(measure)} = {floor:.4f}" for measure, floor in found.floors.items()]
    key = json.dumps(name)
    return "\n".join([f"[{key}]", f'sha256 = "{found.sha256}"', f"[{key}.floors]", *rows, ""])
