"""Words of reports, which anybody may have written, without what could steer, hide or reorder anything."""

from __future__ import annotations

import unicodedata

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


def _safe_character(character: str) -> str:
    if character.isspace():
        return " "
    if character in _JOINERS or unicodedata.category(character) not in _DANGEROUS:
        return character
    return REPLACEMENT
