"""Dots in the shown output, and bringing output with dots up to date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.docs.elision import DOTS, matches, refreshed

PRINTED = st.lists(st.sampled_from("abc"), max_size=8)
SHOWN = st.lists(st.sampled_from(["a", "b", "c", DOTS]), max_size=8)


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("", ""),
        ("a b", "a b"),
        ("...", ""),
        ("...", "a b"),
        ("a ...", "a b c"),
        ("... c", "a b c"),
        ("a ... c", "a c"),
        ("a ... c", "a b c c"),
        ("... b ... b", "a b c b"),
    ],
)
def test_shown_output_matches(shown: str, printed: str) -> None:
    assert matches(shown.split(), printed.split())


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("a", ""),
        ("", "a"),
        ("a b", "b a"),
        ("a ...", "b a"),
        ("... c", "c b"),
        ("a ... a", "a"),
        ("... b ... b", "a b"),
        ("a ... b c ... a", "a b a c a"),
    ],
)
def test_other_output_does_not_match(shown: str, printed: str) -> None:
    assert not matches(shown.split(), printed.split())


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        ("a b", "c", "c"),
        ("a ... c", "a b c", "a ... c"),
        ("a ... c d", "a b c e", "a ... c e"),
        ("a b ... d", "a x b c d", "a x b ... d"),
        ("a ... e ...", "a b d e f", "a ... e ..."),
        ("a ... b", "x y", "..."),
    ],
)
def test_refreshed_leaves_out_what_was_left_out(shown: str, printed: str, expected: str) -> None:
    assert refreshed(shown.split(), printed.split()) == expected.split()


@given(SHOWN, PRINTED)
def test_refreshed_output_matches_what_is_printed(shown: list[str], printed: list[str]) -> None:
    assert matches(refreshed(shown, printed), printed)


@given(PRINTED)
def test_output_without_dots_matches_itself_alone(printed: list[str]) -> None:
    assert matches(printed, printed)
    assert not matches([*printed, "a"], printed)
