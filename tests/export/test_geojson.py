"""Claims as GeoJSON: valid, and with no point where nobody places anything."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from tests.export.exporting import DAY, JETS, MARSA, RIVERLAND, VALE, scene, written
from tests.reconcile.accounts.telling import MONITOR, killed, named, on, place, tell
from whosays.export.geojson import NO_PLACE, NO_POINT
from whosays.export.receipt import CAUTION
from whosays.model import Location, Stance, Told

DENIED = tell(MONITOR, stance=Stance.DENIED, where=MARSA, id_="c2")


def features(*tolds: Told) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = collection(*tolds)["features"]
    return found


def collection(*tolds: Told) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written("geojson", scene(*tolds))[0])
    return found


def test_a_feature_is_a_claim_with_who_says_it_in_which_words() -> None:
    told = tell(MONITOR, actor=named(JETS), where=MARSA, when=on(DAY), figures=[killed(9)], id_="c1")
    [found] = features(told)
    assert found == {
        "type": "Feature",
        "id": "c1",
        "geometry": {"type": "Point", "coordinates": [36.25, 35.5]},
        "properties": {
            "kind": "airstrike",
            "stance": "asserted",
            "voices": ["Harbour Monitor for Rights"],
            "actor": ["River jets"],
            "target": [],
            "time": "2031-05-04",
            "place": "Marsa",
            "geonames_id": MARSA.place.geonames_id if MARSA.place else None,
            "precision": "town",
            "figures": [{"measure": "killed", "low": 9, "high": 9, "of": "people", "text": "some"}],
            "quote": "strike",
            "publisher": "River Post",
            "published": "2031-05-04",
            "title": None,
            "url": None,
            "report": told.report.id,
            "printed_by_family": None,
        },
    }


def test_a_collection_says_that_nothing_is_verified_and_has_no_reference_system() -> None:
    found = collection(DENIED)
    assert (found["type"], found["caution"]) == ("FeatureCollection", CAUTION)
    assert "crs" not in found


@pytest.mark.parametrize(("where", "why"), [(VALE, NO_POINT), (RIVERLAND, NO_POINT), (None, NO_PLACE)])
def test_what_no_point_can_stand_for_has_no_geometry(where: Location | None, why: str) -> None:
    told = tell(where=where, id_="c1")
    text, receipt = written("geojson", scene(told))
    assert json.loads(text)["features"][0]["geometry"] is None
    assert receipt.record()["collapsed"] == [{"why": why, "count": 1, "claims": ["c1"]}]


def test_a_denied_claim_says_that_it_is_denied() -> None:
    assert features(DENIED)[0]["properties"]["stance"] == "denied"


@settings(deadline=None)
@given(st.text(), st.floats(-90, 90), st.floats(-180, 180))
def test_whatever_is_told_is_valid(words: str, lat: float, lon: float) -> None:
    told = tell(where=place("Marsa", at=(lat, lon)), outlet=words, trigger=words or "x")
    [found] = features(told)
    assert shape(found["geometry"]) == Point(lon, lat)
    assert found["properties"]["publisher"] == words


def test_nothing_asked_for_is_an_empty_collection() -> None:
    assert json.loads(written("geojson")[0])["features"] == []


def test_every_claim_is_a_feature() -> None:
    tolds = [tell(id_=f"c{n}") for n in range(5)]
    assert sorted(found["id"] for found in features(*tolds)) == [told.claim.id for told in tolds]
