"""CSV tables of articles."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import pytest

from tests.ingest.reading import complaints, only_report, read, read_reports
from whosays.ingest import table
from whosays.ingest.item import Stated
from whosays.ingest.table import header
from whosays.model import Report

HEAD = "id,Headline,Body,Date Published,Source,URL\r\n"
ROW = '7,Shells on Marwa,"Shells fell on the market,\r\nand a ""dam"" broke.",2024-11-29,River Post,https://r.ex/7\r\n'


def test_every_column_is_taken_by_its_usual_name() -> None:
    assert only_report(HEAD + ROW) == Report(
        text='Shells fell on the market,\nand a "dam" broke.',
        given_id="7",
        title="Shells on Marwa",
        publisher="River Post",
        published=date(2024, 11, 29),
        url="https://r.ex/7",
        language="en",
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(delimiter: str, encoding: str) -> None:
    data = (
        delimiter.join(["title", "text"])
        + "\n"
        + delimiter.join(["Ménagh", "Quatre tués près de Ménagh."])
        + "\n"
    )
    assert only_report(data.encode(encoding)).text == "Quatre tués près de Ménagh."


@pytest.mark.parametrize(
    "head",
    [
        "",
        "Text, title and date were discussed, he said.\nAll agreed, more or less, on it.\n",
        "text\nShells fell.\n",
        "title,text\nShells fell.\n",
        "title,date\nShells,2024-11-29\n",
        "text,title,text\na,b,c\n",
        "Shells fell on the text, and the title of the date was a story, he said\na, b\n",
    ],
)
def test_plain_text_is_no_table(head: str) -> None:
    assert header(head) is None


def test_a_first_row_longer_than_the_head_is_no_matter() -> None:
    text = "Shells fell on the market of Marwa. " * 5_000
    assert only_report(f'title,text\na,"{text}"\n').text == text.strip()


def test_bad_rows_are_one_sentence_each_and_the_rest_is_read() -> None:
    rows = (
        "1,A,Shells,2024-11-29,x,y\n2,B,too,many,cells,here,now\n3,C, ,2024-01-01,x,y\n"
        "4,D,Shells,29/11/2024,x,y\n"
        '5,E,"bad "quote,2024-01-01,x,y\n\n6,F,Last,2024-01-01T10:00:00Z,x,y\n'
    )
    assert complaints(HEAD + rows) == [
        ", row 3: 7 cells where the header names 6",
        ", row 4: its text is empty; a report needs one",
        ", row 5: its day '29/11/2024' is no date; write YYYY-MM-DD or an ISO 8601 date and time",
        ", row 6: not CSV: ',' expected after '\"'; "
        "quote cells with line breaks and double the quotes in them",
    ]
    assert [item.given_id for item in read(HEAD + rows) if isinstance(item, Report)] == ["1", "6"]


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2024-11-29 18:05:00", datetime(2024, 11, 29, 18, 5)),  # noqa: DTZ001 - the table gives no zone
        ('"Fri, 29 Nov 2024 18:05:00 GMT"', datetime(2024, 11, 29, 18, 5, tzinfo=UTC)),
        ("29 November 2024", date(2024, 11, 29)),
        ('"November 29, 2024"', date(2024, 11, 29)),
        ("", None),
    ],
)
def test_days_as_they_are_written(written: str, published: date | None) -> None:
    assert only_report(f"date,text\n{written},Shells fell.\n").published == published


def test_what_is_stated_fills_the_gaps() -> None:
    (report,) = read(
        "title,text,outlet\na,Shells fell.,\n", published=date(2024, 1, 2), publisher="Harbour Post"
    )
    assert isinstance(report, Report)
    assert (report.published, report.publisher) == (date(2024, 1, 2), "Harbour Post")


def test_a_thousand_rows() -> None:
    assert len(read_reports("title,text\n" + "a,Shells fell.\n" * 1_000)) == 1_000


def test_a_table_without_rows_is_told() -> None:
    assert complaints("title,text\n\n") == [": there is no row below the header of this table"]


def test_rows_come_before_the_table_is_at_its_end() -> None:
    file = io.BytesIO(b"title,text\n" + b"a,Shells fell.\n" * 400_000)
    next(iter(table.read(file, "x", Stated())))
    assert file.tell() < len(file.getvalue()) // 2
