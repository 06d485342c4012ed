"""Languages told by their text."""

from __future__ import annotations

import pytest

from whosays.ingest.language import language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on the market of Marwa on Friday, residents said.", "en"),
        ("SHELLS FELL ON THE MARKET OF MARWA ON FRIDAY, RESIDENTS SAID.", "en"),
        ("سقطت قذائف على سوق المدينة يوم الجمعة بحسب سكان محليين", "ar"),
        ("Des obus sont tombés sur le marché vendredi, selon des habitants.", "fr"),
        ("Снаряды упали на рынок в пятницу, сообщили жители города.", "ru"),
    ],
)
def test_tells_languages_apart(text: str, expected: str) -> None:
    assert language(text) == expected


@pytest.mark.parametrize("text", ["", "Marwa, Friday", " \n" * 50, "12 34 56 78 90 12 34 56 78", "—" * 40])
def test_does_not_guess_from_next_to_nothing(text: str) -> None:
    assert language(text) is None
