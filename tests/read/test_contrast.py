"""Where another speaker is given the word."""

from __future__ import annotations

import pytest

from whosays.model import Attribution, Span
from whosays.read.contrast import apart


def span(text: str, words: str) -> Span:
    return Span.of(text, text.index(words), text.index(words) + len(words))


def said(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution((span(text, source),), (span(text, cue),), (span(text, content),))


@pytest.mark.parametrize(
    "turn", [", while", " while", ", whereas", "; but", ", but", ";", "; the radio closed,", ", although"]
)
def test_a_speaker_stops_where_the_next_one_starts(turn: str) -> None:
    text = f"The army claimed the hill had fallen{turn} the rebels denied that it had."
    first = said(text, "The army", "claimed", text[text.index("the hill") : -1])
    second = said(text, "rebels", "denied", "that it had")
    before, after = apart(text, [second, first])
    expected = text[text.index("the hill") : -1] if "radio" in turn else "the hill had fallen"
    assert [part.quote for part in before.content] == [expected]
    assert after == second


def test_parts_after_the_turn_are_dropped() -> None:
    text = "Rebels claimed that the hill had fallen; the army said that it held."
    parts = (span(text, "that the hill had fallen"), span(text, "that it held"))
    first = Attribution((span(text, "Rebels"),), (span(text, "claimed"),), parts)
    second = said(text, "the army", "said", "that it held")
    assert [p.quote for p in next(apart(text, [first, second])).content] == ["that the hill had fallen"]


@pytest.mark.parametrize(
    "text",
    [
        "The army said that residents claimed it had left.",
        "The army said it had left while residents slept, officials claimed.",
    ],
)
def test_without_a_turn_nothing_is_cut(text: str) -> None:
    first = said(text, "The army", "said", text[text.index("said") + 5 : -1])
    second = said(text, text.split(" claimed")[0].split()[-1], "claimed", text.split("said ")[1][:4])
    assert next(apart(text, [first, second])) == first
