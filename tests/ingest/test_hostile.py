"""Real files of every format with bytes cut, changed and put in: nothing but items ever comes out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.every import FILES
from tests.ingest.pdfs import flash_update
from tests.ingest.reading import read
from tests.ingest.samples import capture, gzipped, web_page
from whosays.ingest.pdf import boxes
from whosays.model import Report, Span

PIECES = st.binary(max_size=8) | st.sampled_from(
    [
        b"\0",
        b"\xff" * 4,
        b"<",
        b">",
        b"&#xD800;",
        b'"',
        b"\r\n\r\n",
        b"9" * 20,
        b"-1",
        b"PK\1\2",
        b"\x1f\x8b\x08",
    ]
)
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES), min_size=1, max_size=6)


def changed(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """The data with some bytes, at each share of its length, replaced by a piece."""
    for share, length, piece in changes:
        at = int(share * len(data))
        data = data[:at] + piece + data[at + length :]
    return data


@pytest.mark.parametrize("kind", FILES)
def test_a_changed_file_is_reports_or_errors_and_nothing_else(kind: str) -> None:
    @settings(max_examples=25, deadline=None)
    @given(CHANGES)
    def check(changes: list[tuple[float, int, bytes]]) -> None:
        for item in read(changed(FILES[kind], changes)):
            told = item.text if isinstance(item, Report) else str(item)
            assert told.strip()
            told.encode("utf-8")
            assert isinstance(item, Report) or "\n" not in told

    check()


@settings(max_examples=15, deadline=None)
@given(CHANGES, st.floats(0, 1), st.integers(1, 80))
def test_the_spans_of_a_changed_pdf_lie_on_its_pages(
    changes: list[tuple[float, int, bytes]], share: float, length: int
) -> None:
    data = changed(FILES["columns"], changes)
    for item in read(data):
        if isinstance(item, Report) and data.startswith(b"%PDF-"):
            start = int(share * (len(item.text) - 1))
            for box in boxes(data, Span.of(item.text, start, min(start + length, len(item.text)))):
                assert box.page >= 1
                assert box.left <= box.right
                assert box.top <= box.bottom


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_cut_short_is_read_or_refused(kind: str) -> None:
    data = FILES[kind]
    for share in (0.1, 0.5, 0.9, 0.99):
        assert all(str(item) for item in read(data[: int(share * len(data))]))


@pytest.mark.parametrize(
    "data",
    [
        b"<!--" * 16_000,
        b"<!DOCTYPE [" * 6_000,
        b"<?xml " * 10_000,
        b"a: b\n" * 13_000,
        b"From: a\nDate: b\n " * 4_000,
        b"text,title\n" + b'"' * 60_000,
        b"\xef\xbb\xbf" + b"\t," * 30_000,
    ],
)
def test_heads_that_would_be_slow_to_tell_are_told(data: bytes) -> None:
    assert read(data)


def test_names_in_a_file_do_not_break_a_message() -> None:
    captured = capture(web_page(), url="https://r.ex/\x1b[31m" + "a" * 9_999)
    told = [str(item) for item in read(gzipped(captured)) if not isinstance(item, Report)]
    assert len(told) == 1
    assert len(told[0]) < 500
    assert not re.search(r"[\r\n]", told[0])


def test_a_flash_update_survives_a_change_in_its_tail() -> None:
    assert any(isinstance(item, Report) for item in read(flash_update()[:-20]))
