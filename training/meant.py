"""Which words of a text a coder may have meant, and what the network should answer for them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.labels import Anchor, Indices

Floats = NDArray[np.float32]

NEARER = 20.0
"""Pieces by which a mention must be nearer to outweigh one logit."""


def wanted(anchor: Anchor, relation: str, scores: Floats, start: int) -> tuple[Floats, Floats]:
    """What the answers (pieces,) of a window should be, and which of them count.

    Of the mentions of one value, coders do not say which they meant: it is the one that the network finds
    likeliest by now, the nearer ones before those farther off, and of the others nothing is known.
    """
    gold, counts = np.zeros_like(scores), np.ones_like(scores)
    if relation not in anchor.parts:
        return gold, gold
    values = [
        [inside for mention in mentions if len(inside := local(mention, start, start + len(scores)))]
        for mentions in anchor.mentions.get(relation, [[anchor.parts[relation]]])
    ]
    for mentions in values:
        for inside in mentions:
            counts[inside] = 0
    for inside in (max(m, key=lambda i: _likely(scores, i, anchor.piece - start)) for m in values if m):
        gold[inside] = counts[inside] = 1
    return gold, counts


def _likely(scores: Floats, pieces: Indices, head: int) -> float:
    return float(scores[pieces].mean() - np.abs(pieces - head).min() / NEARER)


def local(found: Indices, start: int, end: int) -> Indices:
    """Those of the pieces that lie in a window, counted from its start."""
    return found[(found >= start) & (found < end)] - start
