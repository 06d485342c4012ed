"""What is kept of a text to find its copies."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.copies.texts import BRIDGE, DENIAL, FORMULA, SHELLING, VISIT, texts
from whosays.reconcile.copies import compare, signatures, worth_comparing
from whosays.reconcile.copies.signatures import SIZE, WINDOW


def meet(a: str, b: str) -> bool:
    one, other = signatures(a), signatures(b)
    return worth_comparing(len({*one} & {*other}), len(one), len(other))


@given(texts)
def test_they_are_distinct_numbers_in_order_that_sql_can_hold(text: str) -> None:
    left = signatures(text)
    assert list(left) == sorted(set(left))
    assert all(isinstance(n, int) and -(2**63) <= n < 2**63 for n in left)


def test_they_are_the_same_in_another_process() -> None:
    code = "import sys; from whosays.reconcile.copies import signatures; print(signatures(sys.stdin.read()))"
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    other = subprocess.run(
        [sys.executable, "-c", code],
        input=SHELLING,
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert other.stdout.strip() == str(signatures(SHELLING))


def test_a_text_without_words_leaves_none() -> None:
    assert signatures("") == signatures("...") == signatures("four words are few") == ()


def test_formulae_alone_do_not_meet() -> None:
    assert not meet(f"{SHELLING} {FORMULA}", f"{VISIT} {FORMULA}")


_WORDS = st.lists(st.from_regex(r"[b-z]{4,9}", fullmatch=True), max_size=60, unique=True).map(" ".join)


@given(_WORDS, _WORDS, _WORDS, _WORDS, st.data())
def test_any_run_that_is_long_enough_is_found(a: str, b: str, c: str, d: str, data: st.DataObject) -> None:
    run = f"{SHELLING} {BRIDGE} {DENIAL}".split()
    first = data.draw(st.integers(0, len(run) - SIZE - 2 * WINDOW))
    # Common words leave gaps in what is hashed: half as much again makes up for them.
    shared = " ".join(run[first : first + 3 * (SIZE + WINDOW)])
    if len(shared.split()) == 3 * (SIZE + WINDOW):
        assert meet(f"{a} {shared} {b}", f"{c} {shared} {d}")


@given(texts, texts)
def test_what_is_a_copy_meets(a: str, b: str) -> None:
    if any(found.words >= 3 * (SIZE + WINDOW) for found in compare(a, b)):
        assert meet(a, b)
