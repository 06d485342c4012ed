"""What files are, by their content."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ingest.sniff import READ, Format, sniff
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
    ("head", "expected"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", Format.PDF),
        (b"\xef\xbb\xbf%PDF-1.4", Format.PDF),
        (zipped("[Content_Types].xml", "word/document.xml"), Format.ZIP),
        (zipped("notes.txt"), Format.ZIP),
        (b"WARC/1.0\r\nWARC-Type: response", Format.WARC),
        (gzip.compress(b"WARC/1.0\r\nWARC-Type: response", mtime=0), Format.WARC),
        (b'<?xml version="1.0"?><rss version="2.0">', Format.FEED),
        (b"<rss>", Format.FEED),
        (b"<!-- a --><!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss>", Format.FEED),
        (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', Format.FEED),
        (b'<rdf:RDF xmlns:rdf="http://r.ex" xmlns="http://purl.org/rss/1.0/">', Format.FEED),
        ('<?xml version="1.0"?><rss version="2.0">'.encode("utf-16"), Format.FEED),
        (b"From: a@b.ex\r\nSubject: x\r\nDate: y\r\n\r\n<html>", Format.MESSAGE),
        (b"Received: by x\n\tfor y\nFrom: a@b.ex\nTo: c@d.ex\n\nHello", Format.MESSAGE),
        (b"From a@b.ex Fri Nov 29 18:05:00 2024\nSubject: x\n\n<html>", Format.MAILBOX),
        (b"title,text\na,b\n", Format.TABLE),
        (b"Headline;Body;Date\nA;B;C\n", Format.TABLE),
    ],
)
def test_recognises_files_of_other_programs(head: bytes, expected: Format) -> None:
    assert sniff(head, "x") is expected


@pytest.mark.parametrize(
    "text",
    [
        "From: the front\nDate: unknown\nShells fell.",
        "Title: x\nOutlet: y\n\nFrom: a\nDate: b\n",
        "From here on Fri the guns fell silent.",
        "From: a\nTo: b\n\nA letter, not a mail.",
        "The feed said: <rss> is a format.",
        "Text, and titles, follow.\nOne, two, three.",
    ],
)
def test_plain_text_that_begins_like_something_else_is_text(text: str) -> None:
    assert sniff(text.encode(), "x") is Format.TEXT


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"GIF89a", "a GIF image"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP image"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "a sound recording"),
        (b"\0\0\0\x18ftypmp42", "a video"),
        (b"\0\0\0\x18ftypheic", "a HEIF image"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (zipped(), "an empty ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Microsoft Office document"),
        (b"{\\rtf1\\ansi Shells fell.}", "an RTF document"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "a gzip archive"),
        (b"SQLite format 3\0\x10\0", "an SQLite database"),
        (b"\x7fELF\x02\x01", "a program"),
        (bytes(range(256)), "a binary file"),
        (b"hello\0world", "a binary file"),
        (b"\0" * 100, "a binary file"),
    ],
)
def test_names_what_is_not_read(head: bytes, name: str) -> None:
    with pytest.raises(InputError) as caught:
        sniff(head, "dir/file.txt")
    assert str(caught.value) == f"dir/file.txt: this is {name}; only {READ} are read"


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
