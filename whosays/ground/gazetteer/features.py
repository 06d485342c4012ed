"""Which features of GeoNames are places of the index, and of which kind: see features.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from whosays.ground.gazetteer.dump import Toponym

_DIVISIONS = ("A.ADM1", "A.ADM2")
"""The first- and the second-order division of a country."""


def kind_of(toponym: Toponym) -> str | None:
    """The kind of place that it is in the index; None if it is none for the index."""
    kinds = _kinds()
    return kinds.get(toponym.feature) or kinds.get(toponym.feature.partition(".")[0])


def is_division(toponym: Toponym) -> bool:
    """Whether it is a division that places are filed under."""
    return toponym.feature in _DIVISIONS


@cache
def _kinds() -> Mapping[str, str]:
    kinds = tomllib.loads(Path(__file__).with_name("features.toml").read_text(encoding="utf-8"))
    return {feature: kind for kind, features in kinds.items() for feature in features}
