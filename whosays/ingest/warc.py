"""Web archives (WARC, and WACZ with WARCs in it): one report for each page that was captured.

Only answers with a page or a PDF file are read. The address is the one that was asked for; where a page does
not say when it was published, the time of its capture stands in. A page without an article in it is no error:
archives have many.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from whosays.ingest import html
from whosays.ingest.encoding import without_surrogates
from whosays.ingest.item import WHOLE, Inner, Item, Notice, Stated, Stretch, filled, guarded, within
from whosays.ingest.zips import member
from whosays.model import InputError, Report

LARGEST_PAGE = 1 << 26
"""Bytes of a captured page or PDF file: 64 MiB; what a gzip bomb holds beyond that is not unpacked."""
LARGEST_MEMBER = 1 << 28
"""Bytes of an archive that is packed once more in a WACZ, unpacked: 256 MiB."""
MOST_SKIPPED = 1 << 30
"""Bytes behind damage in which the next record is looked for."""
MOST_DAMAGES = 1_000
"""Damaged places after which the rest of an archive is given up."""

_READ = ("text/html", "application/xhtml+xml", "application/pdf")
_RECORD = re.compile(rb"\x1f\x8b\x08|(?<=\n)WARC/\d")
"""How a record may begin: as a gzip member, or in a plain archive on a line of its own."""
_CHUNK = 1 << 20
"""Bytes in which the next record is looked for at a time."""
_LONGEST_ERROR = 100
"""Characters of a reason that a message repeats."""
_OVERLAP = 8
"""Bytes of one chunk that are looked at again with the next: a record may begin across the two."""


def read(
    file: IO[bytes], where: str, stated: Stated, inner: Inner, stretch: Stretch = WHOLE
) -> Iterator[Item]:
    """The reports of the archive `where`, a file that can be sought in; what is `stated` fills the gaps.

    A notice stands in the place of each page that is not read, an InputError in that of a damaged record, and
    reading goes on behind it. What lies before a `stretch` is unpacked and passed over: where a record
    begins, only the records before it tell for sure, for a page may hold what looks like one.
    """
    empty = True
    for item in _all(file, where, stated, inner, stretch):
        yield item
        empty = False
    if empty and stretch == WHOLE:
        yield InputError(where, "there is no page in this archive, and no PDF file")


def read_zipped(archive: zipfile.ZipFile, where: str, stated: Stated, inner: Inner) -> Iterator[Item]:
    """The reports of every WARC of a WACZ file, likewise."""
    for name in sorted(filter(is_archive, archive.namelist())):
        with _member(archive, name, within(where, name)) as file:
            yield from read(file, within(where, name), stated, inner)


def _member(archive: zipfile.ZipFile, name: str, where: str) -> IO[bytes]:
    """A member to be sought in. A packed one would be unpacked from its start each time: it is in memory."""
    if archive.getinfo(name).compress_type == zipfile.ZIP_STORED:
        return archive.open(name)
    return io.BytesIO(member(archive, name, LARGEST_MEMBER, where))


def is_archive(name: str) -> bool:
    """Whether a member of a ZIP archive with this name is a WARC of a WACZ."""
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def _all(file: IO[bytes], where: str, stated: Stated, inner: Inner, stretch: Stretch) -> Iterator[Item]:
    start = 0
    for _ in range(MOST_DAMAGES):
        broken = yield from _intact(file, start, where, stated, inner, stretch)
        following = None if broken is None else _next_record(file, broken + 1)
        if following is None:
            return
        start = following
    yield InputError(where, f"this archive is damaged in {MOST_DAMAGES:,} places; the rest is not read")


def _intact(
    file: IO[bytes], start: int, where: str, stated: Stated, inner: Inner, stretch: Stretch
) -> Generator[Item, None, int | None]:
    """The reports of a stretch from byte `start` on; returns where to look on, None at the end."""
    file.seek(start)
    at, told = start, start > 0  # what follows damage may be the damaged record itself: told already
    try:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="all"):
            at, told = start + record.stream_pos, False
            if at >= stretch.end:
                return None
            if at not in stretch:
                continue
            page = _page(record) if _is_page(record) else None
            if page is not None and len(page) > LARGEST_PAGE:
                yield InputError(
                    _name(record, where), f"more than {LARGEST_PAGE >> 20} MiB are too much for one page"
                )
                return at  # what of it is left packed would be taken for a record
            if page:
                yield from _reports(record, page, where, stated, inner)
    except (OSError, ValueError) as error:
        if not told and at in stretch:
            yield InputError(
                where, f"damaged behind byte {at:,}: {str(error)[:_LONGEST_ERROR]}; what follows is read"
            )
        return at
    return None


def _is_page(record: WarcRecord) -> bool:
    head = record.http_headers
    return head is not None and head.status_code == 200 and record.http_content_type in _READ


def _page(record: WarcRecord) -> bytes:
    return bytes(record.reader.read(LARGEST_PAGE + 1))


def _reports(record: WarcRecord, page: bytes, where: str, stated: Stated, inner: Inner) -> Iterator[Item]:
    name, address = _name(record, where), _address(record)
    captured = record.record_date
    is_pdf = record.http_content_type == "application/pdf"
    found = inner(page, name, Stated()) if is_pdf else html.read(page, name, Stated(), record.http_charset)
    for item in guarded(filled(found, stated)):
        if not isinstance(item, Report):
            yield Notice(item.where, f"not read: {item.why}") if isinstance(item, InputError) else item
            continue
        if item.published is None and captured:
            yield Notice(name, f"published {captured.date()} by the day of its capture alone")
        yield replace(item, url=address or item.url, published=item.published or captured)


def _address(record: WarcRecord) -> str | None:
    found = record.headers.get("WARC-Target-URI")
    return without_surrogates(found).strip("<> \0") or None if found else None


def _name(record: WarcRecord, where: str) -> str:
    return within(where, _address(record) or "a page without address")


def _next_record(file: IO[bytes], start: int) -> int | None:
    """The byte from `start` on at which a record may begin; None if there is none."""
    file.seek(start - 1)
    offset, before = start - 1, b""
    while offset < start + MOST_SKIPPED and (chunk := file.read(_CHUNK)):
        found = _RECORD.search(before + chunk, 1 if not before else 0)
        if found:
            return offset - len(before) + found.start()
        offset, before = offset + len(chunk), chunk[-_OVERLAP:]
    return None
