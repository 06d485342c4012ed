"""Which of the names in the sources go into the index."""

from __future__ import annotations

import unicodedata

_LONGEST_CODE = 4


def is_name(name: str) -> bool:
    """Whether `name` is one that a report in Latin letters could use.

    Left out: other scripts, machine romanisations ("hmah", which begin in lower case), and codes of
    airports and the like ("DEZ").
    """
    if name.isupper() and len(name) <= _LONGEST_CODE:
        return False
    return any(letter.isupper() for letter in name) and _is_latin(name)


def _is_latin(name: str) -> bool:
    if name.isascii():
        return True
    return all(
        unicodedata.name(letter, "").startswith("LATIN")
        for letter in name
        if letter.isalpha() and not _is_modifier(letter)
    )


def _is_modifier(letter: str) -> bool:
    return unicodedata.category(letter) == "Lm"
