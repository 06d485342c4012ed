"""Right-to-left script for a writer that knows left to right alone: letters joined, in the order of the eye.

A run that is broken over two lines has its end on the first: names and short phrases never are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_STRONG = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RUN = re.compile(f"[{_STRONG}](?:[^A-Za-z\u00c0-\u024f\u0400-\u04ff“”\n]*[{_STRONG}])?")
_NUMBER = re.compile(r"[\d٠-٩۰-۹][\d٠-٩۰-۹.,:/]*[\d٠-٩۰-۹]|[\d٠-٩۰-۹]")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def ordered(text: str) -> str:
    """The text with every right-to-left run as it is drawn from left to right."""
    return _RUN.sub(lambda run: _drawn(run[0]), text)


def _drawn(run: str) -> str:
    """The letters from the last to the first, numbers within them left as they are."""
    turned = _clusters(_joined(run))[::-1]
    return _NUMBER.sub(lambda number: number[0][::-1], "".join(turned).translate(_MIRRORED))


def _clusters(text: str) -> list[str]:
    """Letters, each with the marks above and below it."""
    found: list[str] = []
    for char in text:
        if found and unicodedata.combining(char):
            found[-1] += char
        else:
            found.append(char)
    return found


@cache
def _shapes() -> Mapping[str, Mapping[str, str]]:
    """The shapes of Arabic letters by their place in a word, from Unicode's presentation forms."""
    found: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBC0), *range(0xFE70, 0xFEF5)):
        tag, *of = unicodedata.decomposition(chr(code)).split()[:3] or [""]
        form = tag.strip("<>")
        if form in _FORMS_BY_TIES.values() and len(of) == 1:
            found.setdefault(chr(int(of[0], 16)), {})[form] = chr(code)
    return found


def _joined(text: str) -> str:
    """Each letter in the shape that joins it to its neighbours."""
    letters = [n for n, char in enumerate(text) if not unicodedata.combining(char)]
    shaped = list(text)
    for place, n in enumerate(letters):
        before = text[letters[place - 1]] if place else ""
        after = text[letters[place + 1]] if place + 1 < len(letters) else ""
        shaped[n] = _shape(text[n], before, after)
    return "".join(shaped)


def _shape(char: str, before: str, after: str) -> str:
    forms = _shapes().get(char, {})
    joins_before = "initial" in _shapes().get(before, {}) and "final" in forms
    joins_after = "initial" in forms and "final" in _shapes().get(after, {})
    return forms.get(_FORMS_BY_TIES[joins_before, joins_after], char)


_FORMS_BY_TIES = {
    (False, False): "isolated",
    (False, True): "initial",
    (True, True): "medial",
    (True, False): "final",
}
