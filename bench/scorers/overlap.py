"""Spans that share characters, and one-to-one pairs of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.scorers.measures import Row


def overlap(a: Sequence[int], b: Sequence[int]) -> int:
    """Characters that two `[start, end)` spans share; touching ends share none."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def pair(gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[int, int]]:
    """Indices of gold and predicted rows whose `span`s overlap, one to one.

    The largest overlap goes first, then the nearest start, then the order of the rows.
    """
    ranked = sorted(
        (-shared, abs(g["span"][0] - p["span"][0]), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (shared := overlap(g["span"], p["span"]))
    )
    return one_to_one((i, j) for _, _, i, j in ranked)


def one_to_one(ranked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs of `ranked`, best first, that take neither side twice."""
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for i, j in ranked:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs


def equal_spans(gold: Sequence[Row], predicted: Sequence[Row]) -> int:
    """How many distinct spans stand on both sides."""
    return len({tuple(g["span"]) for g in gold} & {tuple(p["span"]) for p in predicted})
