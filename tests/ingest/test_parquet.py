"""Parquet tables of articles."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.ingest.reading import complaints, only_report, read
from whosays.model import InputError, Report

TEXT = "Guns shelled the market of Marwa, the council said."


def table(*rows: dict[str, Any], schema: pa.Schema | None = None) -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), file)
    return file.getvalue()


def test_columns_are_named_as_in_other_tables() -> None:
    row = {"Article ID": 7, "headline": "Market hit", "body": TEXT, "outlet": "River Post"}
    found = only_report(table({**row, "link": "https://riverpost.example/7", "words": ["a"], "views": 3}))
    assert (found.given_id, found.title, found.publisher) == ("7", "Market hit", "River Post")
    assert (found.text, found.url) == (TEXT, "https://riverpost.example/7")


@pytest.mark.parametrize(
    ("written", "type_", "published"),
    [
        ("2024-11-29", pa.string(), date(2024, 11, 29)),
        (date(2024, 11, 29), pa.date32(), date(2024, 11, 29)),
        (
            1_732_875_000_123_456_789,
            pa.timestamp("ns", "UTC"),
            datetime(2024, 11, 29, 10, 10, 0, 123456, UTC),
        ),
        (None, pa.date32(), None),
    ],
)
def test_days_come_in_any_type(written: object, type_: pa.DataType, published: object) -> None:
    schema = pa.schema([("text", pa.string()), ("published", type_)])
    array = (
        pa.array([written], pa.int64()).cast(type_)
        if isinstance(written, int)
        else pa.array([written], type_)
    )
    file = io.BytesIO()
    pq.write_table(pa.table([pa.array([TEXT]), array], schema=schema), file)
    assert only_report(file.getvalue()).published == published


def test_a_row_without_a_text_or_with_a_wrong_day_is_told_and_the_rest_is_read() -> None:
    data = table({"text": None, "date": None}, {"text": TEXT, "date": "soon"}, {"text": TEXT, "date": None})
    assert [item.text for item in read(data) if isinstance(item, Report)] == [TEXT]
    assert complaints(data) == [
        ", row 1: its text is empty; a report needs one",
        ", row 2: its day 'soon' is no date; write YYYY-MM-DD or an ISO 8601 date and time",
    ]


def test_a_table_without_texts_is_told() -> None:
    assert complaints(table({"id": "a", "views": 3})) == [
        ': no column of this table holds texts; call it "text"'
    ]


@pytest.mark.parametrize("size", [4, 100, 400])
def test_a_damaged_table_is_told(size: int) -> None:
    (told,) = complaints(table({"text": TEXT})[:size])
    assert told.startswith(": a damaged Parquet table: ")


def test_a_damaged_row_group_is_told_and_the_others_are_read() -> None:
    file = io.BytesIO()
    rows = [{"text": f"{TEXT} No. {number}." * 50} for number in range(3)]
    pq.write_table(
        pa.Table.from_pylist(rows), file, row_group_size=1, compression="gzip", use_dictionary=False
    )
    data = bytearray(file.getvalue())
    second = pq.ParquetFile(file).metadata.row_group(1).column(0)
    end = second.data_page_offset + second.total_compressed_size
    data[end - 20 : end] = b"\xff" * 20
    assert [type(item) for item in read(bytes(data))] == [Report, InputError, Report]
    (told,) = complaints(bytes(data))
    assert told.startswith(", row 2: damaged: ")
    assert told.endswith("; the rest of its row group is not read")
