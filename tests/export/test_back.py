"""What is exported in a coded table's layout is read back by the map of that layout."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.export.exporting import JETS, MARSA, scene, written
from tests.ingest.coded.tables import only_reading
from tests.reconcile.accounts.telling import MONITOR, killed, named, on, tell
from whosays.model import Measure, PlacePrecision

DAY = date(2021, 5, 4)
STRIKE = tell(
    MONITOR,
    published=DAY,
    actor=named(JETS),
    target=named("the market"),
    where=MARSA,
    when=on(DAY),
    figures=[killed(9)],
)


@pytest.mark.parametrize(("name", "map_"), [("acled", "acled"), ("ged", "ucdp-ged")])
def test_a_row_is_read_back_as_it_was_told(tmp_path: Path, name: str, map_: str) -> None:
    path = tmp_path / "events.csv"
    path.write_text(written(name, scene(STRIKE))[0], encoding="utf-8", newline="")
    [claim] = only_reading(path, map_).claims
    assert claim.place is not None
    assert claim.place.place is not None
    assert claim.place.name == "Marsa"
    assert (claim.place.place.lat, claim.place.place.lon) == (35.5, 36.25)
    assert claim.place.place.precision is PlacePrecision.TOWN
    assert claim.time == on(DAY)
    dead = {(each.low, each.high) for each in claim.figures if each.measure is Measure.KILLED}
    assert (9, 9) in dead
