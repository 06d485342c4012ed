from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bench import reading
from bench.scorers.measures import Counts, Row, Scores
from bench.sets import DataSet
from whosays.pipeline import Pipeline

ROWS = [
    {"id": "b", "text": "Shells hit the port of Latakia on 14 March 2031, a nurse said.", "claims": []},
    {"id": "a", "text": "Nobody was hurt.", "claims": []},
]


def count_texts(gold: Sequence[Row], predicted: Mapping[str, Row]) -> Scores:
    same = sum(predicted[row["id"]]["text"] == row["text"] for row in gold)
    return Scores({"texts": Counts(same, len(predicted), len(gold))})


def test_a_data_set_is_read_scored_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "notes.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    monkeypatch.setattr(reading, "OUT", tmp_path / "out")

    scores = reading.scored(DataSet("notes/all", (str(path),), count_texts), Pipeline.default())

    assert scores.counts["texts"] == Counts(2, 2, 2)
    kept = [json.loads(line) for line in (tmp_path / "out" / "notes-all.jsonl").read_text().splitlines()]
    assert [row["id"] for row in kept] == ["b", "a"]
    assert "2031-03-14" in [time["value"] for time in kept[0]["times"]]
