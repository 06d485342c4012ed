"""Where words stand in a report: a reader of the selectors finds them again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.export.selectors import AROUND, selectors
from whosays.model import Span


@settings(deadline=None)
@given(st.text(min_size=1), st.data())
def test_selectors_find_the_words_again(words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    quote, position = selectors(words, Span.of(words, start, end))
    assert words[position["start"] : position["end"]] == quote["exact"]
    assert words[:start].endswith(quote.get("prefix", ""))
    assert words[end:].startswith(quote.get("suffix", ""))


def test_what_stands_around_is_not_cut_through_a_character() -> None:
    family = "👩\u200d👩\u200d👧"
    words = "e\u0301" + "x" * (AROUND - 1) + "HERE" + "y" * (AROUND - 1) + family + "end"
    quote, _ = selectors(words, Span.of(words, words.index("HERE"), words.index("HERE") + 4))
    assert quote["prefix"] == "x" * (AROUND - 1)
    assert quote["suffix"] == "y" * (AROUND - 1) + family
