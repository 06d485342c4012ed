"""Word documents."""

from __future__ import annotations

import zipfile
from datetime import date

import pytest

from tests.ingest.reading import complaints, only_report
from tests.ingest.samples import BODY, PARAGRAPHS, TITLE, run, word, zipped

RUNS = "".join(map(run, PARAGRAPHS))


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{run(cell)}</w:tc>' for cell in cells)}</w:tr>"


def test_paragraphs_title_and_day() -> None:
    report = only_report(
        word(run(TITLE, "Title") + run("As of 4 December 2024") + RUNS, modified="2024-12-09T10:00:00Z")
    )
    assert (report.title, report.published) == (TITLE, date(2024, 12, 4))
    assert report.text == f"As of 4 December 2024\n\n{BODY}"
    assert report.language == "en"


def test_without_a_day_in_it_that_of_the_file_is_taken_and_told() -> None:
    data = word(RUNS, modified="2024-12-05T10:00:00Z")
    assert only_report(data).published == date(2024, 12, 5)
    assert complaints(data) == [": published 2024-12-05 by the file's metadata alone"]


@pytest.mark.parametrize(
    ("title", "expected"), [(TITLE, TITLE), ("Template for updates", None), ("Document1", None)]
)
def test_a_title_of_the_metadata_is_believed_if_the_text_has_it(title: str, expected: str | None) -> None:
    assert only_report(word(run(TITLE) + RUNS, title=title)).title == expected


def test_a_table_is_a_paragraph_a_row() -> None:
    table = f"<w:tbl>{row('Place', 'Families')}{row('Tel Sira', '2,100')}</w:tbl>"
    assert only_report(word(RUNS + table)).text == f"{BODY}\n\nPlace\tFamilies\n\nTel Sira\t2,100"


@pytest.mark.parametrize(
    "part",
    [
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
        "<w:p><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del></w:p>",
        '<mc:Fallback xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"{run('again')}</mc:Fallback>",
    ],
)
def test_what_is_not_shown_is_no_part_of_the_text(part: str) -> None:
    assert only_report(word(RUNS + part)).text == BODY


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (word(""), "there is no text in this Word document"),
        (word(run("a"), doctype='<!DOCTYPE a [<!ENTITY b "c">]>'), "this Word document is damaged"),
        (zipped({"word/document.xml": "<w:p"}), "this Word document is damaged"),
        (
            word(f"<w:p><w:r><w:t>{'a' * (65 << 20)}</w:t></w:r></w:p>"),
            "bytes unpacked are too many for one document",
        ),
        (word(RUNS)[:-30], "this ZIP archive"),
        (
            word(RUNS).replace(b"word/document.xml", b"word/documENT.xml", 1),
            "this ZIP archive cannot be read",
        ),
        (zipped({"word/styles.xml": "<a/>"}), "this is a ZIP archive; only text, HTML, PDF"),
        (zipped({"notes.txt": BODY}, zipfile.ZIP_STORED), "this is a ZIP archive; only text, HTML, PDF"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, why: str) -> None:
    (told,) = complaints(data)
    assert why in told
