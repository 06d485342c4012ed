"""Whether the clause around a phrase tells of what has been or of what is to come."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum

_REACH = 60
"""Tokens to look at on either side: longer than sentences are, so that text without stops costs no more."""


class Tense(IntEnum):
    """The direction in which an open date ("Friday", "in May") is looked for."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


class TenseReader:
    """Reads tense off the codes of the tokens around a phrase."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        past = codes["past_tense"] + codes["toll"]
        self._future = codes["future"]
        self._verb = re.compile(f"{self._future}(?:[^{codes['stop']}]{{0,2}}[{past}])?|[{past}]")
        self._stop = codes["stop"]

    def tense(self, code: str, start: int, end: int) -> Tense:
        """Of the nearest verb before `code[start:end]` in its sentence, else of the next one after it.

        News puts the day behind its verb ("said Friday he will go Monday"), except at the head of
        a sentence ("On Friday, they will meet"). A participle belongs to its auxiliary ("will be held").
        """
        floor = max(0, start - _REACH)
        verbs = self._verb.findall(code, max(floor, code.rfind(self._stop, floor, start) + 1), start)
        if verbs:
            return self._of(verbs[-1])
        stop = code.find(self._stop, end, end + _REACH)
        verb = self._verb.search(code, end, stop if stop >= 0 else end + _REACH)
        return self._of(verb[0]) if verb else Tense.UNKNOWN

    def _of(self, verb: str) -> Tense:
        return Tense.FUTURE if verb[0] == self._future else Tense.PAST
