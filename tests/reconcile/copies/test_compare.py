"""Which passages two texts share."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.reconcile.copies.texts import BRIDGE, DENIAL, FORMULA, SHELLING, VISIT, texts
from whosays.reconcile.copies import Passage, compare
from whosays.reconcile.copies.chance import BESIDE
from whosays.reconcile.copies.tokens import normalise
from whosays.reconcile.copies.words import words


def quotes(a: str, b: str) -> list[tuple[str, str]]:
    return [(a[slice(*found.a)], b[slice(*found.b)]) for found in compare(a, b)]


def stripped(text: str) -> str:
    """As archives print: no commas, no apostrophes, straight quotes, another case."""
    return text.replace(",", "").replace("'", "").upper()


def test_a_passage_inside_another_article_is_found_with_its_ends() -> None:
    a, b = f"{VISIT} {SHELLING} {DENIAL}", f"Elsewhere it was calm. {SHELLING} Rain is expected."
    assert quotes(a, b) == [(SHELLING[:-1], SHELLING[:-1])]


def test_case_quotes_and_punctuation_do_not_count() -> None:
    a = 'The U.S. envoy\'s convoy, "some 1,200 lorries", crossed the Orlen ridge with flour and stoves.'
    b = "THE US ENVOYS CONVOY “SOME 1200 LORRIES” CROSSED THE ORLEN RIDGE WITH FLOUR AND STOVES"
    (found,) = compare(a, b)
    assert (found.a, found.b) == ((0, len(a) - 1), (0, len(b)))


def test_a_changed_word_is_bridged() -> None:
    (found,) = compare(SHELLING, SHELLING.replace("nine porters", "eleven labourers"))
    assert found.a == (0, len(SHELLING) - 1)
    assert len(found.runs) == 2
    assert found.words == len(words(SHELLING)) - 2


def test_a_cut_sentence_splits() -> None:
    a, b = f"{SHELLING} {BRIDGE} {DENIAL}", f"{SHELLING} {DENIAL}"
    assert [quote for quote, _ in quotes(a, b)] == [SHELLING[:-1], DENIAL[:-1]]


def test_sentences_in_another_order_are_all_found() -> None:
    a, b = f"{SHELLING} {VISIT} {DENIAL}", f"{DENIAL} {BRIDGE} {SHELLING}"
    assert {quote for quote, _ in quotes(a, b)} == {SHELLING[:-1], DENIAL[:-1]}


def test_a_flash_of_one_line_is_a_copy_where_it_is_all() -> None:
    flash = "Rebels seize Karsana bridge, two captains killed"
    assert compare(flash, stripped(flash))
    assert not compare(flash, f"{flash}. {VISIT} {DENIAL}")


@pytest.mark.parametrize(
    "shared",
    [
        FORMULA,
        "A source at the police command told reporters on condition of anonymity that rocket shells fell.",
        "Reporting by Ann Orla and Bo Tarn; editing by Cy Venn",
        "Click here to read more. Follow us on Telegram, Facebook and Instagram: orchards lemons pumps",
        "Related news Storm hits Tolvey harbour Ferry line closed Mayor resigns over bakery",
        "\nTags: Karsana, grain, market, porters, hospital, canal, lorries, insulin, pontoon, Tolvey\n",
    ],
)
def test_formulae_and_furniture_make_no_copy(shared: str) -> None:
    assert not compare(f"{SHELLING} {shared}", f"{VISIT} {shared}")


def test_a_form_filled_in_anew_is_no_copy() -> None:
    form = (
        "The fire brigade of {0} said on {1} that {2} residents were taken to the {3} clinic after shells "
        "hit {4} street and damaged {5} shops and {6}"
    )
    a = form.format("Karsana", "Monday", "four", "northern", "Mill", "three", "a bakery near the tannery")
    b = form.format(
        "Tolvey Old Harbour", "Friday night", "some ninety", "maternity", "Quay and Weir", "six", "two barges"
    )
    assert not compare(a, b)


@given(texts, texts)
def test_it_is_the_same_from_either_side(a: str, b: str) -> None:
    assert compare(b, a) == tuple(sorted((found.turned() for found in compare(a, b)), key=lambda p: p.a))


@given(texts, texts)
def test_runs_are_the_same_words_each_once_and_within_the_ends(a: str, b: str) -> None:
    left, right = words(a), words(b)
    used_a, used_b = list[int](), list[int]()
    for found in compare(a, b):
        for run in found.runs:
            spans = zip(range(run.a, run.a + run.length), range(run.b, run.b + run.length), strict=True)
            for i, j in spans:
                assert normalise(a[left.starts[i] : left.ends[i]]) == normalise(
                    b[right.starts[j] : right.ends[j]]
                )
                assert found.a[0] <= left.starts[i] < left.ends[i] <= found.a[1]
                assert found.b[0] <= right.starts[j] < right.ends[j] <= found.b[1]
                used_a.append(i)
                used_b.append(j)
        assert found.words == sum(run.length for run in found.runs)
    assert len(used_a) == len(set(used_a))
    assert len(used_b) == len(set(used_b))


@given(texts)
def test_a_text_is_a_whole_copy_of_itself(text: str) -> None:
    told = words(text)
    if len(set(told.ids[told.telling].tolist())) >= BESIDE and len(told) >= 5:
        (found,) = compare(text, text)
        assert isinstance(found, Passage)
        assert found.words == len(told)
        assert found.a == found.b == (told.starts[0], told.ends[-1])
