"""In which format a brief is written: that which the name of its file ends with."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from whosays.export.brief import docx, html, markdown, pdf
from whosays.export.brief.document import Document
from whosays.model import UsageError

Render = Callable[[Document], bytes]


def _markdown(document: Document) -> bytes:
    return markdown.render(document).encode()


def _html(document: Document) -> bytes:
    return html.render(document).encode()


FORMATS: dict[str, tuple[Render, tuple[str, ...]]] = {
    ".md": (_markdown, ()),
    ".html": (_html, ()),
    ".docx": (docx.render, ("docx",)),
    ".pdf": (pdf.render, ("reportlab", "matplotlib")),
}
"""What writes a document, by the ending of the file's name, and the libraries that it needs."""


def format_of(path: Path) -> Render:
    """What writes files of that name. Raises UsageError if nothing does, or if a library is missing."""
    if path.suffix.lower() not in FORMATS:
        raise UsageError(f"{path.name}: a brief is written to a file whose name ends in {', '.join(FORMATS)}")
    render, needed = FORMATS[path.suffix.lower()]
    if any(find_spec(library) is None for library in needed):
        raise UsageError(
            f"{path.name}: to write this format, install whosays[brief]; .md and .html need nothing more"
        )
    return render
