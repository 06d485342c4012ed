from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bench import floors, gate
from bench.scorers.measures import Row, Scores
from bench.sets import DataSet


def unused(_gold: Sequence[Row], _predicted: Mapping[str, Row]) -> Scores:
    return Scores({})


SETS = (DataSet("notes/a", ("notes/a.jsonl",), unused), DataSet("notes/b", ("notes/b.jsonl",), unused))


class Measured:
    """Fixed figures a data set, and which data sets were asked for."""

    def __init__(self, a: float, b: float) -> None:
        self.figures = {"notes/a": {"slot": a}, "notes/b": {"slot": b}}
        self.asked: list[str] = []

    def __call__(self, data_set: DataSet) -> dict[str, float]:
        self.asked.append(data_set.name)
        return self.figures[data_set.name]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "notes").mkdir()
    for name in "ab":
        row = {"id": name, "text": f"The ferry at quay {name} was hit."}
        (tmp_path / "notes" / f"{name}.jsonl").write_text(json.dumps(row) + "\n")
    return tmp_path


@pytest.fixture
def path(data: Path) -> Path:
    path = data / "floors.toml"
    assert gate.lift(SETS, data, path, Measured(0.5, 0.75)) == []
    return path


def test_nothing_dropped(data: Path, path: Path) -> None:
    assert gate.check(SETS, data, path, Measured(0.5, 0.8)) == []


def test_each_drop_is_a_line(data: Path, path: Path) -> None:
    assert gate.check(SETS, data, path, Measured(0.5, 0.6)) == ["notes/b slot: floor 0.7500, got 0.6000"]
    assert len(gate.check(SETS, data, path, Measured(0.4, 0.6))) == 2


def test_changed_data_are_named_and_not_measured(data: Path, path: Path) -> None:
    with (data / "notes" / "a.jsonl").open("a") as file:
        file.write("\n")
    measured = Measured(0.9, 0.9)
    [line] = gate.check(SETS, data, path, measured)
    assert line.startswith("notes/a: notes/a.jsonl changed: ")
    assert measured.asked == ["notes/b"]


def test_data_set_without_floors_is_a_problem(data: Path, path: Path) -> None:
    new = DataSet("notes/c", ("notes/b.jsonl",), unused)
    assert gate.check([new], data, path, Measured(1, 1)) == [
        "notes/c: no floors yet; write them with --raise"
    ]


def test_raising_lifts_and_never_lowers(data: Path, path: Path) -> None:
    assert gate.lift(SETS, data, path, Measured(0.25, 0.875)) == []
    found = floors.load(path)
    assert (found["notes/a"].floors, found["notes/b"].floors) == ({"slot": 0.5}, {"slot": 0.875})


def test_raising_leaves_the_floors_of_changed_data(data: Path, path: Path) -> None:
    before = floors.load(path)
    (data / "notes" / "a.jsonl").write_text("{}\n")
    [line] = gate.lift(SETS, data, path, Measured(0.9, 0.75))
    assert "notes/a.jsonl changed" in line
    assert floors.load(path) == before


def test_missing_files_are_named(data: Path) -> None:
    (data / "notes" / "b.jsonl").unlink()
    assert gate.missing(SETS, data) == [f"notes/b.jsonl is missing in {data}"]


def test_without_the_data_the_gate_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "DATA", tmp_path / "absent")
    assert gate.main([]) == 0
    assert capsys.readouterr().out == f"gate skipped: there is no {tmp_path / 'absent'}\n"
