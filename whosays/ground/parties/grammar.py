"""The grammar around a name: which words may stand before and behind it, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from whosays.ground.parties.fold import Words
from whosays.ground.parties.lexicon import Head, Lexicon

_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
_APPOSITION = re.compile(r",\s+(?:an?|the|which|who|one of)\s.*", re.DOTALL)
_LONGEST_HEAD = 4
_LONGEST_IN_COMPOUND = 4


def split_brackets(name: str) -> tuple[str, str, str]:
    """What stands before, in and behind the first brackets of a name."""
    found = _BRACKETS.search(name)
    return (name[: found.start()], found[1], name[found.end() :]) if found else (name, "", "")


def without_apposition(name: str) -> str:
    """A name without what explains it: "the YPG, a Kurdish militia" is "the YPG"."""
    return _APPOSITION.sub("", name)


def arrangements(words: Words, lexicon: Lexicon) -> Iterator[Words]:
    """The words as they stand, and "forces of the X" turned round to "X forces"."""
    yield words
    for at, word in enumerate(words.keys):
        before = words.part(0, at)
        if at and word in lexicon.prepositions and heads(before, lexicon) is not None:
            yield words.part(at + 1) + before


def heads(behind: Words, lexicon: Lexicon) -> list[Head] | None:
    """The heads that make up the words behind a name; None if anything else is among them.

    An office may be followed by its holder: "spokesman Jan Novak".
    """
    found: list[Head] = []
    at = 0
    while at < len(behind):
        head, size = _head_at(behind, at, lexicon)
        if head:
            found.append(head)
        elif behind.keys[at] not in lexicon.neutral:
            return found if _is_holder(found, behind.part(at), lexicon) else None
        at += size
    return found


def describes(
    before: Words, lexicon: Lexicon, is_apt: Callable[[str], bool], is_name: Callable[[str], bool]
) -> bool:
    """Whether the words before a name only describe it.

    `is_apt` judges those that are no describing word in themselves, such as adjectives of countries;
    `is_name` knows the names of parties, which may stand in a compound ("Islamic State-linked").
    """
    at = 0
    while at < len(before):
        if compound := _compound_at(before, at, lexicon, is_name):
            at += compound
        elif before.keys[at] in lexicon.neutral or is_apt(before.keys[at]):
            at += 1
        else:
            return False
    return at == len(before)


def _compound_at(words: Words, at: int, lexicon: Lexicon, is_name: Callable[[str], bool]) -> int:
    """How many words from `at` say how somebody else stands to what follows; 0 if none do."""
    if words.keys[at] in lexicon.stances:
        return 2
    for end in range(at + 1, min(len(words), at + _LONGEST_IN_COMPOUND + 1)):
        if words.keys[end] in lexicon.markers:
            return end + 1 - at if end == at + 1 or is_name(" ".join(words.keys[at:end])) else 0
    return 0


def _head_at(words: Words, at: int, lexicon: Lexicon) -> tuple[Head | None, int]:
    for size in range(min(_LONGEST_HEAD, len(words) - at), 0, -1):
        if head := lexicon.heads.get(" ".join(words.keys[at : at + size])):
            return head, size
    return None, 1


def _is_holder(found: list[Head], rest: Words, lexicon: Lexicon) -> bool:
    named = all(
        not small or key in lexicon.particles for key, small in zip(rest.keys, rest.small, strict=True)
    )
    return named and bool(found) and found[-1].name == "office"
