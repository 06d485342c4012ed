"""Sources without what is none of theirs."""

from __future__ import annotations

import pytest

from whosays.model import Attribution, Span
from whosays.read.sources import narrowed


def span(text: str, words: str) -> Span:
    return Span.of(text, text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "source", "cue", "other", "narrow"),
    [
        (
            "Qaddour said that the Front would accept a truce.",
            "Qaddour said that the Front",
            "would accept",
            "said",
            "the Front",
        ),
        ("that officials said it had ended.", "that officials", "said", None, "officials"),
        ("HOSTILITIES\n\nThe mayor said it was over.", "HOSTILITIES\n\nThe mayor", "said", None, "The mayor"),
        ("It is over, said the mayor\nSee also", "the mayor\nSee also", "said", None, "the mayor"),
        ("The mayor of Ariha said it was over.", "The mayor of Ariha", "said", None, "The mayor of Ariha"),
    ],
)
def test_narrow(text: str, source: str, cue: str, other: str | None, narrow: str) -> None:
    content = (Span.of(text, len(text) - 1, len(text)),)
    found = [Attribution((span(text, source),), (span(text, cue),), content)]
    if other is not None:
        found.append(Attribution((), (span(text, other),), content))
    assert [s.quote for s in next(narrowed(text, found)).source] == [narrow]


def test_a_source_that_is_all_anothers_cue_is_none() -> None:
    text = "said claimed that it was over"
    found = [
        Attribution((span(text, "said"),), (span(text, "claimed"),), (span(text, "that it was over"),)),
        Attribution((), (span(text, "said"),), (span(text, "that it was over"),)),
    ]
    assert next(narrowed(text, found)).source == ()
