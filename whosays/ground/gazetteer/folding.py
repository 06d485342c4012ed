"""Spellings of one name folded to one key.

Two keys: `exact_key` ignores what writers ignore (case, accents, hyphens, the vowel of the Arabic
article), `loose_key` also merges the ways of writing Arabic, Kurdish and Slavic sounds in Latin
letters. Look up the exact key first; the loose one is a second try, for it joins more than it
should. Both are idempotent. Standard library only: the package's build runs this module before
the package and what it needs are installed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ə": "a", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_SILENT = dict.fromkeys(map(ord, "'’‘`´ʼʻʿʾ′‛.·"))
_SEPARATORS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"\b(?:(?:[ae]l|ul)(?= )|[ae](sh|th|dh|ch|[dnrstz])(?= \1))")
_FUSED_ARTICLE = re.compile(r"(?<= )[ae]([dnrstz])(?=\1)")
_SHORTENED = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}

_SOUNDS = {
    "sch": "sh",
    "tch": "sh",
    "dzh": "j",
    "ch": "sh",
    "dj": "j",
    "kh": "x",
    "gh": "g",
    "th": "t",
    "dh": "d",
    "ph": "f",
    "nb": "mb",
    "np": "mp",
    "c": "k",
    "q": "k",
}
_SOUND = re.compile("|".join(_SOUNDS))
_INITIALS = (("y", "j"), ("w", "v"))
_VOWELS = re.compile(r"[aeiouwy]+")
_ROUNDED = frozenset("ouw")
_FINAL_H = re.compile(r"(?<=[au])h+$")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def exact_key(name: str) -> str:
    """Words of `name` in lower case, without accents, one space apart; empty if it has no letter or digit.

    The Arabic article is "al" whatever its vowel and assimilation ("ash-Shaykh", "El Sheikh"), and
    "Saint", "Mount" and "Fort" are shortened as on maps.
    """
    if name.isascii() and name.isalpha():  # most look-ups: one plain word
        return _SHORTENED.get(name.lower(), name.lower())
    letters = name if name.isascii() else _without_accents(name)
    words = _SEPARATORS.sub(" ", letters.casefold().translate(_SILENT)).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return _ARTICLE.sub("al", " ".join(_SHORTENED.get(word, word) for word in words))


@lru_cache(maxsize=65_536)
def loose_key(name: str) -> str:
    """The sound of `name`, roughly: articles dropped, words joined, vowels merged into two."""
    words = _FUSED_ARTICLE.sub("", exact_key(name)).split()
    key = "".join(word for word in words if word != "al") or "".join(words)
    while (again := _sound(key)) != key:
        key = again
    return key


def fingerprint(key: str) -> int:
    """The 64-bit number that stands for a key in the index."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _without_accents(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_LETTERS)


def _sound(key: str) -> str:
    for written, sound in _INITIALS:
        if key.startswith(written) and key[1:2] in tuple("aeiou"):
            key = sound + key[1:]
    key = _SOUND.sub(lambda found: _SOUNDS[found[0]], key)
    key = _VOWELS.sub(lambda run: "a" if _ROUNDED.isdisjoint(run[0]) else "u", key)
    return _DOUBLED.sub(r"\1", _FINAL_H.sub("", key))
