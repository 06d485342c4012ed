"""Maps: those that are ready, a user's own, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.coded.tables import ACLED, MAVERICK, UCDP, only_claim, write_csv
from whosays.ingest.coded import load_map
from whosays.model import InputError, Kind, Measure, PlacePrecision, TimePrecision

LEAST = """
name = "harbour"
version = "1"
publisher = "Harbour Institute"
[kind]
columns = "what"
cells = { raid = "attack" }
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "harbour.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["acled", "ucdp-ged", "maverick"])
def test_a_ready_map_names_columns_of_its_layout(name: str) -> None:
    flat = {*MAVERICK, *(f"{key}.{end}" for key in ("deaths", "injuries") for end in ("low", "best", "high"))}
    columns = {"acled": set(ACLED), "ucdp-ged": set(UCDP), "maverick": flat}[name]
    assert set(load_map(name).columns) <= columns


def test_a_map_of_ones_own(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        LEAST
        + """
        [place]
        name = ["village", "town"]
        lat = "y"
        lon = "x"
        otherwise = "town"
        [time]
        start = "day"
        [[figures]]
        measure = "displaced"
        low = "from"
        """,
    )
    row = {
        "what": "raid",
        "village": "",
        "town": "Marwa",
        "y": "35.5",
        "x": "36",
        "day": "2008-03-07",
        "from": "40",
    }
    claim = only_claim(write_csv(tmp_path / "t.csv", row), load_map(path))
    assert claim.kind is Kind.ATTACK
    assert claim.place is not None
    assert claim.place.place is not None
    assert (claim.place.place.name, claim.place.place.precision) == ("Marwa", PlacePrecision.TOWN)
    assert claim.time is not None
    assert claim.time.precision is TimePrecision.DAY
    (figure,) = claim.figures
    assert (figure.measure, figure.low, figure.high) == (Measure.DISPLACED, 40, None)


def test_the_least_map_is_enough(tmp_path: Path) -> None:
    map_ = load_map(written(tmp_path, LEAST))
    claim = only_claim(write_csv(tmp_path / "t.csv", {"what": "raid"}), map_)
    assert (map_.reader, claim.trigger.quote, claim.place, claim.time) == (
        "import/harbour-1",
        "raid",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('version = "1"', "", "version is missing; add it"),
        ('version = "1"', "version = 1", "version should be a valid string"),
        ('"harbour"', '"a b"', "name should match pattern '^[a-z0-9][a-z0-9._-]*$'"),
        ('columns = "what"', "columns = 3", "kind.columns should be a text or a list of texts"),
        ('"attack"', '"atack"', "kind.cells.raid should be 'clash', 'airstrike', 'shelling'"),
        (
            "[kind]",
            "[kind]\ncolour = 1",
            "kind.colour is no key of a map; take it out or correct its spelling",
        ),
        ('publisher = "Harbour Institute"', "", "the map needs either publisher or publisher_column"),
        (
            "[kind]",
            '[[figures]]\nmeasure = "killed"\n[kind]',
            "figures.0 needs either count, or low and high",
        ),
        ("[kind]", "[place]\nlat = 'y'\n[kind]", "place.name is missing; add it"),
        ("[kind]", "[kind", "cannot be read as TOML in UTF-8 ("),
    ],
)
def test_what_is_wrong_is_told_with_its_key(tmp_path: Path, old: str, new: str, why: str) -> None:
    assert LEAST.count(old) == 1
    path = written(tmp_path, LEAST.replace(old, new))
    with pytest.raises(InputError) as caught:
        load_map(path)
    assert str(caught.value).startswith(f"{path}: {why}")
    assert "\n" not in str(caught.value)


def test_a_map_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(InputError) as caught:
        load_map("aclde")
    assert str(caught.value) == (
        "aclde: there is no such map; name a file, or one that is ready: acled, maverick, ucdp-ged"
    )


def test_a_folder_is_no_map(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a directory"):
        load_map(tmp_path)
