"""HTML pages: one report a page, or one an entry if it is live; main text without menus and the like.

Title, outlet, day and address are those that the page's metadata give; the title is not repeated in
the text. Nothing is ever fetched.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from whosays.ingest import live
from whosays.ingest.dense import refuse_dense
from whosays.ingest.encoding import Decoded, UnknownEncodingError, decode, without_surrogates
from whosays.ingest.item import Item, Notice, Stated, finished, refuse_large, within, without_title
from whosays.ingest.published import parse_published
from whosays.model import InputError, Published, Report

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
"""Bytes at the start of a page where its encoding must stand."""

LARGEST_PAGE = 1 << 24
"""Bytes of a page: 16 MiB, for some carry their pictures within."""

MANY_TAGS = 10_000
"""Beyond these no other algorithm is asked for comparison: one takes the square of the paragraphs."""

_DATES = {
    "extensive_search": False,  # else a year in the footer is a day of publication
    "original_date": True,
    "outputformat": "%Y-%m-%d",
    "min_date": "1000-01-01",  # an unlikely day is told to the user, not hidden
    "max_date": "9999-12-31",
}


def read(data: bytes, where: str, stated: Stated, charset: str | None = None) -> Iterator[Item]:
    """The reports of the page `where`; what is `stated` wins over the page's metadata.

    `charset` is the encoding that the page was sent with, if known. Raises InputError when there is no
    main text in the page, none that can be decoded, or far too much.
    """
    refuse_large(data, LARGEST_PAGE, where)
    page = _decoded(data, where, charset)
    if page.doubt:
        yield Notice(where, page.doubt)
    refuse_dense(page.text, where)
    whole, entries = _extracted(page.text), live.of_page(page.text)
    if not entries:
        yield from finished(_report(whole, where, stated), where)
    for number, entry in enumerate(entries, 1):
        yield from finished(_entry(entry, whole, stated), within(where, f"entry {number}"))


def _entry(entry: live.Entry, page: dict[str, Any], stated: Stated) -> Report:
    """The report of an entry, whose own time is surer than what is stated of the page."""
    return Report(
        text=entry.text,
        title=entry.title or _clean(page.get("title")),
        publisher=stated.publisher or _clean(page.get("sitename")),
        published=entry.published,
        url=_clean(page.get("url")),
    )


def _report(found: dict[str, Any], where: str, stated: Stated) -> Report:
    title = _clean(found.get("title"))
    text = without_title((_clean(found.get("text")) or "").split("\n"), title)
    if not text:
        raise InputError(where, "no main text was found in this HTML page; save the article as text")
    return Report(
        text=text,
        title=title,
        publisher=stated.publisher or _clean(found.get("sitename")),
        published=stated.published or _published(found.get("date")),
        url=_clean(found.get("url")),
    )


def _decoded(data: bytes, where: str, charset: str | None) -> Decoded:
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    try:
        return decode(data, charset or (declared[1].decode("ascii", "ignore") if declared else None))
    except UnknownEncodingError as error:
        raise InputError(where, str(error)) from error


def _extracted(page: str) -> dict[str, Any]:
    """Text and metadata as trafilatura finds them; empty when it finds nothing."""
    from trafilatura import bare_extraction  # slow to load
    from trafilatura.settings import Document

    for library in ("trafilatura", "htmldate"):  # what they log is told by our own errors
        logging.getLogger(library).addHandler(logging.NullHandler())
    found = bare_extraction(
        page,
        fast=page.count("<") > MANY_TAGS,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    return found.as_dict() if isinstance(found, Document) else {}


def _clean(value: str | None) -> str | None:
    return without_surrogates(value).strip() or None if value else None


def _published(value: str | None) -> Published:
    """The day that the page gives; a day that is none is as good as none given."""
    try:
        return parse_published(value) if value else None
    except ValueError:
        return None
