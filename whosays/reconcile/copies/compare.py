"""Which passages two texts share, word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from whosays.reconcile.copies.chance import copies
from whosays.reconcile.copies.passage import Passage, Run
from whosays.reconcile.copies.words import Words, words

SEED = 5
"""Equal words in a row with which a run begins; every run is at least that long."""

BRIDGE = 8
"""Words that may be changed, added or left out between two runs of one passage, on either side."""


def compare(a: str, b: str) -> tuple[Passage, ...]:
    """The passages that two texts share, in the order of `a`; `compare(b, a)` has the same, turned."""
    # Where a sentence stands twice, which one is taken must not depend on which text comes first.
    if (len(b), b) < (len(a), a):
        return tuple(sorted((found.turned() for found in compare(b, a)), key=lambda p: p.a))
    left, right = words(a), words(b)
    stretches = [_passage(left, right, runs) for runs in _bridged(_apart(_runs(left, right)))]
    return tuple(sorted(copies(left, right, stretches), key=lambda passage: passage.a))


def _runs(a: Words, b: Words) -> Iterator[Run]:
    """All runs of equal words that can be made no longer."""
    seeds = _seeds(a, b)
    for diagonal, starts in seeds.items():
        first = previous = starts[0]
        for start in starts[1:]:
            if start != previous + 1:
                yield Run(first, first - diagonal, previous - first + SEED)
                first = start
            previous = start
        yield Run(first, first - diagonal, previous - first + SEED)


def _seeds(a: Words, b: Words) -> dict[int, list[int]]:
    """Where SEED equal words begin in `a`, in rising order, by how many words later that is than in `b`."""
    in_a, in_b = a.shingles(SEED), b.shingles(SEED)
    places = defaultdict(list)
    for n in np.flatnonzero(np.isin(in_b, in_a)).tolist():
        places[int(in_b[n])].append(n)
    seeds = defaultdict(list)
    for n in np.flatnonzero(np.isin(in_a, in_b)).tolist():
        for other in places[int(in_a[n])]:
            seeds[n - other].append(n)
    return seeds


def _apart(runs: Iterable[Run]) -> list[Run]:
    """The longest runs, and what they leave of shorter ones: each word belongs to one run at most."""
    taken_a, taken_b, chosen = set[int](), set[int](), list[Run]()
    for run in sorted(runs, key=lambda run: (-run.length, run.a + run.b, run.a)):
        for part in _free(run, taken_a, taken_b):
            taken_a.update(range(part.a, part.a + part.length))
            taken_b.update(range(part.b, part.b + part.length))
            chosen.append(part)
    return sorted(chosen)


def _free(run: Run, taken_a: set[int], taken_b: set[int]) -> Iterator[Run]:
    first = 0
    for n in range(run.length + 1):
        if n == run.length or run.a + n in taken_a or run.b + n in taken_b:
            if n - first >= SEED:
                yield Run(run.a + first, run.b + first, n - first)
            first = n + 1


def _bridged(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs that follow one another in both texts with no more than BRIDGE words between them."""
    passages = list[list[Run]]()
    for run in runs:
        near = [passage for passage in passages if _follows(passage[-1], run)]
        if near:
            max(near, key=lambda passage: passage[-1].length).append(run)
        else:
            passages.append([run])
    return passages


def _follows(run: Run, other: Run) -> bool:
    gaps = other.a - run.a - run.length, other.b - run.b - run.length
    return min(gaps) >= 0 and max(gaps) <= BRIDGE


def _passage(a: Words, b: Words, runs: list[Run]) -> Passage:
    first, last = runs[0], runs[-1]
    return Passage(
        (int(a.starts[first.a]), int(a.ends[last.a + last.length - 1])),
        (int(b.starts[first.b]), int(b.ends[last.b + last.length - 1])),
        sum(run.length for run in runs),
        tuple(runs),
    )
