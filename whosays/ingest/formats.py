"""From a file, or a document within one, to its reports: each format by its own module."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from whosays.ingest import docx, feed, html, jsonl, mail, table, text, warc, zips
from whosays.ingest.item import LARGEST, WHOLE, Inner, Item, Stated, Stretch, refuse_large
from whosays.ingest.sniff import HEAD, Format, refusal, sniff
from whosays.model import InputError

DEEPEST = 4
"""How deep documents may lie in one another: a report in a mail forwarded in a mailbox is three deep."""


def _pdf(data: bytes, where: str, stated: Stated) -> Iterator[Item]:
    from whosays.ingest import pdf  # PDFium is slow to load

    return pdf.read(data, where, stated)


def _parquet(file: BinaryIO, where: str, stated: Stated, stretch: Stretch) -> Iterator[Item]:
    try:
        from whosays.ingest import parquet  # needs a library that only archives need
    except ImportError as error:
        raise InputError(where, 'Parquet needs another library; pip install "whosays[archive]"') from error
    return parquet.read(file, where, stated, stretch)


_WHOLE: dict[Format, Inner] = {
    Format.HTML: html.read,
    Format.TEXT: text.read,
    Format.PDF: _pdf,
    Format.FEED: feed.read,
}
"""The formats whose files are taken into memory, for they are one document."""


IN_STRETCHES = frozenset({Format.JSONL, Format.PARQUET, Format.WARC})
"""The formats of which a stretch can be read."""


def items(
    file: io.BufferedReader[Any], where: str, stated: Stated, depth: int = 0, stretch: Stretch = WHOLE
) -> Iterator[Item]:
    """The reports of a file that can be sought in, `depth` documents deep in another.

    Those of one `stretch` of it, if the format is one of IN_STRETCHES.

    Raises InputError when nothing in it can be read.
    """
    inner = _inner(depth)
    match sniff(file.peek(HEAD)[:HEAD], where):
        case Format.JSONL:
            yield from jsonl.read(file, stretch.of(where), stated, stretch)
        case Format.TABLE:
            yield from table.read(file, where, stated)
        case Format.MESSAGE:
            yield from mail.read(_whole(file, where), where, stated, inner)
        case Format.MAILBOX:
            yield from mail.read_box(file, where, stated, inner)
        case Format.WARC:
            yield from warc.read(file, where, stated, inner, stretch)
        case Format.PARQUET:
            yield from _parquet(file, where, stated, stretch)
        case Format.ZIP:
            with zips.opened(file, where) as archive:
                yield from _zipped(archive, where, stated, inner)
        case one:
            yield from _WHOLE[one](_whole(file, where), where, stated)


def _inner(depth: int) -> Inner:
    """Reads documents that lie in one `depth` deep, unless that is too deep."""

    def read(data: bytes, where: str, stated: Stated) -> Iterator[Item]:
        if depth >= DEEPEST:
            raise InputError(where, "it lies too deep in other documents; save it as a file")
        return items(io.BufferedReader(io.BytesIO(data), HEAD), where, stated, depth + 1)

    return read


def _whole(file: io.BufferedReader[Any], where: str) -> bytes:
    data = file.read(LARGEST + 1)
    refuse_large(data, LARGEST, where)
    return data


def _zipped(archive: zipfile.ZipFile, where: str, stated: Stated, inner: Inner) -> Iterator[Item]:
    """The reports of an archive whose members say that it is a Word document or a WACZ."""
    names = set(archive.namelist())
    if "word/document.xml" in names:
        yield from docx.read(archive, where, stated)
    elif any(map(warc.is_archive, names)):
        yield from warc.read_zipped(archive, where, stated, inner)
    else:
        raise refusal("a ZIP archive", where)
