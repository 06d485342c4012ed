"""Loaded words as data."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from whosays.model import Loaded, LoadedSort, Reading, Report, Span, Voice, VoiceSort

SPAN = Span(0, 6, "regime")


def test_a_word_is_the_reports_own_unless_somebody_says_it() -> None:
    word = Loaded(SPAN, LoadedSort.LABEL)
    assert (word.said_by, word.note) == (None, None)


def test_a_word_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Loaded(SPAN, LoadedSort.LABEL).said_by = 1  # type: ignore[misc]


def test_a_reading_without_loaded_words_and_a_voice_without_a_role_are_whole() -> None:
    assert Reading(Report("regime"), "by hand", (), (), (), ()).loaded == ()
    assert Voice("Post", SPAN, VoiceSort.OUTLET).role is None


@pytest.mark.parametrize("sort", LoadedSort)
def test_sorts_are_words(sort: LoadedSort) -> None:
    assert sort.value.replace(" ", "").isalpha()
