"""What files are, by their content."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ingest.sniff import Format, sniff
from whosays.model import InputError


def zipped(*names: str) -> bytes:
    """A ZIP archive with empty members of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"", Format.TEXT),
        (b"Shells fell on Marwa.", Format.TEXT),
        (b"{curly} beginnings are no JSON", Format.TEXT),
        (b"[Marwa] Shells fell.", Format.TEXT),
        (b"<quote> is how it began", Format.TEXT),
        (b"5 < 6 and <html was mentioned", Format.TEXT),
        ("قصف".encode("cp1256"), Format.TEXT),
        ("Shells fell.".encode("utf-16"), Format.TEXT),
        ("Shells fell.".encode("utf-16-le"), Format.TEXT),
        (b'{"text": "a"}', Format.JSONL),
        (b'\xef\xbb\xbf{"text": "a"}\r\n{"text": "b"}', Format.JSONL),
        (b'\n\n  { "text": "a"}', Format.JSONL),
        (b'{}\n{"text": "b"}', Format.JSONL),
        (b'oops\n{"text": "a"}\n{"text": "b"}', Format.JSONL),
        (b'{"text": "' + b"a" * 70_000, Format.JSONL),
        (b"<!DOCTYPE html><html></html>", Format.HTML),
        (b"\xef\xbb\xbf \n<!doctype HTML>", Format.HTML),
        (b'<?xml version="1.0"?>\n<!-- a page -->\n<html xmlns="http://www.w3.org/1999/xhtml">', Format.HTML),
        (b"<p>Shells fell.</p>", Format.HTML),
        (b"saved from a browser\n<html lang=en><body>", Format.HTML),
        ("<!DOCTYPE html>".encode("utf-16"), Format.HTML),
    ],
)
def test_recognises_what_is_read(head: bytes, expected: Format) -> None:
    assert sniff(head, "x") is expected


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF"),
        (b"\xef\xbb\xbf%PDF-1.4", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"GIF89a", "a GIF image"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP image"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "a sound recording"),
        (b"\0\0\0\x18ftypmp42", "a video"),
        (b"\0\0\0\x18ftypheic", "a HEIF image"),
        (zipped("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (zipped("notes.txt"), "a ZIP archive"),
        (zipped(), "an empty ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Microsoft Office document"),
        (b"{\\rtf1\\ansi Shells fell.}", "an RTF document"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "a gzip archive"),
        (b"SQLite format 3\0\x10\0", "an SQLite database"),
        (b"WARC/1.0\r\nWARC-Type: response", "a web archive (WARC)"),
        (b'<?xml version="1.0"?><rss version="2.0">', "a news feed"),
        (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', "a news feed"),
        (b"\x7fELF\x02\x01", "a program"),
        (bytes(range(256)), "a binary file"),
        (b"hello\0world", "a binary file"),
        (b"\0" * 100, "a binary file"),
    ],
)
def test_names_what_is_not_read(head: bytes, name: str) -> None:
    with pytest.raises(InputError) as caught:
        sniff(head, "dir/file.txt")
    assert str(caught.value) == f"dir/file.txt: this is {name}; only text, HTML and JSON Lines are read"


@pytest.mark.parametrize(
    "head", [b'[{"text": "a"}]', b'[\n  {"text": "a"}\n]', b'{\n  "text": "a"\n}', b'{\r\n\t"text": "a"}']
)
def test_one_json_document_is_told_to_become_lines(head: bytes) -> None:
    with pytest.raises(InputError, match="write one report a line"):
        sniff(head, "x")


def test_a_stray_control_byte_in_a_long_text_is_no_binary() -> None:
    assert sniff(b"Shells fell on Marwa. " * 100 + b"\0", "x") is Format.TEXT


@given(st.binary(max_size=300))
def test_any_head_is_something_or_refused(head: bytes) -> None:
    try:
        assert sniff(head, "x") in Format
    except InputError as error:
        assert str(error).startswith("x: this is ")  # noqa: PT017 - either outcome is right
