"""The calendar: finds the temporal expressions of a text and says what each means."""

from __future__ import annotations

from datetime import date, datetime

from whosays.ground.calendar import vocabulary
from whosays.ground.calendar.grammar import Evaluate, Grammar, Phrase
from whosays.ground.calendar.lexer import Lexer, Token
from whosays.ground.calendar.rules import RULES
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.tense import Tense, TenseReader
from whosays.ground.calendar.timex import Timex
from whosays.model import Interval, Published, Span, TimeMention, TimeType


class Calendar:
    """Recognises times in English news text and resolves them against the day of publication.

    Holds no state between calls: one calendar may serve many threads.
    """

    def __init__(self) -> None:
        self._lexer = Lexer(vocabulary.load())
        self._grammar = Grammar(RULES, self._lexer.codes)
        self._tense = TenseReader(self._lexer.codes)

    def find(self, text: str, published: Published) -> tuple[TimeMention, ...]:
        """The times of `text`, sorted and apart from each other.

        Without `published`, what is told from that day keeps the part of its value that is known
        ("XXXX-WXX-5" for "Friday") and has no interval.
        """
        day = published.date() if isinstance(published, datetime) else published
        tokens = self._lexer.tokens(text)
        code = self._lexer.code(tokens)
        reading = _Reading(text, tokens, day)
        for phrase, evaluate in _ranked(self._grammar, code, tokens):
            if phrase.start >= reading.read:
                reading.add(phrase, evaluate, self._tense.tense(code, phrase.start, phrase.end))
        return tuple(reading.mentions)


class _Reading:
    """One pass over a text, and what it has come by so far."""

    def __init__(self, text: str, tokens: list[Token], day: date | None) -> None:
        self.mentions: list[TimeMention] = []
        self.read = 0
        self._text = text
        self._tokens = tokens
        self._day = day
        self._focus: Interval | None = None
        self._quarter: str | None = None

    def add(self, phrase: Phrase, evaluate: Evaluate, tense: Tense) -> None:
        """Keep the phrase if it means a time, and remember what later phrases may lean on."""
        found = evaluate(phrase, Setting(self._day, self._focus, self._quarter, tense))
        if found is None:
            return
        start, end = self._tokens[phrase.start].start, self._tokens[phrase.end - 1].end
        self.mentions.append(
            TimeMention(Span.of(self._text, start, end), found.type, found.value, found.interval)
        )
        self.read = phrase.end
        self._remember(phrase, found)

    def _remember(self, phrase: Phrase, found: Timex) -> None:
        if "-Q" in found.value and phrase.first("ordinal", "quarter_code"):
            self._quarter = found.value
        elif found.type is TimeType.DURATION and found.value.endswith("M"):
            self._quarter = None  # "for the nine months ... a year earlier" compares months
        if found.interval is not None and found.type in (TimeType.DATE, TimeType.TIME):
            self._focus = found.interval


def _ranked(grammar: Grammar, code: str, tokens: list[Token]) -> list[tuple[Phrase, Evaluate]]:
    """Matches by where they start, the longest first; among equals the earlier rule's (sort is stable)."""
    return sorted(grammar.matches(code, tokens), key=lambda match: (match[0].start, -match[0].end))
