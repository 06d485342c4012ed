"""Names that the network finds, as whole tokens."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.model import NameMention, NameSort
from whosays.read.encoder import Encoder
from whosays.read.entities import names
from whosays.read.syntax import Syntax

PLACE, PERSON, ORGANISATION, PEOPLE = (
    NameSort.PLACE,
    NameSort.PERSON,
    NameSort.ORGANISATION,
    NameSort.PEOPLE,
)


def found(text: str) -> tuple[NameMention, ...]:
    return names(Syntax().parse(text), Encoder().encode(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nadia Farouk told Reuters that Sudanese troops had left Khartoum.",
            [("Nadia Farouk", PERSON), ("Reuters", ORGANISATION), ("Sudanese", PEOPLE), ("Khartoum", PLACE)],
        ),
        ("Shells hit Deir ez-Zor, Mali's army said.", [("Deir ez-Zor", PLACE), ("Mali", PLACE)]),
        ("They said it had rained on Friday.", []),
        ("", []),
    ],
)
def test_names_with_their_sorts(text: str, expected: list[tuple[str, NameSort]]) -> None:
    assert [(name.span.quote, name.sort) for name in found(text)] == expected


def test_the_tokens_of_a_name_say_so() -> None:
    text = "Nadia Farouk left Khartoum."
    syntax = Syntax().parse(text)
    names(syntax, Encoder().encode(text))
    assert [token.ent_type_ for token in syntax] == ["PERSON", "PERSON", "", "GPE", ""]


PARTS = st.sampled_from(["Omar", "Khartoum", "the army", "\n\n", "said", "UN", "é", "7", "'s", "-", ".", " "])


@given(st.lists(PARTS).map(" ".join))
def test_names_are_in_order_apart_and_in_the_text(text: str) -> None:
    spans = [name.span for name in found(text)]
    assert all(text[s.start : s.end] == s.quote and s.quote.strip() == s.quote for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
