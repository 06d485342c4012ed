"""All of a PDF file: its text, and the page and character that each character of the text comes from."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import pypdfium2 as pdfium

from whosays.ingest.front import Metadata, sound_title
from whosays.ingest.pdf.columns import blocks
from whosays.ingest.pdf.furniture import without_furniture
from whosays.ingest.pdf.hyphens import Hyphens
from whosays.ingest.pdf.ink import Ink, joined
from whosays.ingest.pdf.pages import Page, printed
from whosays.ingest.pdf.paragraphs import Paragraph, paragraphs
from whosays.model import InputError
from whosays.model.report import LONGEST

MOST_PAGES = 5_000
"""Pages of one file: the longest reports of commissions of inquiry have some two thousand."""

_ONE_AT_A_TIME = threading.RLock()
"""PDFium is not safe for threads."""

_DAY = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_LARGE = 1.15
"""How much larger than the text, at least, a title is printed."""
_TITLE = range(10, 250)
"""Characters of a title."""
_FRONT = 0.35
"""Share of the first page, from its top, that says what the document is."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed in a PDF file, and what the file says of itself.

    `front` are the lines of the first page from which a day of publication may be told, `pictures` counts the
    pages without any text.
    """

    ink: Ink
    title: str | None
    front: list[str]
    metadata: Metadata
    pages: int
    pictures: int


@contextmanager
def opened(data: bytes, where: str) -> Iterator[pdfium.PdfDocument]:
    """The file, for one thread at a time. Raises InputError if it is damaged, locked or too long."""
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise InputError(where, _reason(str(error))) from error
        try:
            if len(document) > MOST_PAGES:
                raise InputError(where, f"{len(document):,} pages are too many for one report; split it")
            yield document
        finally:
            document.close()


def extract(data: bytes, where: str) -> Document:
    """The document in `data`. The same bytes give the same text. Raises InputError as `opened` does."""
    with opened(data, where) as document:
        metadata = _metadata(document)
        pages = list(_pages(document, where))
    texts = without_furniture(pages)
    hyphens = Hyphens(line.text for lines in texts for line in lines)
    found = paragraphs((block for lines in texts for block in blocks(lines)), hyphens)
    title, body = _titled(found, metadata)
    return Document(
        ink=joined((paragraph.ink for paragraph in body), "\n\n"),
        title=title,
        front=_front(pages),
        metadata=metadata,
        pages=len(pages),
        pictures=sum(not page.lines for page in pages),
    )


def _reason(error: str) -> str:
    if "password" in error.lower():
        return "this PDF is locked with a password; save it without one"
    return "this PDF is damaged and cannot be opened"


def _pages(document: pdfium.PdfDocument, where: str) -> Iterator[Page]:
    characters = 0
    for number in range(len(document)):
        try:
            page = printed(document[number], number)
        except pdfium.PdfiumError:  # the other pages can still be read
            page = Page(number, [], 0.0, 0.0)
        characters += sum(len(line.text) for line in page.lines)
        if characters > LONGEST:
            raise InputError(where, f"more than {LONGEST:,} characters are too many for one report; split it")
        yield page


def _metadata(document: pdfium.PdfDocument) -> Metadata:
    said = document.get_metadata_dict(skip_empty=True)
    found = _DAY.match(said.get("CreationDate", ""))
    try:
        made = date(*map(int, found.groups())) if found else None
    except ValueError:
        made = None
    return Metadata(said.get("Title"), made, f"{said.get('Producer', '')} {said.get('Creator', '')}")


def _titled(found: list[Paragraph], metadata: Metadata) -> tuple[str | None, list[Paragraph]]:
    """The title, of the metadata if it is sound, else the first in large print; and the text without it."""
    first = [paragraph for paragraph in found if paragraph.page == 0]
    title = sound_title(metadata.title, " ".join(paragraph.ink.text for paragraph in first))
    title = title or _in_large_print(first, _usual_size(found))
    if found and title == found[0].ink.text:
        return title, found[1:] or found
    return title, found


def _usual_size(found: list[Paragraph]) -> float:
    sizes: Counter[float] = Counter()
    for paragraph in found:
        sizes[round(paragraph.size, 1)] += len(paragraph.ink.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _in_large_print(first: list[Paragraph], usual: float) -> str | None:
    large = [
        p for p in first if p.size >= _LARGE * usual and len(p.ink.text) in _TITLE and "\t" not in p.ink.text
    ]
    largest = max((p.size for p in large), default=0.0)
    return next((p.ink.text for p in large if p.size == largest), None)


def _front(pages: list[Page]) -> list[str]:
    if not pages:
        return []
    page = pages[0]
    end = page.top + _FRONT * (page.bottom - page.top)
    return [line.text for line in sorted(page.lines, key=lambda line: line.baseline) if line.baseline < end]
