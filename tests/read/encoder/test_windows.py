"""Every piece is some window's own, with the text around it in sight."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whosays.read.encoder.pieces import pieces
from whosays.read.encoder.windows import AFTER, BEFORE, LENGTH, windows

WORDS = st.sampled_from(
    ["rebels", "said", "Aleppo", "fell.", "\n", "“we", "left”", "on", "Friday!", "Ma'arra"]
)
TEXTS = st.lists(WORDS, max_size=900).map(" ".join)


@given(TEXTS)
def test_each_piece_is_one_windows_own(text: str) -> None:
    found = pieces(text)
    cut = windows(found)
    owned = [i for w in cut for i in range(w.first, w.last)]
    assert owned == list(range(len(found)))


@given(TEXTS)
def test_a_window_is_not_longer_than_the_network_takes(text: str) -> None:
    for window in windows(pieces(text)):
        assert 0 <= window.start <= window.first < window.last <= window.end
        assert window.end - window.start <= LENGTH


def test_within_a_long_text_both_sides_are_seen_again() -> None:
    found = pieces("The army said that it had taken the village of Dabiq. " * 60)
    cut = windows(found)
    assert len(cut) > 2
    for window in cut[1:-1]:
        assert 0 < window.first - window.start <= BEFORE
        assert window.end - window.last >= AFTER


def test_windows_end_with_sentences() -> None:
    found = pieces("The army said that it had taken the village of Dabiq. " * 60)
    assert {found.text[found.ends[w.last - 1] - 1] for w in windows(found)} == {"."}
