"""Read a data set through whosays itself and score what comes out."""

from __future__ import annotations

import json
from pathlib import Path

from bench.scorers.measures import Scores
from bench.sets import DATA, DataSet, report
from whosays.export.contract import line, reading_record
from whosays.pipeline import Pipeline

OUT = Path(__file__).with_name("out")


def scored(data_set: DataSet, pipeline: Pipeline) -> Scores:
    """Scores of the pipeline; what it read is left in bench/out as `whosays read` prints it."""
    rows = data_set.rows()
    if data_set.predict:
        found = data_set.predict(DATA / data_set.files[0])
        return data_set.score(rows, {row["id"]: row for row in found})
    lines = [line(reading_record(reading)) for reading in pipeline.read_all(map(report, rows))]
    OUT.mkdir(exist_ok=True)
    path = OUT / f"{data_set.name.replace('/', '-')}.jsonl"
    path.write_text("".join(f"{text}\n" for text in lines), encoding="utf-8")
    return data_set.score(rows, {row["id"]: row for row in map(json.loads, lines)})
