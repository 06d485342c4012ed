"""Which features of GeoNames go into a user's index."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ground.dumps import dump, row
from whosays.ground.gazetteer.dump import Toponym, read_dump
from whosays.ground.gazetteer.features import is_division, kind_of
from whosays.ground.gazetteer.store import PACKAGED, Store


def toponym(folder: Path, feature: str) -> Toponym:
    (found,) = read_dump(dump(folder / "SY.txt", row(9, "Tall Wadah", feature=feature)))
    return found


@pytest.mark.parametrize(
    ("feature", "kind"),
    [
        ("P.PPL", "city"),
        ("P.PPLX", "city"),
        ("P.", "city"),
        ("S.AIRB", "base"),
        ("L.MILB", "base"),
        ("S.CMPRF", "camp"),
        ("S.PSTB", "crossing"),
        ("S.DAM", "dam"),
        ("S.HSP", "landmark"),
        ("S.HTL", None),
        ("H.WAD", None),
        ("A.ADM1", None),
        (".", None),
    ],
)
def test_kinds(tmp_path: Path, feature: str, kind: str | None) -> None:
    found = kind_of(toponym(tmp_path, feature))
    assert found == kind
    assert found is None or found in Store.open(PACKAGED).kinds


@pytest.mark.parametrize(("feature", "is_one"), [("A.ADM1", True), ("A.ADM2", True), ("A.ADM3", False)])
def test_divisions(tmp_path: Path, feature: str, is_one: bool) -> None:
    assert is_division(toponym(tmp_path, feature)) is is_one
