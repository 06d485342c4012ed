"""Right-to-left script in the order of the eye."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.export.brief.visual import ordered


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Aleppo", "Aleppo"),
        ("Київ 14", "Київ 14"),
        ("حلب", "\ufe90\ufee0\ufea3"),  # final, medial, initial, from the left
        ("دار", "\ufead\ufe8d\ufea9"),  # letters that join nothing behind them
        ("in حلب today", "in \ufe90\ufee0\ufea3 today"),
        ("שלום", "םולש"),
        ("שלום 2017 שלום", "םולש 2017 םולש"),
        ("(שלום)", "(םולש)"),
        ("ש (a) ל", "ש (a) ל"),
        ("א(ב)ג", "ג(ב)א"),
    ],
)
def test_runs_are_turned(text: str, drawn: str) -> None:
    assert ordered(text) == drawn


@given(st.text())
def test_as_many_characters_stay(text: str) -> None:
    assert len(ordered(text)) == len(text)
