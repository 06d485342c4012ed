from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.floors import SLACK, Floors, load, save

SHARES = st.dictionaries(st.sampled_from(["slot", "claims", "value accuracy"]), st.floats(0, 1))


@pytest.mark.parametrize(
    ("got", "dropped"), [(0.9, False), (0.8, False), (0.7901, False), (0.7899, True), (0.0, True)]
)
def test_a_drop_is_what_processors_do_not_explain(got: float, dropped: bool) -> None:
    lines = list(Floors("0f", {"slot": 0.8}).drops({"slot": got}))
    assert lines == ([f"slot: floor 0.8000, got {got:.4f}"] if dropped else [])


def test_a_measure_that_vanished_is_a_drop() -> None:
    assert list(Floors("0f", {"slot": 0.8}).drops({"claims": 1.0})) == [
        "slot: floor 0.8000, no longer measured"
    ]


def test_a_new_measure_is_no_drop() -> None:
    assert list(Floors("0f", {}).drops({"claims": 0.1})) == []


@given(SHARES, SHARES)
def test_raising_never_lowers_nor_forgets(old: dict[str, float], measured: dict[str, float]) -> None:
    raised = Floors("0f", old).raised(measured)
    assert raised.floors.keys() == old.keys() | measured.keys()
    assert all(raised.floors[name] >= floor for name, floor in old.items())


@given(SHARES)
def test_what_was_measured_is_not_below_its_own_floor(measured: dict[str, float]) -> None:
    assert list(Floors("0f", {}).raised(measured).drops(measured)) == []


def test_floors_survive_the_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    floors = {"geo/lgl": Floors("0f", {"within 161 km": 0.5, 'of "direct"': 0.25}), "time": Floors("a0", {})}
    save(path, floors)
    assert load(path) == floors


def test_no_file_is_no_floors(tmp_path: Path) -> None:
    assert load(tmp_path / "floors.toml") == {}


def test_slack_is_a_point_at_most() -> None:
    assert 0 < SLACK <= 0.01
