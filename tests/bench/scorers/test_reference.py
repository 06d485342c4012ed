"""The scorers give the figures of the reference scorers that come with the data, where they are there."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from random import Random
from types import ModuleType
from typing import Any

import pytest

from bench.scorers import attribution, claims, geo, time
from bench.scorers.measures import Counts, Row
from bench.sets import DATA, SETS

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the data sets are not there")

ROWS = 12


def reference(folder: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"reference_{folder}", DATA / folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(name: str) -> list[Row]:
    return next(data_set for data_set in SETS if data_set.name == name).rows()[:ROWS]


def worsened(items: list[Row], rng: Random) -> Iterator[Row]:
    """Some left out, some moved by a few characters, some with another's values."""
    for item in items:
        change = rng.random()
        if change < 0.2:
            continue
        other = rng.choice(items) if change > 0.7 else item
        yield {key: moved(other.get(key), rng) if change < 0.5 else other.get(key) for key in item}


def moved(value: Any, rng: Random) -> Any:
    match value:
        case [int(start), int(end)]:
            return [max(0, start + rng.randint(-3, 3)), end + rng.randint(4, 8)]
        case [[int(), int()], *_]:
            return [moved(span, rng) for span in value]
        case _:
            return value


def predictions(gold: list[Row], key: str) -> dict[str, Row]:
    rng = Random(7)
    return {row["id"]: {"id": row["id"], key: list(worsened(row[key], rng))} for row in gold[1:]}


def by_id(rows: dict[str, Row] | list[Row], key: str) -> dict[str, list[Row]]:
    return {row["id"]: row[key] for row in (rows.values() if isinstance(rows, dict) else rows)}


def figures(counts: Counts) -> tuple[float, float, float, int]:
    return counts.precision, counts.recall, counts.f1, counts.gold


@pytest.mark.parametrize("name", ["claims/gold", "claims/held-out"])
def test_claims(name: str) -> None:
    gold = rows(name)
    predicted = predictions(gold, "claims")
    ours = claims.score(gold, predicted).counts
    theirs = reference("claims").score(gold, by_id(predicted, "claims"))
    assert ours.keys() == theirs.keys()
    for measure, expected in theirs.items():
        assert figures(ours[measure]) == pytest.approx(tuple(expected.values())), measure


def test_attribution() -> None:
    gold = rows("attribution/dev")
    predicted = predictions(gold, "attributions")
    ours = attribution.score(gold, predicted)
    theirs = reference("attribution").score(gold, list(predicted.values()))
    for measure, found in ours.counts.items():
        expected = theirs[measure]
        got = [round(100 * share, 2) for share in (found.precision, found.recall, found.f1)]
        assert got == [expected["p"], expected["r"], expected["f1"]], measure
    for measure, share in ours.shares.items():
        assert round(100 * share, 2) == theirs["recall_by_kind"][measure.removeprefix("recall of ")]["r"]


@pytest.mark.parametrize(("name", "kind"), [("geo/lgl", None), ("geo/gwn", None), ("geo/gwn", "literal")])
def test_geo(name: str, kind: str | None) -> None:
    gold = rows(name)
    predicted = predictions(gold, "places")
    ours = geo.score(gold, predicted, kind)
    theirs = reference("geo").score(by_id(gold, "places"), by_id(predicted, "places"), kind)
    for measure, found in ours.counts.items():
        expected = theirs[measure.replace(" ", "_")]
        assert found == Counts(expected["hits"], expected["predicted"], expected["gold"]), measure
    resolution = theirs["resolution"]
    assert ours.shares["within 161 km"] == pytest.approx(resolution["acc161"])
    assert ours.errors["auc"] == pytest.approx(resolution["auc"])
    assert ours.errors["median km"] == pytest.approx(resolution["median_km"])


def test_time() -> None:
    gold = rows("time/train")
    predicted = predictions(gold, "times")
    ours = time.score(gold, predicted)
    theirs = reference("time").score(by_id(gold, "times"), by_id(predicted, "times"))
    for measure, found in ours.counts.items():
        expected = theirs[measure]
        assert found == Counts(expected["hits"], expected["predicted"], expected["gold"]), measure
    for measure, share in ours.shares.items():
        assert share == pytest.approx(theirs[measure.removesuffix(" accuracy")]["accuracy"])
