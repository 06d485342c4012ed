"""Words of a text, normalised, as numbers.

Archives change letters: they strip commas and apostrophes, straighten quotes, print in capitals. So a word
is its letters and digits alone, without case and accents: "Syria's" is "syrias", "U.S." is "us", "320,000" is
"320000".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

_MARKS = r"\u0300-\u036f\u064b-\u065f\u0670"
_LETTER = rf"[^\W_][{_MARKS}]*"
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)+"  # 320,000 and 1.5
    r"|(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)"  # U.S.
    rf"|(?:{_LETTER})+(?:['’‘`´ʼ](?:{_LETTER})+)*"
)
_NO_LETTER = re.compile(r"[\W_]+")


class Token(NamedTuple):
    """A word of a text: what it is, and from which to which code point it stands."""

    id: int
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text, in order."""
    for match in _TOKEN.finditer(text):
        yield Token(word_id(match[0]), match.start(), match.end())


def normalise(word: str) -> str:
    """The letters and digits of a word, without case and accents."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", word)).casefold()


@lru_cache(maxsize=1 << 18)
def word_id(word: str) -> int:
    """64 bits that stand for a word, the same for all that is equal when normalised, and in every process."""
    letters = normalise(word).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(letters, digest_size=8).digest(), "little")


def phrase_ids(phrase: str) -> tuple[int, ...]:
    """The words of a phrase as numbers."""
    return tuple(token.id for token in tokens(phrase))
