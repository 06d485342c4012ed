"""The report of a PDF file."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.ingest.dates import stated_day
from whosays.ingest.front import Metadata
from whosays.ingest.item import Item, Notice, Stated, finished
from whosays.ingest.pdf.document import extract
from whosays.model import InputError, Published, Report


def read(data: bytes, where: str, stated: Stated) -> Iterator[Item]:
    """The report of the file `where`; what is `stated` wins over what the file says of itself.

    Raises InputError when the file cannot be opened, or there is no text in it but pictures at most.
    """
    document = extract(data, where)
    if not document.ink.text:
        raise InputError(
            where, "there is no text in this PDF, only pictures at most; run text recognition on it"
        )
    if document.pictures:
        yield Notice(
            where, f"{document.pictures} of {document.pages} pages have no text; pictures are not read"
        )
    published = stated.published or stated_day(document.front, document.metadata.day)
    if published is None:
        published = _made(document.metadata)
        if published:
            yield Notice(where, f"published {published} by the file's metadata alone")
    report = Report(document.ink.text, title=document.title, publisher=stated.publisher, published=published)
    yield from finished(report, where)


def _made(metadata: Metadata) -> Published:
    return None if metadata.is_a_saved_page else metadata.day
