"""Rules over kinds of token, and the phrases they match.

A pattern is a regular expression in which `{kind}` stands for one token, `{kind|other}` for one of
either, and a name in capitals for a fragment below; blanks are for the reader. The group `said`,
where a pattern has one, is what the text calls the time; the rest of the match is context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from whosays.ground.calendar.lexer import Token
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex

FRAGMENTS = {
    "PRE": "(?:{earlier|later|sometime} {in|on}? | {part} {hyphen}? {in|on}? | {the}? {edge})",
    "ON_DAY": "(?:{comma}? {on}? (?:ANY_DATE | {weekday|day_word} {daypart}?))",
    "ANY_DATE": "(?:ANY_DAY WITH_YEAR?)",
    "ANY_DAY": "(?:NAMED_DAY? {the}? DATE)",
    "DATE": "(?:MDAY {of}? MONTH | MONTH MDAY)",
    "NAMED_DAY": "(?:(?:{this|last|next} {next}?)? {weekday|short_weekday} {dot}? {comma}?)",
    "CLOCK": "(?:{approx}? HOUR ZONE? | {approx}? {digits|year} {zone})",
    "ZONE": "(?:{zone} | {other} {other}? {time})",
    "HOUR": "(?:{clock} {meridiem}? | {figure} {meridiem} | {day|ones|teens} {meridiem|oclock})",
    "BARE_MONTH": "(?:{month|weak_month} | (?<=BEFORE_TIME) {loud_month})",
    "MONTH": "(?:{month|weak_month|loud_month} | {short_month} {dot}?)",
    "MDAY": "{day|nth}",
    "WITH_YEAR": "(?:{comma|of}? YEAR | {comma}? {of}? {last|next|this|that} {unit})",
    "YEAR": "(?:{year} | SPOKEN_YEAR)",
    "SPOKEN_YEAR": "(?:{teens} {tens} (?:{hyphen}? {ones})?)",
    "COUNT": "(?:{fraction|vague} | {a}? {couple} | NUMBER (?:{and} {half})?)",
    "RANGE": "(?:NUMBER {to|hyphen})?",
    "NUMBER": "(?:{day|year|digits|figure} | WORDS)",
    "WORDS": "(?:{tens} (?:{hyphen}? {ones})? | {ones|teens} | {a}? {hundred})",
    "POSITION": "{this|past|last|next|following}",
    "BEFORE_TIME": "{in|on|of|for|to|between|before|after|prep|ago|earlier|later}",
    "BEFORE_COUNT": "{quantity|toll|approx|month|weak_month|short_month}",
    "AFTER_COUNT": "{counted|plural|unit|units|zone|meridiem}",
    "CLOSED": "(?: (?={stop|dot|comma|close|possessive|in|at|on|for|to|before|after|prep|and|hyphen}) | $)",
}
"""Parts that several rules share; a fragment may use those after it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that a rule matched: `context` holds all, `start` and `end` bound those said, in the text."""

    context: tuple[Token, ...]
    start: int
    end: int

    def first(self, *kinds: str) -> Any:
        """The value of the first token of any of the kinds, or None."""
        return next((token.value for token in self.context if token.kind in kinds), None)

    def final(self, *kinds: str) -> Any:
        """The value of the last token of any of the kinds, or None."""
        return next((token.value for token in reversed(self.context) if token.kind in kinds), None)

    def has(self, kind: str) -> bool:
        """Whether a token is of that kind."""
        return any(token.kind == kind for token in self.context)


Evaluate = Callable[[Phrase, Setting], Timex | None]
"""What a phrase means where it stands; None if it is no time after all ("31 June")."""

Rule = tuple[str, Evaluate]
"""A pattern, and the meaning of what it matches."""


class Grammar:
    """Rules, compiled for the codes of a lexer."""

    def __init__(self, rules: Iterable[Rule], codes: Mapping[str, str]) -> None:
        self._rules = [(re.compile(translate(pattern, codes)), evaluate) for pattern, evaluate in rules]

    def matches(self, code: str, tokens: list[Token]) -> Iterator[tuple[Phrase, Evaluate]]:
        """Every match of every rule, rule by rule; matches of different rules may overlap."""
        for pattern, evaluate in self._rules:
            said = "said" if "said" in pattern.groupindex else 0
            for match in _scan(pattern, code, said):
                yield Phrase(tuple(tokens[slice(*match.span())]), *match.span(said)), evaluate


def translate(pattern: str, codes: Mapping[str, str]) -> str:
    """The regular expression over code characters; KeyError for a kind that does not exist."""
    for name, fragment in FRAGMENTS.items():
        pattern = re.sub(rf"\b{name}\b", fragment, pattern)
    pattern = re.sub(r"\{([a-z_|]+)\}", lambda kinds: _one_of(kinds[1], codes), pattern)
    return pattern.replace(" ", "")


def _scan(pattern: re.Pattern[str], code: str, said: str | int) -> Iterator[re.Match[str]]:
    """Matches whose said parts are apart; what is context to one may be said by the next."""
    match = pattern.search(code)
    while match is not None:
        yield match
        match = pattern.search(code, match.end(said))


def _one_of(kinds: str, codes: Mapping[str, str]) -> str:
    return "[" + "".join(codes[kind] for kind in kinds.split("|")) + "]"
