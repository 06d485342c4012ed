"""Scores of single pieces as the best stretches of pieces."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Stretch = tuple[int, int]
Floats = NDArray[np.float32]

SURE = 6.0
"""Logits beyond which nothing is gained: one piece must not decide over its neighbours."""

ALIVE = -4.0
"""Logits below which a piece is in no stretch, if all around it are."""


def of_logits(inside: Floats, price: float, ends: tuple[Floats, Floats] | None = None) -> tuple[Stretch, ...]:
    """The best stretches by logits (pieces,) of being inside and, if given, of opening and closing one."""
    alive = np.flatnonzero(inside > ALIVE)
    if not len(alive):
        return ()
    first, last = int(alive[0]), int(alive[-1]) + 1
    bounded = [np.clip(x[first:last], -SURE, SURE).tolist() for x in (inside, *(ends or ()))]
    opens, closes = bounded[1:] if ends else [[0.0] * (last - first)] * 2
    return tuple((first + s, first + e) for s, e in best(bounded[0], opens, closes, price))


def strongest(inside: Floats, price: float) -> tuple[Stretch, ...]:
    """The one stretch that scores highest, if any is worth its price."""
    found = of_logits(inside, price)
    return (
        (max(found, key=lambda s: float(np.clip(inside[s[0] : s[1]], -SURE, SURE).sum())),) if found else ()
    )


def best(
    inside: Sequence[float], opens: Sequence[float], closes: Sequence[float], price: float
) -> tuple[Stretch, ...]:
    """The stretches (first, after the last) that together score highest; each costs `price`.

    A piece within a stretch scores `inside`, the first one `opens` besides and the last one `closes`.
    Viterbi's algorithm with two states, in one pass.
    """
    done: tuple[Stretch, ...] = ()
    before: tuple[Stretch, ...] = ()
    outside, within, start = 0.0, float("-inf"), 0
    for i, score in enumerate(inside):
        opened = outside + opens[i] - price
        if opened > within:
            within, start, before = opened, i, done
        within += score
        if within + closes[i] > outside:
            outside, done = within + closes[i], (*before, (start, i + 1))
    return done
