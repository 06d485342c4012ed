"""Who says what happened, and who says otherwise.

`read` turns a report into a `Reading`: its claims, each with its chain of voices, kind, stance, actors,
targets, place, time and figures, tied to the exact words. `open` opens a ledger that keeps readings.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from whosays.model import (
    Attribution,
    Cause,
    Claim,
    Figure,
    FigureSort,
    InputError,
    Interval,
    Kind,
    LedgerError,
    Loaded,
    LoadedSort,
    Location,
    Measure,
    Named,
    NotFoundError,
    Place,
    PlaceMention,
    Published,
    ReaderError,
    Reading,
    Report,
    Scope,
    Span,
    Stance,
    TimeMention,
    UsageError,
    Voice,
    VoiceSort,
    WhosaysError,
)
from whosays.model.report import LONGEST

if TYPE_CHECKING:
    from whosays.ledger import Ledger

# A package that is imported for the first time becomes a name of its parent, and would hide `read` below.
import_module("whosays.read")

__all__ = [
    "Attribution",
    "Cause",
    "Claim",
    "Figure",
    "FigureSort",
    "InputError",
    "Interval",
    "Kind",
    "LedgerError",
    "Loaded",
    "LoadedSort",
    "Location",
    "Measure",
    "Named",
    "NotFoundError",
    "Place",
    "PlaceMention",
    "Published",
    "ReaderError",
    "Reading",
    "Report",
    "Scope",
    "Span",
    "Stance",
    "TimeMention",
    "UsageError",
    "Voice",
    "VoiceSort",
    "WhosaysError",
    "open",
    "read",
]


def read(text_or_path: str | Path, *, published: Published = None, publisher: str | None = None) -> Reading:
    """The reading of one report.

    A `str` is the text itself, a `Path` a text or HTML file with one report. `published` resolves
    "on Friday"; without it such days stay open. Raises `InputError` when a file cannot be read or
    holds no report or several, `UsageError` for a text with half of a surrogate pair, which is no text.
    """
    from whosays.pipeline import Pipeline

    if isinstance(text_or_path, Path):
        report = _only_report(text_or_path, published, publisher)
    else:
        report = Report(text=_sound(text_or_path), published=published, publisher=publisher)
    return Pipeline.default().read(report)


def open(url: str = "whosays.db") -> Ledger:  # noqa: A001
    """The ledger at `url` (a file, or an SQLAlchemy address), made if it is not there.

    Raises `LedgerError` when it cannot be opened.
    """
    from whosays.ledger import Ledger

    return Ledger.open(url)


def _sound(text: str) -> str:
    if not text.strip():
        raise UsageError("the text is empty: there is nothing to read")
    if len(text) > LONGEST:
        raise UsageError(f"{len(text):,} characters are too many for one report; split them")
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise UsageError("the text holds a lone surrogate: decode it with errors='replace' first")
    return text


def _only_report(path: Path, published: Published, publisher: str | None) -> Report:
    from whosays.ingest import reports

    found = list(reports(path, published=published, publisher=publisher))
    for problem in found:
        if isinstance(problem, InputError):
            raise problem
    whole = [item for item in found if isinstance(item, Report)]
    if len(whole) != 1:
        raise InputError(str(path), f"holds {len(whole)} reports; read() takes one, `whosays add` takes all")
    return whole[0]
