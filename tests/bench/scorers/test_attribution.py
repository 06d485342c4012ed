from __future__ import annotations

from typing import Any

import pytest

from bench.scorers.attribution import score
from bench.scorers.measures import Counts, Row, Scores
from bench.scorers.quoted import Article

TEXT = (
    'Harbour officials said the ferry was hit. "We saw smoke," said Nour.\n'
    'It was "a crime", the ministry added.'
)
TOKEN_MEASURES = ("source", "cue", "content", "attribution", "strict")


def spans(*parts: str) -> list[list[int]]:
    return [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]


def said(source: str, cue: str, *content: str) -> Row:
    return {"source": spans(source) if source else [], "cue": spans(cue), "content": spans(*content)}


def scored(gold: list[Row], predicted: list[Row]) -> Scores:
    row: dict[str, Any] = {"id": "a", "text": TEXT}
    return score([row | {"attributions": gold}], {"a": row | {"attributions": predicted}})


INDIRECT = said("Harbour officials", "said", "the ferry was hit")
DIRECT = said("Nour", "said Nour", '"We saw smoke,"')
MIXED = said("the ministry", "added", 'It was "a crime"')
GOLD = [INDIRECT, DIRECT, MIXED]


def test_gold_against_itself_is_perfect() -> None:
    assert set(scored(GOLD, GOLD).headline().values()) == {1.0}


@pytest.mark.parametrize("predicted", [{}, {"a": {"attributions": []}}])
def test_no_prediction_finds_nothing(predicted: dict[str, Row]) -> None:
    got = score([{"id": "a", "text": TEXT, "attributions": GOLD}], predicted)
    assert set(got.headline().values()) == {0.0}


def test_nothing_to_find_is_no_error() -> None:
    assert scored([], []).counts["content"].f1 == 0


def test_quotation_marks_do_not_count() -> None:
    assert scored([DIRECT], [said("Nour", "said Nour", "We saw smoke,")]).counts["strict"].f1 == 1


def test_one_token_too_few_is_alike_but_not_strict() -> None:
    got = scored([INDIRECT], [said("Harbour officials", "said", "ferry was hit")])
    assert got.counts["content"] == Counts(hits=3, predicted=3, gold=4)
    assert (got.counts["attribution"].f1, got.counts["strict"].f1) == (1, 0)


def test_part_of_a_token_is_the_token() -> None:
    start, end = INDIRECT["content"][0]
    assert scored([INDIRECT], [INDIRECT | {"content": [[start + 1, end - 1]]}]).counts["strict"].f1 == 1
    full_stop_too = scored([INDIRECT], [INDIRECT | {"content": [[start, end + 1]]}])
    assert full_stop_too.counts["content"].precision == 0.8


@pytest.mark.parametrize(("source", "f1"), [("officials", 1), ("Nour", 0), ("", 0)])
def test_sources_must_share_a_token(source: str, f1: float) -> None:
    assert scored([INDIRECT], [said(source, "said", "the ferry was hit")]).counts["attribution"].f1 == f1


def test_no_source_on_both_sides_agrees() -> None:
    nobody = said("", "said", "the ferry was hit")
    assert scored([nobody], [nobody]).counts["strict"].f1 == 1


@pytest.mark.parametrize(("content", "f1"), [("the ferry", 1), ("ferry", 0)])
def test_contents_must_share_half(content: str, f1: float) -> None:
    predicted = [said("Harbour officials", "said", content)]
    assert scored([INDIRECT], predicted).counts["attribution"].f1 == f1


def test_one_gold_is_found_once() -> None:
    assert scored([INDIRECT], [INDIRECT, INDIRECT]).counts["attribution"] == Counts(1, 2, 1)


def test_nested_predictions_are_left_out() -> None:
    assert scored([INDIRECT], [INDIRECT, DIRECT | {"parent": 0}]).counts["attribution"] == Counts(1, 1, 1)


def test_attribution_without_content_counts_for_tokens_only() -> None:
    got = scored([{"source": spans("Nour"), "cue": [], "content": []}], [])
    assert (got.counts["source"].gold, got.counts["attribution"].gold) == (1, 0)


def test_recall_by_how_much_is_quoted() -> None:
    got = scored(GOLD, [DIRECT, MIXED])
    assert got.shares == {"recall of direct": 1, "recall of mixed": 1, "recall of indirect": 0}


def test_open_quotation_ends_with_its_line() -> None:
    article = Article("“One two\n“three” four")
    assert [article.tokens[i] for i in sorted(article.quoted)] == [(1, 4), (5, 8), (10, 15)]
