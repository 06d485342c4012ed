"""Web archives."""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import UTC, date, datetime

import pytest

from tests.ingest.pdfs import flash_update
from tests.ingest.reading import complaints, only_report, read, read_reports
from tests.ingest.samples import BODY, MARKUP, capture, gzipped, web_page, zipped
from whosays.ingest import warc
from whosays.ingest.item import Stated
from whosays.model import Report

DATED = web_page(meta="<meta property='article:published_time' content='2024-11-29T10:00:00+03:00'>")
FIRST = capture(DATED, url="https://riverpost.example/1")
SECOND = capture(DATED, url="https://riverpost.example/2")
THIRD = capture(DATED, url="https://riverpost.example/3")


def addresses(data: bytes) -> list[str | None]:
    return [item.url for item in read(data) if isinstance(item, Report)]


@pytest.mark.parametrize(
    "data",
    [
        FIRST,
        gzipped(FIRST),
        zipped({"datapackage.json": "{}", "archive/data.warc.gz": gzipped(FIRST)}, zipfile.ZIP_STORED),
        zipped({"pages/pages.jsonl": "{}" * 50_000, "archive/data.warc": FIRST}),
        capture(gzip.compress(DATED.encode(), mtime=0), fields="Content-Encoding: gzip\r\n"),
        capture(DATED.replace("utf-8", "").encode("utf-8"), content="text/html; charset=UTF-8"),
    ],
)
def test_a_captured_page_is_a_report_with_its_address(data: bytes) -> None:
    report = only_report(data)
    assert (report.text, report.url) == (BODY, "https://riverpost.example/1")
    assert report.published == date(2024, 11, 29)


def test_the_charset_of_the_answer_is_believed() -> None:
    page = web_page(body=MARKUP + "<p>Überfall in Ménagh, sagte er.</p>").replace(
        "<meta charset='utf-8'>", ""
    )
    report = only_report(capture(page.encode("cp1250"), content="text/html; charset=windows-1250"))
    assert report.text.endswith("Überfall in Ménagh, sagte er.")


def test_the_time_of_capture_stands_in_for_a_day_and_is_told() -> None:
    data = capture(web_page())
    assert only_report(data).published == datetime(2024, 12, 1, 10, tzinfo=UTC)
    assert complaints(data) == [
        ", https://riverpost.example/1: published 2024-12-01 by the day of its capture alone"
    ]


def test_only_answers_with_pages_and_pdf_files_are_read() -> None:
    data = b"".join(
        (
            capture(DATED, kind="request"),
            capture(b"\x89PNG", content="image/png"),
            capture("<p>Gone</p>", status="404 Not Found"),
            capture("{}", content="application/json"),
            capture(flash_update(), content="application/pdf", url="https://office.example/3.pdf"),
            FIRST,
        )
    )
    assert addresses(data) == ["https://office.example/3.pdf", "https://riverpost.example/1"]


def test_a_page_without_an_article_is_a_notice() -> None:
    data = capture("<html></html>") + SECOND
    assert len(read_reports(data)) == 1
    (told,) = complaints(data)
    assert told.startswith(", https://riverpost.example/1: not read: no main text was found")


def test_what_is_damaged_costs_nothing_but_itself() -> None:
    packed = [gzip.compress(record, mtime=0) for record in (FIRST, SECOND, THIRD)]
    packed[1] = packed[1][:90] + b"\xff" * 8 + packed[1][98:]
    for data in (b"".join(packed), FIRST + b"garbage\r\n\r\n" + THIRD):
        assert addresses(data) == ["https://riverpost.example/1", "https://riverpost.example/3"]
        (told,) = complaints(data)
        assert told.startswith(": damaged behind byte 0: ")


def test_an_archive_that_is_cut_short_is_read_to_the_cut() -> None:
    data = gzipped(FIRST, SECOND)
    assert addresses(data[:-200])[:1] == ["https://riverpost.example/1"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_that_grows_endlessly_is_refused_and_the_next_is_read(packed: bool) -> None:
    body = b"<p>" + b"0" * (warc.LARGEST_PAGE + 1)
    bomb = capture(
        gzip.compress(body, mtime=0) if packed else body,
        fields="Content-Encoding: gzip\r\n" if packed else "",
    )
    data = gzipped(bomb, SECOND)
    assert complaints(data) == [", https://riverpost.example/1: more than 64 MiB are too much for one page"]
    assert addresses(data) == ["https://riverpost.example/2"]


def test_what_is_stated_fills_the_gaps_but_the_time_of_capture() -> None:
    (report,) = read(capture(web_page()), published=date(2024, 1, 2), publisher="Harbour Post")
    assert isinstance(report, Report)
    assert (report.published, report.publisher) == (date(2024, 1, 2), "Harbour Post")


def test_other_gzip_archives_are_not_read() -> None:
    (told,) = complaints(gzip.compress(b"Shells fell.", mtime=0))
    assert told.startswith(": this is a gzip archive; only text, HTML, PDF")


def test_an_archive_without_a_page_is_told() -> None:
    assert complaints(capture(DATED, kind="request")) == [
        ": there is no page in this archive, and no PDF file"
    ]


def test_pages_come_before_the_archive_is_at_its_end() -> None:
    file = io.BytesIO(gzipped(*[FIRST] * 2_000))
    next(iter(warc.read(file, "x", Stated(), lambda *_: iter(()))))
    assert file.tell() < len(file.getvalue()) // 2
