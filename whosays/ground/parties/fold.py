"""Names to keys: what case, articles, apostrophes, hyphens and accents leave of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from whosays.ground.parties.lexicon import Lexicon

_APOSTROPHES = re.compile("['’‘ʼʻ`´ʿʾ]")
_POSSESSIVE = re.compile("(?:['’ʼ`´]s?)$")
_SEPARATORS = re.compile(r"[\W_]+")
_INITIAL = re.compile(r"(?<!\w)(\w)\.")
_COMMON = "~"
"""Marks a common noun that could be a name, so that it meets no name of one word."""
_LETTERS = str.maketrans({"ı": "i", "ة": "ه", "ى": "ي", "ё": "е", "ø": "o", "ł": "l"})


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of a name, and for each whether it was written in small letters only."""

    keys: tuple[str, ...]
    small: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def __add__(self, other: Words) -> Words:
        return Words(self.keys + other.keys, self.small + other.small)

    def part(self, start: int, end: int | None = None) -> Words:
        """The words from `start` to `end`."""
        return Words(self.keys[start:end], self.small[start:end])


def words(name: str) -> Words:
    """The words of `name` that tell it from other names."""
    keys: list[str] = []
    small: list[bool] = []
    for word in name.split():
        folded = fold_word(word)
        keys += folded
        small += [word.islower()] * len(folded)
    return Words(tuple(keys), tuple(small))


def key(name: str) -> str:
    """The key under which `name` and its spellings meet.

    Folding a key again changes nothing, save for names that need their capitals ("US").
    """
    return phrase(words(name).keys)


def phrase(keys: Sequence[str]) -> str:
    """Folded words as one key. Beside other words a common noun needs no capitals to be part of a name."""
    return keys[0] if len(keys) == 1 else " ".join(keys).replace(_COMMON, "")


@lru_cache(maxsize=65536)
def fold_word(word: str) -> tuple[str, ...]:
    """The folded parts of one word without white space; none for an article or bare punctuation."""
    lexicon = Lexicon.default()
    parts = [part for part in _SEPARATORS.split(_plain(word)) if part]
    kept = [part for part in parts[:-1] if part not in lexicon.hyphenated_articles] + parts[-1:]
    kept = [part for part in kept if part not in lexicon.articles]
    if len(kept) == 1 and _is_common_noun(kept[0], word, lexicon):
        return (kept[0] + _COMMON,)
    return tuple(lexicon.spellings.get(part, part) for part in kept)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.strip('"“”«»()[],;:!?')).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    unpossessed = _POSSESSIVE.sub("", bare.translate(_LETTERS))
    return _INITIAL.sub(r"\1", _APOSTROPHES.sub("", unpossessed))


def _is_common_noun(folded: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a word that could be a name is not written as one: "us", "jordan", an "amnesty"."""
    if folded in lexicon.capitals_only:
        return not _in_capitals(word)
    return folded in lexicon.capitalised_only and word.islower()


def _in_capitals(word: str) -> bool:
    """Whether an acronym is written as one; dots count ("u.s."), a possessive does not ("US's")."""
    return "." in word.rstrip(".") or _POSSESSIVE.sub("", word).isupper()
