from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from bench.scorers.measures import Row
from bench.sets import SETS, DataSet, report
from whosays.model import Published

CLAIMS = next(data_set for data_set in SETS if data_set.name == "claims/held-out")


def write(path: Path, *rows: Row) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def two_files(folder: Path) -> DataSet:
    write(folder / "gold.jsonl", {"id": "b", "claims": []}, {"id": "a", "claims": []})
    write(folder / "reports.jsonl", {"id": "a", "text": "A."}, {"id": "b", "text": "B."})
    return DataSet("notes", ("gold.jsonl", "reports.jsonl"), CLAIMS.score)


def test_rows_of_two_files_join_by_id_in_the_order_of_the_first(tmp_path: Path) -> None:
    assert two_files(tmp_path).rows(tmp_path) == [
        {"id": "b", "claims": [], "text": "B."},
        {"id": "a", "claims": [], "text": "A."},
    ]


def test_fingerprint_depends_on_every_file(tmp_path: Path) -> None:
    data_set = two_files(tmp_path)
    before = data_set.fingerprint(tmp_path)
    write(tmp_path / "reports.jsonl", {"id": "a", "text": "A!"})
    assert data_set.fingerprint(tmp_path) != before


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ({"published": "2031-03-14"}, date(2031, 3, 14)),
        ({"date": "2031-03-14"}, date(2031, 3, 14)),
        ({"dct": "2031-03-14T09:30"}, datetime(2031, 3, 14, 9, 30)),  # noqa: DTZ001 the source has no zone
        ({"date": None}, None),
        ({}, None),
    ],
)
def test_publication_has_three_names(written: Row, published: Published) -> None:
    assert report({"id": "a", "text": "The ferry was hit."} | written).published == published


def test_report_keeps_text_and_id() -> None:
    got = report({"id": "a", "text": " The ferry\r\n", "publisher": "Tarsa Herald"})
    assert (got.id, got.text, got.publisher) == ("a", " The ferry\r\n", "Tarsa Herald")


@pytest.mark.parametrize(("dated", "times"), [(True, (0, 1, 1)), (False, (0, 0, 0))])
def test_wrong_gold_times_count_neither_way(dated: bool, times: tuple[int, int, int]) -> None:
    claim: Row = {"trigger": [0, 4], "kind": "clash", "time": "2031-03-14"}
    gold = {"id": "a", "times": dated, "sentences": [[0, 9]], "claims": [claim]}
    counts = CLAIMS.score([gold], {"a": {"claims": [claim | {"time": "2030-01-01"}]}}).counts
    assert (counts["time"].hits, counts["time"].predicted, counts["time"].gold) == times
    assert counts["claims"].f1 == 1


def test_names_are_unique() -> None:
    assert len({data_set.name for data_set in SETS}) == len(SETS)
