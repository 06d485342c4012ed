"""Text as tokens, each of one kind: the alphabet that the grammar is written in.

A token's kind is one character of a code string, so that a rule of the grammar is an ordinary
regular expression over that string: short to scan, whatever the vocabulary's size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from whosays.ground.calendar.vocabulary import Entry, Vocabulary

SHAPES = {
    "iso": r"[0-9]{4}-[0-9][0-9]-[0-9][0-9](?:T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)?(?![0-9])",
    "slashed": r"[0-9]{1,2}(?P<sep>[/.-])[0-9]{1,2}(?P=sep)(?:[0-9]{4}|[0-9][0-9])(?![0-9])",
    "clock": r"[0-9]{1,2}:[0-9][0-9](?![0-9])",
    "decade": r"(?:[0-9]{3}|(?<!\w)['’][0-9])0['’]?s\b",
    "nth": r"[0-9]{1,2}(?:st|nd|rd|th)\b",
    "fraction": r"[0-9]{1,3}\s1/2\b",
    "figure": r"[0-9]{1,3}(?:,[0-9]{3}){1,3}(?![0-9])|[0-9]{1,6}\.[0-9]{1,6}(?![0-9])",
    "quarter_code": r"Q[1-4]\b",
    "digits": r"[0-9]{1,6}(?![0-9])",
}
"""Tokens that are known by their shape, in the order in which they are tried."""

MARKS = {
    ",": "comma",
    "-": "hyphen",
    "–": "hyphen",
    "/": "hyphen",
    "—": "stop",
    "$": "quantity",
    "%": "counted",
    "(": "open",
    ")": "close",
    "!": "stop",
    "?": "stop",
    ";": "stop",
}

NAMED_ONLY = frozenset({"weak_month", "short_month", "scarce_month", "hijri_month", "short_weekday"})
"""Kinds whose words are times only with a capital: "may", "mar", "ab", "safar", "sun"."""

FIRST_YEAR, LAST_YEAR = 1700, 2099
"""A bare number of four digits outside these is taken for a quantity."""

_MADE = (
    "other",
    "plural",
    "loud_month",
    "stop",
    "dot",
    "possessive",
    "year",
    "day",
    "comma",
    "hyphen",
    "open",
    "close",
    *SHAPES,
)
_FIRST_CODE = 0x4E00
_HEAD = 3
"""Letters by which phrases are grouped; two or four make reading slower."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of the text, `[start, end)`, with what the vocabulary says of it."""

    kind: str
    value: Any
    start: int
    end: int


class Lexer:
    """Cuts text into tokens."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._pattern = re.compile(_pattern(vocabulary), re.IGNORECASE)
        kinds = dict.fromkeys((*_MADE, *vocabulary.kinds))
        self.codes = {kind: chr(_FIRST_CODE + index) for index, kind in enumerate(kinds)}

    def tokens(self, text: str) -> list[Token]:
        """The tokens of `text` in order; only white space is left out."""
        return [self._token(match) for match in self._pattern.finditer(text)]

    def code(self, tokens: list[Token]) -> str:
        """One character a token: its kind's."""
        codes = self.codes
        return "".join([codes[token.kind] for token in tokens])

    def _token(self, match: re.Match[str]) -> Token:
        entry = self._entry(match)
        return Token(entry.kind, entry.value, match.start(), match.end())

    def _entry(self, match: re.Match[str]) -> Entry:
        shape, word = match.lastgroup, match.group()
        if shape == "word":
            return self._word(word)
        if shape == "phrase":
            return self._vocabulary.entries[" ".join(re.sub("[’‘]", "'", word.lower()).split())]
        if shape in SHAPES:
            return _number(shape, word)
        return Entry(shape or MARKS.get(word, "other"), word)

    def _word(self, word: str) -> Entry:
        entry = self._vocabulary.entries.get(word.lower())
        if entry is None:
            return _unknown(word)
        if entry.kind in NAMED_ONLY and word.islower():
            return _OTHER
        if entry.kind == "weak_month" and word.isupper():
            return Entry("loud_month", entry.value)
        return entry


_OTHER = Entry("other", None)
_PAST = Entry("past_tense", None)
_PLURAL = Entry("plural", None)


def _pattern(vocabulary: Vocabulary) -> str:
    phrases = "|".join(_headed(vocabulary.phrases))
    initials = "".join(sorted({phrase[0] for phrase in vocabulary.phrases}))
    shapes = "|".join(rf"(?P<{name}>{shape})" for name, shape in SHAPES.items())
    return (
        rf"(?=[{initials}])(?P<phrase>\b(?:{phrases})(?!\w))"
        rf"|(?<![\w.,])(?=[0-9Q'’])(?:{shapes})"
        r"|(?P<word>[^\W\d_]+)"
        r"|(?P<possessive>['’]s\b|(?<=s)['’](?=\s))"
        r"|(?P<stop>\n[^\S\n]*\n\s*|\.(?=\s+(?-i:[^\sa-z\d])|\s*\Z))"
        r"|(?P<dot>\.)|[^\s\w]|\w+"
    )


def _headed(phrases: list[str]) -> Iterator[str]:
    """Phrases by their first letters, so that a word is tried against those few that begin like it."""
    by_head: dict[str, list[str]] = {}
    for phrase in phrases:
        by_head.setdefault(phrase[:_HEAD], []).append(_flexible(phrase[_HEAD:]))
    return (f"{_flexible(head)}(?:{'|'.join(rest)})" for head, rest in by_head.items())


def _flexible(phrase: str) -> str:
    """Any white space for a blank, and any of the marks that are set for an apostrophe."""
    return re.escape(phrase).replace("\\ ", r"\s").replace("'", "['’‘]")


def _unknown(word: str) -> Entry:
    if len(word) < 5 or not word.islower():
        return _PAST if word.endswith("ED") and len(word) > 4 else _OTHER
    if word.endswith("ed"):
        return _PAST
    return _PLURAL if word.endswith("s") and not word.endswith(("ss", "us", "is")) else _OTHER


def _number(shape: str, word: str) -> Entry:
    if shape == "nth":
        return Entry("nth", int(word[:-2]))
    if shape == "digits":
        if len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR:
            return Entry("year", int(word))
        if len(word) <= 2 and 1 <= int(word) <= 31:
            return Entry("day", int(word))
    return Entry(shape, word)
