"""Plain text files: one report a file, or one an entry if it is live.

A file may begin with a header: lines of `Title:`, `Outlet:`, `Published:`, `URL:` or `Note:` in any
order, then a blank line. The header is no part of the text, and its note is for people alone. Without
one, a short first line that stands alone and ends as headlines do is the title, and stays in the text.
A text that calls itself live in its title and has a day is one report an entry.
Line ends become LF, and blank space around the text goes; nothing else is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from whosays.ingest import live
from whosays.ingest.encoding import UnknownEncodingError, decode
from whosays.ingest.item import Item, Notice, Stated, finished, refuse_large, within
from whosays.ingest.published import parse_published
from whosays.model import InputError, Published, Report

LARGEST_TEXT = 1 << 24
"""Bytes of a text: 16 MiB, twice the longest report in the widest characters."""

_HEADER = re.compile(r"\s*((?:(?:title|outlet|published|url|note)[ \t]*:[^\n]*\n)+)[ \t]*\n", re.IGNORECASE)
_HEADLINE = re.compile(r"""(\S+(?:[ \t]+\S+){2,}[\w?!"'”’»)])[ \t]*\n[ \t]*\n""")
_LONGEST_HEADER = 10_000
"""Characters within which a header ends."""
_LONGEST_HEADLINE = 150
"""Characters; a first paragraph that is longer is no headline."""


def read(data: bytes, where: str, stated: Stated) -> Iterator[Item]:
    """The report of the file `where`; what is `stated` wins over the file's header.

    Raises InputError when there is no text in it, none that can be decoded, or too much.
    """
    refuse_large(data, LARGEST_TEXT, where)
    text, doubt = _decoded(data, where)
    if doubt:
        yield Notice(where, doubt)
    header, body = _split(text)
    if not body:
        raise InputError(where, "there is no text in this file")
    report = Report(
        text=body,
        title=header.get("title") or _headline(body),
        publisher=stated.publisher or header.get("outlet"),
        published=stated.published or _published(header.get("published"), where),
        url=header.get("url"),
    )
    entries = live.of_text(body, report.title, report.day)
    if not entries:
        yield from finished(report, where)
    for number, entry in enumerate(entries, 1):
        told = replace(report, text=entry.text, published=entry.published)
        yield from finished(told, within(where, f"entry {number}"))


def _decoded(data: bytes, where: str) -> tuple[str, str | None]:
    try:
        decoded = decode(data)
    except UnknownEncodingError as error:
        raise InputError(where, str(error)) from error
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n"), decoded.doubt


def _split(text: str) -> tuple[dict[str, str], str]:
    """The fields of the header, those with a value, and the text after it."""
    header = _HEADER.match(text, 0, _LONGEST_HEADER)
    if not header:
        return {}, text.strip()
    pairs = (line.partition(":") for line in header[1].splitlines())
    fields = {key.strip().lower(): value.strip() for key, _, value in pairs}
    return {key: value for key, value in fields.items() if value}, text[header.end() :].strip()


def _headline(body: str) -> str | None:
    found = _HEADLINE.match(body[:_LONGEST_HEADLINE])
    return found[1] if found else None


def _published(value: str | None, where: str) -> Published:
    try:
        return parse_published(value) if value else None
    except ValueError as error:
        raise InputError(where, f"Published: {error}") from error
