"""The terminal: where words of reports, which anybody may have written, become safe to show."""

from __future__ import annotations

import io
import sys
from typing import TextIO

from rich.console import Console

from whosays.export.plain import safe

__all__ = ["PIPED_WIDTH", "safe", "stderr", "stdout", "utf8"]

PIPED_WIDTH = 100
"""Columns when the output is no terminal: the same everywhere, so that it can be compared."""


def stdout() -> Console:
    """The console for results: UTF-8 always, coloured if the terminal can."""
    return _console(sys.stdout, errors="replace")


def stderr() -> Console:
    """The console for messages."""
    return _console(sys.stderr, errors="backslashreplace")


def utf8(stream: TextIO, errors: str = "replace") -> TextIO:
    """The stream, writing UTF-8 and LF whatever the locale says."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")
    return stream


def _console(stream: TextIO, errors: str) -> Console:
    width = None if stream.isatty() else PIPED_WIDTH
    return Console(
        file=utf8(stream, errors),
        width=width,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
