"""From the bytes of a file to what is read of it, as the package does it."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from whosays.ingest import Item, Notice, reports
from whosays.model import InputError, Report


def read(data: bytes | str, *, published: date | None = None, publisher: str | None = None) -> list[Item]:
    """What `reports` yields for a file of these bytes."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, "file")
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return list(reports(path, published=published, publisher=publisher))


def read_reports(data: bytes | str) -> list[Report]:
    """The reports of a file in which nothing is wrong."""
    items = read(data)
    assert not [str(item) for item in items if isinstance(item, InputError)]
    return [item for item in items if isinstance(item, Report)]


def only_report(data: bytes | str) -> Report:
    (report,) = read_reports(data)
    return report


def complaints(data: bytes | str) -> list[str]:
    """What is said of a file, behind its name."""
    return [str(item).partition("/file")[2] for item in read(data) if isinstance(item, Notice | InputError)]
