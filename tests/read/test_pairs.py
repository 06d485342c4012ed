"""Logits of a relation as words that are tied to a trigger."""

from __future__ import annotations

import numpy as np
import pytest

from whosays.model import Named, Span
from whosays.read.encoder.pieces import pieces
from whosays.read.encoder.questions import OF_TRIGGER
from whosays.read.pairs import FAR, Ties

TEXT = "Rebels and the army shelled the town."


def ties(start: int = 0, **logits: float) -> Ties:
    """Ties of "shelled" whose actors have those logits, seen from piece `start` on."""
    words = pieces(TEXT)
    actor = np.full(len(words) - start, -5.0, dtype=np.float32)
    for i in range(start, len(words)):
        word = TEXT[words.starts[i] : words.ends[i]]
        actor[i - start] = logits.get(word, -5.0)
    nothing = np.full(len(words) - start, -5.0, dtype=np.float32)
    return Ties(words, start, dict.fromkeys(OF_TRIGGER, nothing) | {"actor": actor})


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def test_the_surest_words_come_first() -> None:
    assert [s.quote for s in ties(Rebels=2.0, army=4.0).spans("actor")] == ["army", "Rebels"]


def test_words_below_even_odds_are_not_tied() -> None:
    assert ties(Rebels=-0.5).spans("actor") == ()


def test_the_logit_of_words_is_that_of_their_surest_piece() -> None:
    assert ties(army=-1.5).logit("actor", span("the army")) == pytest.approx(-1.5)


def test_words_before_the_window_have_no_logit() -> None:
    assert ties(start=2, army=1.0).logit("actor", span("Rebels")) == FAR
    assert ties(start=2, army=1.0).logit("actor", span("the army")) == pytest.approx(1.0)


@pytest.mark.parametrize(("logit", "kept"), [(-1.0, True), (-3.0, False)])
def test_what_other_means_find_is_kept_if_the_network_finds_it_likely(logit: float, kept: bool) -> None:
    found = Named("army", span("army"))
    assert (ties(army=logit).likely("actor", found, least=-2.0) is found) == kept


def test_nothing_stays_nothing() -> None:
    assert ties().likely("actor", None, least=-9.0) is None
