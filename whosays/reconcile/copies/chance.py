"""Whether two texts share words because one was copied, or because everybody writes so."""

from __future__ import annotations

from collections.abc import Iterable

from whosays.reconcile.copies.passage import Passage, Run
from whosays.reconcile.copies.words import Words

SOLID = 0.75
"""Share of its words that must be equal for a passage to be a copy: below it is a form filled in anew."""

LOOSE = 0.6
"""The same beside a copy of the same text."""

STANDING = ((12, 1), (10, 16), (9, 20), (8, 24))
"""Different telling words, and words in all, that make one passage a copy: common formulae have fewer."""

TOGETHER = 13
"""Different telling words that make several passages together a copy, each with as many as `PART` says."""

PART = (5, 11)

WHOLE = 0.9
"""Share of both texts that makes any passage a copy: a flash of one line may be reprinted, too."""

BESIDE = 5
"""Different telling words that a passage needs beside a copy of the same text, and any copy."""


def copies(a: Words, b: Words, stretches: Iterable[Passage]) -> tuple[Passage, ...]:
    """Those of the stretches that two texts share which are copies, or stand beside one."""
    telling = {stretch: _telling(a, stretch.runs) for stretch in stretches}
    solid = {stretch: found for stretch, found in telling.items() if stretch.likeness >= SOLID}
    parts = [found for stretch, found in solid.items() if _has(stretch, found, *PART)]
    copied = (
        any(_has(stretch, found, *least) for stretch, found in solid.items() for least in STANDING)
        or len(set[int]().union(*parts)) >= TOGETHER
        or any(_is_whole(stretch, a, b) for stretch in solid)
    )
    beside = (s for s, found in telling.items() if len(found) >= BESIDE and s.likeness >= LOOSE)
    return tuple(beside) if copied else ()


def _telling(text: Words, runs: Iterable[Run]) -> frozenset[int]:
    """The different telling words of runs."""
    stretches = (slice(run.a, run.a + run.length) for run in runs)
    return frozenset(word for s in stretches for word in text.ids[s][text.telling[s]].tolist())


def _has(passage: Passage, telling: frozenset[int], least_telling: int, least_words: int) -> bool:
    return len(telling) >= least_telling and passage.words >= least_words


def _is_whole(passage: Passage, *texts: Words) -> bool:
    """Whether it is nearly all of both texts, however short they are."""
    return all(passage.words >= WHOLE * len(text) for text in texts)
