"""Groupings of reports into incidents: B-cubed and pairwise F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bench.scorers.measures import Counts, Row, Scores, share


def score(gold: Sequence[Row], predicted: Mapping[str, Row]) -> Scores:
    """Scores of `predicted`, rows with an "incident" by id; one that it lacks is an incident of its own."""
    wanted = {row["id"]: str(row["incident"]) for row in gold}
    found = {id_: str(predicted[id_]["incident"]) if id_ in predicted else f"alone:{id_}" for id_ in wanted}
    both = Counter((wanted[id_], found[id_]) for id_ in wanted)
    pairs = Counts(_pairs(both.values()), *(_pairs(Counter(of.values()).values()) for of in (found, wanted)))
    return Scores({"pairs": pairs}, {"b-cubed": _b_cubed(both)})


def _b_cubed(both: Mapping[tuple[str, str], int]) -> float:
    """Harmonic mean of how pure the incident of a report is, and how whole, over all reports."""
    found, wanted = Counter[str](), Counter[str]()
    for (gold, predicted), count in both.items():
        wanted[gold] += count
        found[predicted] += count
    pure = sum(count * count / found[predicted] for (_, predicted), count in both.items())
    whole = sum(count * count / wanted[gold] for (gold, _), count in both.items())
    return share(2 * pure * whole, (pure + whole) * sum(both.values()))


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)
