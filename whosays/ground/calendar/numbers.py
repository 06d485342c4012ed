"""Counts and spelled years out of the tokens of a phrase."""

from __future__ import annotations

from whosays.ground.calendar.grammar import Phrase

_SPELLED = frozenset({"ones", "teens", "tens"})
_FIGURES = frozenset({"day", "year", "digits", "figure"})


def count(phrase: Phrase) -> str | None:
    """How many units: a decimal number, "X" if vague, with "½" if a half is added; None if it names none."""
    for token in phrase.context:
        if token.kind in _FIGURES:
            return str(token.value).replace(",", "") + _half(phrase)
        if token.kind in ("vague", "couple"):
            return str(token.value)
        if token.kind == "fraction":
            return str(token.value).split()[0] + "½"
    return _spelled_count(phrase)


def spoken(phrase: Phrase) -> int:
    """ "nineteen ninety-six" as 1996."""
    values: list[int] = [token.value for token in phrase.context if token.kind in _SPELLED]
    return values[0] * 100 + sum(values[1:])


def _spelled_count(phrase: Phrase) -> str | None:
    if phrase.has("hundred"):
        return "100"
    kinds = [token.kind for token in phrase.context]
    first = phrase.context[: kinds.index("to")] if "to" in kinds else phrase.context
    values: list[int] = [token.value for token in first if token.kind in _SPELLED]
    if values:
        return str(sum(values)) + _half(phrase)
    return "1" + _half(phrase) if phrase.has("a") else None


def _half(phrase: Phrase) -> str:
    return "½" if phrase.has("half") else ""
