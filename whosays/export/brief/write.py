"""In which format a brief is written: that which the name of its file ends with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from whosays.export.brief import markdown
from whosays.export.brief.document import Document
from whosays.model import UsageError


def _markdown(document: Document) -> bytes:
    return markdown.render(document).encode()


FORMATS: dict[str, Callable[[Document], bytes]] = {".md": _markdown}
"""What writes a document, by the ending of the file's name."""


def format_of(path: Path) -> Callable[[Document], bytes]:
    """What writes files of that name. Raises UsageError if nothing does."""
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise UsageError(f"{path.name}: a brief is written to a file whose name ends in {', '.join(FORMATS)}")
    return found
