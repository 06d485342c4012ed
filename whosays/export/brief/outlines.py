"""Coasts and borders under the map: those of the page (Natural Earth, by world-atlas), where it was built."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

Line = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in degrees."""


@cache
def outlines() -> tuple[Line, ...]:
    """Every stretch of coast or border once; none in an installation without the page."""
    folder = files("whosays") / "serve" / "page" / "assets"
    found = (
        [each for each in folder.iterdir() if each.name.startswith("countries-")] if folder.is_dir() else []
    )
    return tuple(line for each in found[:1] for line in _lines(json.loads(each.read_text("utf-8"))))


def _lines(topology: Any) -> Iterator[Line]:
    """The arcs of a quantised TopoJSON, which are written as steps from point to point."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        steps = accumulate(arc, lambda at, step: [at[0] + step[0], at[1] + step[1]])
        yield tuple((x * wide + west, y * high + south) for x, y in steps)
