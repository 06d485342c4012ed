"""Which reports carry each word of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from whosays.reconcile.copies.compare import SEED
from whosays.reconcile.copies.relation import Match

Numbers = npt.NDArray[np.int64]


class Circles:
    """The different circles of reports that carry the same words, numbered, and the number of each word's.

    `reports` gives the words of each report by digest; `matches` set words of two of them equal.
    """

    def __init__(self, reports: Mapping[str, int], matches: Sequence[Match]) -> None:
        self._starts = dict(zip(reports, np.cumsum([0, *reports.values()]).tolist(), strict=False))
        self._lengths = dict(reports)
        labels = _connected(sum(reports.values()), *self._equal_words(matches))
        owners = np.repeat(np.arange(len(reports)), list(reports.values()))
        self._numbers, self.members = _numbered(labels, owners)
        self.carried = self._most_carried()

    def of(self, digest: str) -> Numbers:
        """The number of the circle of each word of a report; -1 for a word that it alone has."""
        start = self._starts[digest]
        return self._numbers[start : start + self._lengths[digest]]

    def _most_carried(self) -> list[int]:
        """The most words of each circle that one report has."""
        most = [0] * len(self.members)
        for digest in self._starts:
            numbers, counts = np.unique(self.of(digest), return_counts=True)
            for number, count in zip(numbers.tolist(), counts.tolist(), strict=True):
                if number >= 0:
                    most[number] = max(most[number], count)
        return most

    def _equal_words(self, matches: Iterable[Match]) -> tuple[Numbers, Numbers]:
        """Words set equal, counted through all reports: each of the first with one of the second."""
        runs = [(match, run) for match in matches for passage in match.passages for run in passage.runs]
        lengths = np.array([run.length for _, run in runs], np.int64)
        firsts = np.array([self._starts[match.a] + run.a for match, run in runs], np.int64)
        seconds = np.array([self._starts[match.b] + run.b for match, run in runs], np.int64)
        within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return np.repeat(firsts, lengths) + within, np.repeat(seconds, lengths) + within


def together(circles: Circles) -> dict[int, int]:
    """For each circle that carries more than a few words the first of those that it travels with."""
    kept = [n for n, carried in enumerate(circles.carried) if carried > SEED]
    of_report = defaultdict[int, list[int]](list)
    for number in kept:
        for report in circles.members[number]:
            of_report[report].append(number)
    meeting = {pair for numbers in of_report.values() for pair in combinations(numbers, 2)}
    first = {number: number for number in kept}
    for one, other in sorted(meeting):
        if _alike(circles.members[one], circles.members[other]):
            low, high = sorted((_root(first, one), _root(first, other)))
            first[high] = low
    return {number: _root(first, number) for number in kept}


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether more than half of the reports of either are in both."""
    return 2 * len(one & other) > len(one | other)


def _root(first: dict[int, int], number: int) -> int:
    while first[number] != number:
        number = first[number]
    return number


def _connected(count: int, firsts: Numbers, seconds: Numbers) -> Numbers:
    """For each of `count` words the smallest that it is equal to, by whatever way."""
    labels, before = np.arange(count), np.full(count, -1)
    while not np.array_equal(labels, before):
        before = labels.copy()
        smaller = np.minimum(labels[firsts], labels[seconds])
        np.minimum.at(labels, firsts, smaller)
        np.minimum.at(labels, seconds, smaller)
        labels = labels[labels]
    return labels


def _numbered(labels: Numbers, owners: Numbers) -> tuple[Numbers, list[frozenset[int]]]:
    """The circle of each word by number, -1 for one of a single report, and the reports of each circle."""
    pairs = np.unique(np.stack([labels, owners]), axis=1)
    firsts, counts = np.unique(pairs[0], return_counts=True)
    groups = np.split(pairs[1], np.cumsum(counts) - counts)[1:]
    numbers: dict[bytes, int] = {}
    of_label = np.full(len(labels), -1)
    members: list[frozenset[int]] = []
    for label, group in zip(firsts.tolist(), groups, strict=True):
        if len(group) > 1:
            number = numbers.setdefault(group.tobytes(), len(numbers))
            if number == len(members):
                members.append(frozenset(group.tolist()))
            of_label[label] = number
    return of_label[labels], members
