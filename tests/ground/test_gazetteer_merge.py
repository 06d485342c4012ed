"""The package's index and the places of dumps in one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ground.test_gazetteer_build import city, country, division, write_gazetteer
from whosays.ground.gazetteer import Gazetteer, exact_key
from whosays.ground.gazetteer.dump import Toponym
from whosays.ground.gazetteer.merge import merge
from whosays.ground.gazetteer.store import PACKAGED, Store
from whosays.model import Place

FOO, BAR = 70, 71
NAMES = ("Quxland", "QX", "Foo Province", "Bar Province", "Ay", "Bee", "Cee")


@cache
def base() -> Store:
    """An index of one country with two provinces and three towns."""
    foo, bar = division("division:1", "Foo Province"), division("division:2", "Bar Province")
    foo.geonames_id, foo.point, bar.point = FOO, (10.0, 20.0), (12.0, 20.0)
    quxland = country()
    quxland.point = (11.0, 20.0)
    towns = [
        city(1, "Ay", "division:1", (10.0, 20.0), 9000),
        city(2, "Bee", "division:2", (12.0, 20.0)),
        city(3, "Cee", "division:2", (12.1, 20.0)),
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder, "gazetteer.bin")
        write_gazetteer(path, [quxland, foo, bar, *towns])
        return Store.open(path)


def toponym(
    id_: int,
    *names: str,
    variants: Sequence[str] = (),
    at: tuple[float, float] = (10.1, 20.0),
    feature: str = "P.PPL",
    country: str = "QQ",
    codes: tuple[str, str] = ("", ""),
    people: int = 0,
) -> Toponym:
    return Toponym(id_, names, tuple(variants), at, feature, country, codes, people, b"")


def merged(*toponyms: Toponym) -> Gazetteer:
    return Gazetteer(Store(*merge(base(), toponyms), digest=""))


def only(gazetteer: Gazetteer, name: str) -> Place:
    (found,) = gazetteer.lookup(name, loose=False)
    return found.place


def test_a_village_is_found_by_all_its_names() -> None:
    village = toponym(90, "Zed", "Zad", variants=("Zedd", "زد"), people=30)
    gazetteer = merged(village)
    for name, own in (("Zed", True), ("Zad", True), ("Zedd", False), ("زد", False)):
        (found,) = gazetteer.lookup(name, loose=False)
        assert (found.place.geonames_id, found.place.name, found.own) == (90, "Zed", own)
        assert (found.population, found.counted, found.place.kind) == (30, 30, "city")


def test_a_village_is_found_by_its_sound() -> None:
    (found,) = merged(toponym(90, "Zurbaniya")).lookup("Zorbanieh")
    assert (found.place.geonames_id, found.exact) == (90, False)


def test_of_an_uncounted_village_nobody_says_how_large_it_is() -> None:
    (found,) = merged(toponym(90, "Zed")).lookup("Zed")
    assert found.counted is None
    assert found.population > 0  # 0 would be a region, of which any size is thought


def test_a_village_stands_behind_a_town_of_its_name() -> None:
    assert [c.place.geonames_id for c in merged(toponym(90, "Ay")).lookup("Ay")] == [1, 90]


@pytest.mark.parametrize(
    ("codes", "at", "province"),
    [
        (("F", ""), (12.0, 20.0), "Foo Province"),
        (("F", "F1"), (12.0, 20.0), "Foo Province"),
        (("B", ""), (10.0, 20.0), "Bar Province"),
        (("N", ""), (10.1, 20.0), "Foo Province"),
        (("", ""), (12.2, 20.0), "Bar Province"),
        (("", ""), (16.0, 20.0), None),
    ],
)
def test_a_village_lies_where_its_codes_say_or_the_next_town(
    codes: tuple[str, str], at: tuple[float, float], province: str | None
) -> None:
    divisions = (
        toponym(FOO, "Another Name", feature="A.ADM1", codes=("F", "")),
        toponym(BAR, "Al Bar", variants=("Bar Province",), feature="A.ADM1", codes=("B", "")),
        toponym(72, "Nobody's Province", feature="A.ADM1", codes=("N", "")),
    )
    place = only(merged(*divisions, toponym(90, "Zed", codes=codes, at=at)), "Zed")
    assert (place.admin1, place.country) == (province, "QQ")


def test_a_village_of_an_unknown_country_is_kept() -> None:
    place = only(merged(toponym(90, "Zed", country="ZZ")), "Zed")
    assert (place.country, place.admin1) == ("ZZ", None)


def test_a_base_is_no_exact_point() -> None:
    gazetteer = merged(toponym(90, "Camp Zed", feature="S.MILB"), toponym(91, "Zed Base", feature="L.MILB"))
    (found,) = gazetteer.lookup("Zed Base")
    assert (found.place.kind, found.radius, found.place.precision) == ("base", 2, "town")
    assert gazetteer.lookup("Camp Zed") == ()


def test_a_known_place_gains_names_and_stays_what_it_is() -> None:
    gazetteer = merged(toponym(1, "Ay", variants=("Aeiou", "ay"), at=(50.0, 50.0), people=5))
    (found,) = gazetteer.lookup("Aeiou")
    assert (found.place, found.population) == (only(gazetteer, "Ay"), 9000)
    assert not found.own
    assert (found.place.lat, found.place.lon) == (10.0, 20.0)


def test_nothing_added_is_the_same_index() -> None:
    shipped = Store.open(PACKAGED)
    _, columns = merge(shipped, [])
    assert all((columns[name] == column).all() for name, column in shipped.columns.items())
    assert all(columns[name].dtype == column.dtype for name, column in shipped.columns.items())


def test_other_places_make_another_edition() -> None:
    editions = {
        merged(*places).edition
        for places in ([], [toponym(90, "Zed")], [toponym(90, "Zad")], [toponym(90, "Zed", at=(11.0, 20.0))])
    }
    assert len(editions) == 4
    assert Gazetteer(base()).edition == ""


letters = st.text(st.sampled_from("abeiouKQZ'- حلبزد"), min_size=1, max_size=6).filter(str.strip)
toponyms = st.builds(
    toponym,
    st.integers(1, 6),
    letters,
    variants=st.lists(letters, max_size=3),
    at=st.tuples(st.floats(9, 13, width=32), st.floats(19, 21, width=32)),
    feature=st.sampled_from(["P.PPL", "S.DAM", "L.MILB"]),
)


@settings(deadline=None)
@given(st.lists(toponyms, unique_by=lambda toponym: toponym.geonames_id))
def test_what_was_added_is_found_and_what_was_there_still_is(added: list[Toponym]) -> None:
    before, after = Gazetteer(base()), merged(*added)
    for toponym in added:
        there = before.numbered(toponym.geonames_id)
        point = (there.place.lat, there.place.lon) if there else toponym.point
        for name in filter(exact_key, (*toponym.names, *toponym.variants)):
            found = {c.place.geonames_id: c.place for c in after.lookup(name, loose=False)}
            place = found[toponym.geonames_id]
            assert (place.lat, place.lon) == pytest.approx(point, abs=1e-4)
    for name in NAMES:
        assert set(before.lookup(name)) <= set(after.lookup(name))
