from __future__ import annotations

import math

import pytest

from bench.scorers.geo import FAR_KM, distance_km, log_auc, score
from bench.scorers.measures import Counts, Row, Scores

ALEPPO, IDLIB, MOSCOW = (36.2, 37.16), (35.93, 36.63), (55.75, 37.62)
NOWHERE = (None, None)


def at(
    start: int,
    end: int,
    point: tuple[float, float] | tuple[None, None] = NOWHERE,
    kind: str | None = None,
    geonames_id: int | None = None,
) -> Row:
    lat, lon = point
    return {"span": [start, end], "lat": lat, "lon": lon, "kind": kind, "geonames_id": geonames_id}


def scored(gold: list[Row], predicted: list[Row], kind: str | None = None) -> Scores:
    return score([{"id": "a", "places": gold}], {"a": {"id": "a", "places": predicted}}, kind)


def test_known_distance() -> None:
    paris, london = at(0, 1, (48.85, 2.35)), at(0, 1, (51.51, -0.13))
    assert distance_km(paris, london) == pytest.approx(343.7, abs=2)


def test_no_point_is_as_far_as_can_be() -> None:
    assert distance_km(at(0, 1, ALEPPO), at(0, 1)) == FAR_KM


def test_one_geonames_id_is_one_place() -> None:
    kansas, lebanon = (38.0, -97.0), (44.0, -103.0)
    assert distance_km(at(0, 2, kansas, geonames_id=1), at(0, 2, lebanon, geonames_id=1)) == 0
    assert distance_km(at(0, 2, kansas), at(0, 2, lebanon)) > 161


@pytest.mark.parametrize(
    ("distances", "auc"),
    [
        ([], 0.0),
        ([0.0, 0.0, 0.0], 0.0),
        ([FAR_KM] * 4, 1.0),
        ([0.0, 161.0], math.log(162) / math.log(20039) / 2),
    ],
)
def test_area_under_the_log_distances(distances: list[float], auc: float) -> None:
    assert log_auc(distances) == pytest.approx(auc)


def test_gold_against_itself_is_perfect() -> None:
    gold = [at(0, 6, ALEPPO), at(9, 14, IDLIB)]
    got = scored(gold, gold)
    assert set(got.headline().values()) == {1.0}
    assert got.errors == {"median km": 0, "auc": 0}


def test_right_words_wrong_place() -> None:
    got = scored([at(0, 6, ALEPPO)], [at(0, 6, MOSCOW)])
    assert got.headline() == {"strict": 1, "overlap": 1, "end to end": 0, "within 161 km": 0}


def test_shared_characters_are_not_strict() -> None:
    got = scored([at(8, 14, ALEPPO)], [at(0, 14, ALEPPO)])
    assert got.headline() == {"strict": 0, "overlap": 1, "end to end": 1, "within 161 km": 1}


def test_article_without_a_prediction_is_missed() -> None:
    gold = [{"id": name, "places": [at(0, 6, ALEPPO)]} for name in "ab"]
    assert score(gold, {"a": gold[0]}).counts["strict"] == Counts(hits=1, predicted=1, gold=2)


def test_gold_without_a_point_counts_for_its_span_only() -> None:
    got = scored([at(0, 6), at(9, 14, IDLIB)], [at(0, 6, MOSCOW), at(9, 14, IDLIB)])
    assert got.counts["overlap"].hits == 2
    assert got.counts["end to end"] == Counts(1, 1, 1)


def test_prediction_without_a_point_is_far_off_but_no_false_place() -> None:
    got = scored([at(0, 6, ALEPPO)], [at(0, 6)])
    assert got.shares["within 161 km"] == 0
    assert got.counts["end to end"] == Counts(0, 0, 1)


def test_the_other_kind_is_left_out() -> None:
    gold = [at(0, 6, ALEPPO, "literal"), at(9, 16, MOSCOW, "associative")]
    got = scored(gold, [at(0, 6, ALEPPO), at(9, 16, MOSCOW), at(20, 25, IDLIB)], "literal")
    assert got.counts["strict"] == Counts(1, 2, 1)
    assert got.counts["end to end"] == Counts(1, 2, 1)


def test_nothing_found_is_no_error() -> None:
    got = scored([], [])
    assert set(got.headline().values()) == {0.0}
    assert got.errors == {}
