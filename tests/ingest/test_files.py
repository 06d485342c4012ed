"""Files and directories, as they lie on a disk."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whosays.ingest import Item, Notice, reports
from whosays.ingest.sniff import READ
from whosays.model import InputError, Report
from whosays.model.report import LONGEST

TEXT = "Shells fell on the market of Marwa on Friday, residents said."
PAGE = f"<html><body><article><p>{TEXT} {TEXT}</p><p>{TEXT} Two were wounded.</p></article></body></html>"


def read(path: Path) -> list[Item]:
    return list(reports(path))


def texts(path: Path) -> list[str]:
    """The texts of the reports under `path`, all of which must be readable."""
    found = read(path)
    assert all(isinstance(item, Report) for item in found)
    return [item.text for item in found if isinstance(item, Report)]


def write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    "name", ["report", "report.txt", "report.pdf", "report.html", "report.jsonl", "ré port🚀"]
)
def test_the_name_says_nothing(tmp_path: Path, name: str) -> None:
    assert texts(write(tmp_path / name, TEXT)) == [TEXT]
    assert texts(write(tmp_path / name, f'{{"text": "{TEXT}"}}\n')) == [TEXT]
    (report,) = read(write(tmp_path / name, PAGE))
    assert isinstance(report, Report)
    assert "<" not in report.text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "there is no text in this file"),
        (b"\xef\xbb\xbf", "there is no text in this file"),
        (b"%PDF-1.7\n", "this PDF is damaged and cannot be opened"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", f"this is a PNG image; only {READ} are read"),
        (b"\0\1\2\3", f"this is a binary file; only {READ} are read"),
        (b"<html></html>", "no main text was found in this HTML page; save the article as text"),
        (b'[{"text": "a"}]', "this is one JSON document; write one report a line (JSON Lines)"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(tmp_path: Path, data: bytes, why: str) -> None:
    path = write(tmp_path / "r", data)
    (error,) = read(path)
    assert isinstance(error, InputError)
    assert str(error) == f"{path}: {why}"


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    for path, why in (
        (tmp_path / "gone.txt", "no such file or directory"),
        (write(tmp_path / "a.txt", TEXT) / "b.txt", "not a directory"),
    ):
        (error,) = read(path)
        assert str(error) == f"{path}: {why}"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_and_a_directory_without_permission(tmp_path: Path) -> None:
    file, directory = write(tmp_path / "a.txt", TEXT), tmp_path / "b"
    directory.mkdir()
    for path in (file, directory):
        path.chmod(0)
        (error,) = read(path)
        assert str(error) == f"{path}: permission denied"
        path.chmod(0o700)


def test_a_directory_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", "c.txt", "a.txt"):
        write(tmp_path / name, f"This is {name}.")
    assert texts(tmp_path) == [
        f"This is {name}." for name in ("a/1.txt", "a/2.txt", "a.txt", "b.txt", "c.txt")
    ]


def test_what_is_hidden_linked_or_no_file_is_skipped(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / ".hidden", TEXT)
    write(tmp_path / ".git/config", TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "pipe")
    assert texts(tmp_path) == [TEXT]


def test_an_empty_directory_is_told(tmp_path: Path) -> None:
    (error,) = read(tmp_path)
    assert str(error) == f"{tmp_path}: there is no file in this directory"


def test_one_bad_file_costs_nothing_but_itself(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", TEXT)
    write(tmp_path / "2.txt", b"%PDF-1.7")
    write(tmp_path / "3.jsonl", '{"text": "a"}\n{"text": 1}\n{"text": "b"}')
    assert [type(item) for item in read(tmp_path)] == [Report, InputError, Report, InputError, Report]


@pytest.mark.parametrize(
    ("data", "published", "publisher"),
    [
        (f"Outlet: River Post\nPublished: 2024-11-29\n\n{TEXT}", date(2024, 1, 2), "Harbour Post"),
        (PAGE, date(2024, 1, 2), "Harbour Post"),
        ('{"text": "a", "published": "2024-11-29"}', date(2024, 11, 29), "Harbour Post"),
    ],
)
def test_what_the_caller_states(tmp_path: Path, data: str, published: date, publisher: str) -> None:
    path = write(tmp_path / "r", data)
    (report,) = reports(path, published=date(2024, 1, 2), publisher="Harbour Post")
    assert isinstance(report, Report)
    assert (report.published, report.publisher) == (published, publisher)


def test_reports_come_before_the_file_is_at_its_end(tmp_path: Path) -> None:
    path = write(tmp_path / "r.jsonl", '{"text": "a"}\n' * 50_000)
    first = next(iter(reports(path)))
    assert first == Report(text="a")


def test_megabytes_on_one_line(tmp_path: Path) -> None:
    text = "Shells fell. " * (LONGEST // 13)
    assert texts(write(tmp_path / "r.jsonl", f'{{"text": "{text}"}}\n{{"text": "b"}}')) == [text, "b"]


def test_too_much_for_one_report_is_one_sentence_and_the_next_line_is_read(tmp_path: Path) -> None:
    text = "Shells fell. " * (LONGEST // 13 + 1)
    error, after = read(write(tmp_path / "r.jsonl", f'{{"text": "{text}"}}\n{{"text": "b"}}'))
    assert isinstance(error, InputError)
    assert error.why == f"{len(text):,} characters are too many for one report; split it"
    assert error.where.endswith("r.jsonl, line 1")
    assert isinstance(after, Report)


HEADS = st.sampled_from(
    [
        *(b"", b"\xff\xfe", b"\xef\xbb\xbf", b"<html>", b'{"text": ', b"Published: ", b"%PDF", b"PK\3\4"),
        *(b"<rss>", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"From: a\nDate: b\n\n", b"title,text\n"),
        b"From a Fri Nov 29 18:05:00 2024\n",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HEADS, st.binary(max_size=200) | st.text(max_size=100).map(lambda s: s.encode("utf-8", "replace")))
def test_any_bytes_are_a_report_or_an_error(tmp_path: Path, head: bytes, rest: bytes) -> None:
    found = read(write(tmp_path / "r", head + rest))
    assert any(not isinstance(item, Notice) for item in found)
    for item in found:
        if isinstance(item, Report):
            assert item.text.strip()
            item.text.encode("utf-8")
