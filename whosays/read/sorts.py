"""What sort of voice somebody is: by what his name says, what heads his phrase, and his role."""

from __future__ import annotations

import re

from spacy.tokens import Token

from whosays.model import VoiceSort
from whosays.read import lexicon
from whosays.read.titles import PEOPLE

CUES = lexicon.load("cues")
SORT_BY_HEAD = {head: VoiceSort(sort) for sort, heads in CUES["sorts"].items() for head in heads}
SORT_BY_ENTITY = {"PERSON": VoiceSort.PERSON, "ORG": VoiceSort.INSTITUTION, "GPE": VoiceSort.INSTITUTION}
SORT_BY_PHRASE = {phrase: VoiceSort(sort) for sort, phrases in CUES["named"].items() for phrase in phrases}
PHRASES = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, SORT_BY_PHRASE), key=len, reverse=True))})\b", re.IGNORECASE
)
UNTITLED = lexicon.words(CUES, "unnamed", "heads")
HIDDEN = re.compile("|".join(CUES["unnamed"]["hidden"]), re.IGNORECASE)
"""How reports say that somebody stays without a name."""

PAST = lexicon.words(CUES, "offices", "past")
RANKS = lexicon.words(lexicon.load("roles"), "ranks", "words")
BELONGING = re.compile(r"\s(?:of|for|at|in|from|with|who|to|on)\s.*")


def sort_of(head: Token, name: str, role: str | None) -> VoiceSort:
    """What sort of voice the phrase of `head` is, under its full `name` and with its `role`."""
    if head.ent_type_ == "PERSON" or (head.ent_type_ == "ORG" and _is_of_person(role)):
        return _of_person(name, role)
    lemma = head.lemma_.lower()
    by_head = SORT_BY_HEAD.get(lemma) or SORT_BY_HEAD.get(head.lower_)
    if lemma in UNTITLED or (by_head is VoiceSort.OFFICIAL and HIDDEN.search(head.sent.text)):
        return VoiceSort.UNNAMED_OFFICIAL
    if BELONGING.search(name) and _is_office(BELONGING.sub("", name).split()[-1:]):
        return VoiceSort.OFFICIAL  # "Rami Haddad head of the council", without its comma
    by_name = _by_phrase(name) or by_head or SORT_BY_ENTITY.get(head.ent_type_)
    return by_name or _by_phrase(role or "") or _by_any_word(name)


def _is_of_person(role: str | None) -> bool:
    """Whether a role is one that only somebody can have: "senior fellow", not "a monitoring group"."""
    last = [BELONGING.sub("", f" {part} ").split()[-1:] for part in (role or "").split(",")]
    return any(word.casefold() in PEOPLE for words in last for word in words)


def _of_person(name: str, role: str | None) -> VoiceSort:
    if _has_office(f"{name}, {role or ''}"):
        return VoiceSort.OFFICIAL
    last = SORT_BY_HEAD.get(name.casefold().split()[-1])
    if last in (VoiceSort.MONITOR, VoiceSort.INSTITUTION, VoiceSort.OUTLET):
        return last  # "the Observatory", which the parser takes for somebody
    bodies = [phrase for phrase in PHRASES.findall(name) if " " in phrase and role is None]
    return (_by_phrase(bodies[0]) if bodies else None) or VoiceSort.PERSON


def _has_office(described: str) -> bool:
    """Whether a name, or a part of what is said of its bearer, holds an office that is not past."""
    return any(_is_office(BELONGING.sub("", f" {part} ").split()) for part in described.split(","))


def _is_office(words: list[str]) -> bool:
    plain = [word.casefold().rstrip(".") for word in words]
    if PAST & set(plain):
        return False
    return any(SORT_BY_HEAD.get(w) is VoiceSort.OFFICIAL or w in RANKS for w in plain)


def _by_phrase(name: str) -> VoiceSort | None:
    """By the longest phrase in the name that tells: "Network for", "Doctors Without", "Brigade"."""
    found = [phrase.casefold() for phrase in PHRASES.findall(name)]
    return SORT_BY_PHRASE[max(found, key=len)] if found else None


def _by_any_word(name: str) -> VoiceSort:
    sorts = [SORT_BY_HEAD[w] for w in name.casefold().split() if w in SORT_BY_HEAD]
    return sorts[-1] if sorts else VoiceSort.UNKNOWN
