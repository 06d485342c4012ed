"""The terminal: where words of reports, which anybody may have written, become safe to show."""

from __future__ import annotations

import io
import sys
import unicodedata
from typing import TextIO

from rich.console import Console

PIPED_WIDTH = 100
"""Columns when the output is no terminal: the same everywhere, so that it can be compared."""

REPLACEMENT = "\ufffd"

_JOINERS = "\u00ad\u200c\u200d\u200e\u200f\u061c"
"""Format characters that Persian, Arabic and emoji need, and that hide or reorder nothing of weight."""

_DANGEROUS = frozenset({"Cc", "Cf", "Cs"})
"""Control and format characters and lone surrogates."""


def safe(text: str) -> str:
    """The text with nothing left that could steer a terminal, hide or reorder; as long as before.

    Spaces and line ends of every kind become a space, escape sequences and bidirectional overrides U+FFFD.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_safe_character, text))


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


def _safe_character(character: str) -> str:
    if character.isspace():
        return " "
    if character in _JOINERS or unicodedata.category(character) not in _DANGEROUS:
        return character
    return REPLACEMENT
