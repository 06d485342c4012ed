"""Word documents (DOCX): one report a file, paragraphs and tables without heads, feet, notes and comments."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element, ParseError

from whosays.ingest.dates import stated_day, written_day
from whosays.ingest.dense import refuse_many_attributes
from whosays.ingest.front import Metadata, sound_title
from whosays.ingest.item import Item, Notice, Stated, finished, without_title
from whosays.ingest.zips import member
from whosays.model import InputError, Report

LARGEST_PART = 1 << 24
"""Bytes of a document's text with its markup: 16 MiB, eight times the longest text that is one report."""
DEEPEST = 250
"""How deep elements may lie in one another; tables in tables in boxes take some dozen."""
_FRONT = 12
"""Paragraphs from which title and day may be told."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read(archive: zipfile.ZipFile, where: str, stated: Stated) -> Iterator[Item]:
    """The report of the Word document `where`; what is `stated` wins over what the document says of itself.

    Raises InputError when there is no text in it.
    """
    body = _body(member(archive, "word/document.xml", LARGEST_PART, where), where)
    if not body.paragraphs:
        raise InputError(where, "there is no text in this Word document")
    metadata = _metadata(archive, where)
    front = body.paragraphs[:_FRONT]
    title = body.title or sound_title(metadata.title, " ".join(front))
    published = stated.published or stated_day(front, metadata.day)
    if published is None and metadata.made:
        published = metadata.day
        yield Notice(where, f"published {published} by the file's metadata alone")
    text = without_title(body.paragraphs, title)
    yield from finished(Report(text, title=title, publisher=stated.publisher, published=published), where)


@dataclass(slots=True)
class _Body:
    """The text as it grows. `open` holds the paragraphs, cells and rows that are not yet at their end."""

    paragraphs: list[str] = field(default_factory=list)
    title: str | None = None
    open: list[list[str]] = field(default_factory=lambda: [[]])
    is_title: bool = False

    def end(self, kind: str) -> None:
        """Put what has come since the start of a paragraph, cell or row where it belongs."""
        parts = self.open.pop()
        if kind == "tr":
            self._put("\t".join(filter(None, parts)))
        elif kind == "tc":
            self.open[-1].append(" ".join("".join(parts).split()))
        else:
            self._put("".join(parts).strip())

    def _put(self, text: str) -> None:
        if text and self.is_title:
            self.title, self.is_title = self.title or text, False
        if len(self.open) > 1:  # in a cell, or in a box within a paragraph
            self.open[-1].append(f"{text} ")
        elif text:
            self.paragraphs.append(text)


def _body(data: bytes, where: str) -> _Body:
    body, skipped, depth = _Body(), 0, 0
    for event, element in _events(data, where):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise InputError(where, "this Word document is nested too deep; save it as text")
        kind = element.tag.removeprefix(_W)
        if element.tag == _FALLBACK:  # says again, for old programs, what stands beside it
            skipped += 1 if event == "start" else -1
        elif skipped:
            continue
        elif event == "start" and kind in ("p", "tc", "tr"):
            body.open.append([])
        elif event == "end" and kind in ("p", "tc", "tr"):
            body.end(kind)
            element.clear()
        elif event == "end":
            _take(element, kind, body)
    return body


def _take(element: Element, kind: str, body: _Body) -> None:
    if kind == "t":
        body.open[-1].append(element.text or "")
    elif element.tag in _BREAKS:
        body.open[-1].append(_BREAKS[element.tag])
    elif kind == "pStyle":
        body.is_title = element.get(f"{_W}val", "").casefold() == "title"


def _events(data: bytes, where: str) -> Iterator[tuple[str, Element]]:
    refuse_many_attributes(data.decode("latin-1"), where)  # as many characters as bytes, whatever they mean
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    try:
        yield from iterparse(io.BytesIO(data), events=("start", "end"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise InputError(
            where, "this Word document is damaged: its text is not XML that can be read"
        ) from error


def _metadata(archive: zipfile.ZipFile, where: str) -> Metadata:
    """What the document says of itself; nothing if that cannot be read."""
    try:
        events = list(_events(member(archive, "docProps/core.xml", LARGEST_PART, where), where))
    except (KeyError, InputError):
        return Metadata()
    said = {element.tag.rpartition("}")[2]: element.text for event, element in events if event == "end"}
    try:
        made = written_day(said.get("modified") or said.get("created") or "")
    except ValueError:
        made = None
    return Metadata(said.get("title"), made.date() if isinstance(made, datetime) else made)
