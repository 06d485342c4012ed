"""Looking up names in the package's own index."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.ground.gazetteer import Candidate, Gazetteer
from whosays.model import InputError, PlacePrecision

SYRIA, IDLIB_PROVINCE, KHAN_SHEIKHOUN = 163843, 169387, 168325


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("Aleppo", 170063),
        ("Halab", 170063),
        ("Khan Sheikhoun", KHAN_SHEIKHOUN),
        ("Khan Shaykhun", KHAN_SHEIKHOUN),
        ("Khan Cheikhoun", KHAN_SHEIKHOUN),
        ("Kiev", 703448),
        ("Kyiv", 703448),
        ("Deir Ezzor", 170794),
        ("Dayr az Zawr", 170794),
        ("Saraqeb", 164816),
        ("al-Bab", 174018),
        ("Afrin", 174186),
        ("Douma", 170592),
        ("Latakia", 173576),
        ("Lattakia", 173576),
        ("Idlib Governorate", IDLIB_PROVINCE),
        ("Rif Dimashq", 170652),
        ("Syria", SYRIA),
        ("US", 6252001),
        ("Britain", 2635167),
        ("Texas", 4736286),
        ("Asia", 6255147),
        ("West Bank", 285153),
    ],
)
def test_a_name_leads_to_its_place(gazetteer: Gazetteer, name: str, geonames_id: int) -> None:
    assert geonames_id in {candidate.place.geonames_id for candidate in gazetteer.lookup(name)}


@pytest.mark.parametrize("name", ["Eastern Ghouta", "Jobar", "Donbas", "Darfur", "Strait of Hormuz", "Sahel"])
def test_places_that_no_list_of_towns_has(gazetteer: Gazetteer, name: str) -> None:
    assert name in {candidate.place.name for candidate in gazetteer.lookup(name)}


@pytest.mark.parametrize("name", ["", "-", "Xyzzyplugh", "\ud800", "a" * 10_000, "hmah"])
def test_what_is_no_name_leads_nowhere(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


def test_a_place_knows_what_holds_it(gazetteer: Gazetteer) -> None:
    (town,) = gazetteer.lookup("Khan Sheikhoun")
    province, country = (gazetteer.entry(row) for row in town.within)
    assert (province.place.geonames_id, country.place.geonames_id) == (IDLIB_PROVINCE, SYRIA)
    assert (town.place.country, town.place.admin1) == ("SY", "Idlib Governorate")


@pytest.mark.parametrize(
    ("name", "geonames_id", "kind", "precision"),
    [
        ("Khan Sheikhoun", KHAN_SHEIKHOUN, "city", PlacePrecision.TOWN),
        ("Douma District", 170590, "district", PlacePrecision.DISTRICT),
        ("Idlib", IDLIB_PROVINCE, "province", PlacePrecision.PROVINCE),
        ("Syria", SYRIA, "country", PlacePrecision.COUNTRY),
        ("Asia", 6255147, "continent", PlacePrecision.REGION),
    ],
)
def test_the_precision_is_that_of_the_kind(
    gazetteer: Gazetteer, name: str, geonames_id: int, kind: str, precision: PlacePrecision
) -> None:
    found = called(gazetteer, name)[geonames_id].place
    assert (found.kind, found.precision) == (kind, precision)


def called(gazetteer: Gazetteer, name: str) -> dict[int | None, Candidate]:
    return {found.place.geonames_id: found for found in gazetteer.lookup(name)}


def test_a_province_does_not_stand_on_its_capital(gazetteer: Gazetteer) -> None:
    province, capital = (called(gazetteer, "Aleppo")[number] for number in (170062, 170063))
    assert abs(province.place.lat - capital.place.lat) > 0.05


def test_sounds_count_only_if_no_spelling_agrees(gazetteer: Gazetteer) -> None:
    assert all(candidate.exact for candidate in gazetteer.lookup("Saraqib"))
    assert not any(candidate.exact for candidate in gazetteer.lookup("Saraqeeb"))
    assert gazetteer.lookup("Saraqeeb", loose=False) == ()


def test_capitals_are_known(gazetteer: Gazetteer) -> None:
    capitals = [c.place.country for c in gazetteer.lookup("Washington") if c.capital]
    assert capitals == ["US"]


@pytest.mark.parametrize(("code", "name"), [("SY", "Syria"), ("UA", "Ukraine"), ("XX", None)])
def test_countries_by_code(gazetteer: Gazetteer, code: str, name: str | None) -> None:
    found = gazetteer.country(code)
    assert (found.place.name if found else None) == name


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_looked_up(name: str) -> None:
    populations = [candidate.population for candidate in Gazetteer.open().lookup(name)]
    assert populations == sorted(populations, reverse=True)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "cannot be read"),
        (b"", "cannot be read"),
        (b"\x00\xff no index\n", "cannot be read"),
        (b"[]\n", "another version"),
        (b'{"format": 0}\n', "another version"),
        (
            b'{"format": 1, "kinds": [], "countries": [], "columns": {"names": ["B", 0, 99]}}\nxx',
            "cut short",
        ),
    ],
)
def test_a_broken_index_says_what_to_do(tmp_path: Path, content: bytes | None, why: str) -> None:
    path = tmp_path / "gazetteer.bin"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=rf"gazetteer\.bin.*{why}.*install whosays again"):
        Gazetteer.open(path)
