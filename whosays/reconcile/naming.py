"""Names as reports write them: what of a name tells one speaker from another, and when they are equal."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from whosays.model import VoiceSort

LONGEST = 80
"""Characters of a name that a sentence repeats."""

_APOSTROPHES = re.compile("['’‘ʼʻ`´ʿʾ]")
_POSSESSIVE = re.compile("['’ʼ`´]s?$")
_SEPARATORS = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"(?<!\w)(\w)\.")

UNNAMED = (VoiceSort.UNNAMED_OFFICIAL, VoiceSort.RESIDENT, VoiceSort.FOOTAGE)
"""Sorts of voices that are somebody only where a name follows a title: "resident Amal Deeb"."""

PERSONS = (VoiceSort.PERSON, VoiceSort.OFFICIAL, VoiceSort.UNKNOWN)


@cache
def listed(table: str, key: str = "words") -> frozenset[str]:
    """The words of a list of `naming.toml`."""
    return frozenset(tomllib.loads(files(__package__).joinpath("naming.toml").read_text("utf-8"))[table][key])


def key(name: str) -> str:
    """What is left of a name to compare it by: no case, accents, articles, possessives or punctuation."""
    return " ".join(words(name))


@lru_cache(maxsize=1 << 16)
def words(name: str) -> tuple[str, ...]:
    """The words of `key(name)`; those that are left out are kept where nothing else is left."""
    parts = [part for word in name.split() for part in _parts(word)]
    return tuple(part for part in parts if part not in listed("words", "articles")) or tuple(parts)


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[str, ...]:
    parts = [part for part in _SEPARATORS.split(_plain(word)) if part]
    return (*(part for part in parts[:-1] if part not in listed("words", "tied")), *parts[-1:])


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.strip('"“”«»()[],;:!?')).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _INITIALS.sub(r"\1", _APOSTROPHES.sub("", _POSSESSIVE.sub("", bare)))


@lru_cache(maxsize=1 << 16)
def brief(name: str) -> str:
    """A name fit for a sentence: on one line, and no longer than LONGEST."""
    line = " ".join("".join(char if char.isprintable() else " " for char in name).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def known_outlet(name: str | None) -> str | None:
    """The name of an outlet, None where what stands there is no name."""
    plain = " ".join((name or "").split())
    return None if not words(plain) or plain.casefold() in listed("nobody") else plain


@lru_cache(maxsize=1 << 16)
def identity(name: str, sort: VoiceSort) -> str | None:
    """The part of a name that says who it is; None for "residents", "a military source", "state media"."""
    tokens = name.split()
    if sort in UNNAMED:
        return _titled(tokens, to_the_end=True)
    if sort in PERSONS:
        return _titled(tokens) or _before_title(tokens) or _body(tokens)
    return _body(tokens)


def is_proper(word: str) -> bool:
    """Whether a word is written as part of a name and is no common word."""
    folded = " ".join(_parts(word))
    return (
        bool(folded) and not word.islower() and folded.replace(" ", "-") not in _common() and _lettered(word)
    )


def tells_apart(name: str) -> bool:
    """Whether a name has a word that tells its bearer from others: "Wadi Brigade", not "the gunmen"."""
    return _body(name.split()) is not None


def _lettered(word: str) -> bool:
    return any(char.isalpha() for char in word)


@cache
def _common() -> frozenset[str]:
    return frozenset().union(*(listed(table) for table in ("titles", "carriers", "crowd", "plain")))


def _is(word: str, table: str) -> bool:
    return "".join(_parts(word)) in listed(table)


def _titled(tokens: Sequence[str], *, to_the_end: bool = False) -> str | None:
    """The name that follows the last title."""
    titles = [n for n, token in enumerate(tokens) if _is(token, "titles")]
    if not titles:
        return None
    after = tokens[titles[-1] + 1 :]
    run = _run(after)
    return _joined(run) if run and not (to_the_end and len(run) < len(after)) else None


def _before_title(tokens: Sequence[str]) -> str | None:
    """The name before the first title: "Rima Sayegh, head of the clinic"."""
    first = next((n for n, token in enumerate(tokens) if _is(token, "titles")), None)
    if first is None:
        return None
    after = tokens[first + 1 : first + 2]
    if not after or after[0].lower() not in listed("words", "joints"):
        return None
    return _joined(_run(tokens[:first]))


def _run(tokens: Sequence[str]) -> Sequence[str]:
    """The first words, as far as they are parts of a name."""
    end = next(
        (n for n, token in enumerate(tokens) if not (is_proper(token) or _particle(token))), len(tokens)
    )
    return tokens[:end] if any(map(is_proper, tokens[:end])) else ()


def _particle(token: str) -> bool:
    return token.casefold() in listed("words", "particles")


def _body(tokens: Sequence[str]) -> str | None:
    """The name of an institution without what is said of it before, and what it speaks through behind."""
    start = next((n for n, token in enumerate(tokens) if not _beside(token)), len(tokens))
    end = len(tokens)
    while end > start and _is(tokens[end - 1], "carriers"):
        end -= 1
    kept = tokens[start:end]
    if not any(map(is_proper, kept)) or (kept[-1].islower() and _is(kept[-1], "crowd")):
        return None
    return _joined(kept)


def _beside(token: str) -> bool:
    parts = _parts(token)
    says_where = len(parts) > 1 and parts[-1] in listed("words", "beside")
    return token.islower() or says_where or not parts or parts == ("the",)


def _joined(tokens: Sequence[str]) -> str | None:
    return _POSSESSIVE.sub("", " ".join(tokens).strip(' ,;:"“”')) or None
