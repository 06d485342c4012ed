"""Edits move every mark with its words."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.marked import Edit, Mark, Marked, Name, edited
from training.variants import LOST, renamed, roughened

TEXT = "“The rebels, not us, shelled Dabiq,” the ministry's spokesman said.\nDabiq is quiet."


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


MARKED = Marked(
    TEXT,
    cues=[
        Mark(
            [at("said")],
            {
                "source": [at("the ministry's spokesman")],
                "content": [at("The rebels, not us, shelled Dabiq")],
            },
        )
    ],
    triggers=[Mark([at("shelled")], {"place": [at("Dabiq")], "actor": [at("The rebels")]}, kind=3)],
    names=[Name(at("Dabiq"), "place"), Name((TEXT.rindex("Dabiq"), TEXT.rindex("Dabiq") + 5), "place")],
)


def words(marked: Marked) -> list[str]:
    """Everything marked, as words."""
    marks = [*(marked.cues or []), *(marked.triggers or [])]
    spans = [s for m in marks for part in (m.head, *m.parts.values()) for s in part]
    return [marked.text[slice(*s)] for s in (*spans, *(n.span for n in marked.names or []))]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8), st.text("abc ", max_size=6)), max_size=6))
def test_marks_that_no_edit_touches_keep_their_words(found: list[tuple[int, int, str]]) -> None:
    edits = [Edit(s, s + n, w) for s, n, w in found]
    after = edited(MARKED, edits)
    touched = {i for e in edits for i in range(e.start, max(e.end, e.start + 1) + 1)}
    for old, new in zip(MARKED.triggers or [], after.triggers or [], strict=True):
        (start, end), (moved, until) = old.head[0], new.head[0]
        if touched.isdisjoint(range(start - 1, end + 1)):
            assert after.text[moved:until] == TEXT[start:end]


def test_no_edit_changes_nothing() -> None:
    assert edited(MARKED, []) == MARKED


def test_an_edit_that_overlaps_an_earlier_one_is_left_out() -> None:
    assert edited(Marked("abcdef"), [Edit(0, 3, "x"), Edit(2, 5, "y")]).text == "xdef"


@pytest.mark.parametrize("seed", range(8))
def test_roughened_words_are_the_same_but_for_the_lost_marks(seed: int) -> None:
    rough = roughened(MARKED, random.Random(seed))
    lost = "[" + re.escape("".join(LOST)) + "]"
    bare = [re.sub(lost, "", w).strip() for w in words(MARKED)]
    assert [re.sub(lost, "", w).strip() for w in words(rough)] == bare


@pytest.mark.parametrize("seed", range(8))
def test_a_name_is_changed_for_the_same_one_everywhere(seed: int) -> None:
    after = renamed(MARKED, random.Random(seed))
    places = [after.text[slice(*n.span)] for n in after.names or []]
    assert len(set(places)) == 1
    assert after.text.count(places[0]) >= 2
    assert [after.text[slice(*s)] for m in after.triggers or [] for s in m.parts["place"]] == places[:1]


def test_names_do_change() -> None:
    assert {"Dabiq" in renamed(MARKED, random.Random(seed)).text for seed in range(8)} == {True, False}
