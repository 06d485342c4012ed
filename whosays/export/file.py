"""An export as a file with its receipt beside it: both appear whole, or neither does."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from whosays.export.choices import Choices
from whosays.export.extract import Extract
from whosays.export.formats import Format
from whosays.export.receipt import Receipt
from whosays.ground.gazetteer.write import replacing
from whosays.model import WhosaysError

RECEIPT = ".receipt.json"
"""What is added to a file's name to name its receipt."""


def receipt_of(path: Path) -> Path:
    """Where the receipt of the file at `path` lies."""
    return path.with_name(path.name + RECEIPT)


def write(
    format_: Format,
    extract: Extract,
    path: Path,
    choices: Choices,
    receipt: Receipt,
    finish: Callable[[Receipt], None],
) -> None:
    """Write the file at `path` and the receipt beside it; `finish` completes that when all rows are written.

    WhosaysError if they cannot be written.
    """
    with _told(path), replacing(receipt_of(path)) as beside, replacing(path) as file:
        if format_.binary:
            format_.write(extract, file, choices, receipt)
        else:
            with _text(file) as out:
                format_.write(extract, out, choices, receipt)
        finish(receipt)
        beside.write(receipt.text().encode("utf-8", "replace"))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What fails on the disk, in a sentence that names the file that was wanted, not the draft."""
    try:
        yield
    except OSError as error:
        raise WhosaysError(f"{path} cannot be written: {error.strerror or error}") from error


@contextmanager
def _text(file: IO[bytes]) -> Iterator[IO[str]]:
    """The file as UTF-8 text, with the line ends that are written; what UTF-8 has no code for becomes "?"."""
    out: Any = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    yield out
    out.flush()
    out.detach()
