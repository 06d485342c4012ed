"""Event reports to incidents, by average linkage under people's judgements."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Pair = tuple[str, str]
"""Two ids, the lesser first."""

APART = -4.0
"""The logit of two that nobody compared, because they share no key or are too unlike."""

ENOUGH = -0.4
"""The mean logit from which two groups are one; chosen on coded reports."""


def pair(one: str, other: str) -> Pair:
    """The two in order."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class Judged:
    """What people decided: which two belong together, and which do not. They always win."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


def clusters(ids: Iterable[str], logits: Mapping[Pair, float], judged: Judged) -> list[tuple[str, ...]]:
    """`ids` in groups, each sorted, the groups by their first; independent of any order.

    The likeliest two groups are put together first, until no two have ENOUGH on average; then those of which
    somebody judged two the same. Where that would bring together what is judged different, people's
    judgements are carried out first.
    """
    known = sorted(ids)
    state = _State.of(known, logits, judged.different)
    state.run()
    for same in sorted(judged.same):
        state.join_by_word(*same)
    if state.heeds(judged.same, _bundles(known, judged)):
        return sorted(tuple(sorted(group)) for group in state.members.values())
    return _judged_first(known, logits, judged)


def _judged_first(ids: list[str], logits: Mapping[Pair, float], judged: Judged) -> list[tuple[str, ...]]:
    """The groups where what is judged the same is one from the start, as like others as the likest of it."""
    bundles = _bundles(ids, judged)
    first = {id_: min(bundle) for bundle in bundles for id_ in bundle}
    state = _State.of(sorted(set(first.values())), *_between(first, logits, judged))
    state.run()
    whole = {min(bundle): bundle for bundle in bundles}
    return sorted(tuple(sorted(i for id_ in group for i in whole[id_])) for group in state.members.values())


def _bundles(ids: list[str], judged: Judged) -> list[list[str]]:
    """`ids` put together as far as somebody judged them the same, and nobody two of them different."""
    state = _State.of(ids, {}, judged.different)
    for same in sorted(judged.same):
        state.join_by_word(*same)
    return list(state.members.values())


def _between(
    first: Mapping[str, str], logits: Mapping[Pair, float], judged: Judged
) -> tuple[dict[Pair, float], set[Pair]]:
    """The best logit of any two bundles, named by their first ids, and which bundles are judged different."""
    best: dict[Pair, float] = {}
    for (one, other), logit in logits.items():
        if one in first and other in first and first[one] != first[other]:
            both = pair(first[one], first[other])
            best[both] = max(logit, best.get(both, logit))
    apart = (both for both in judged.different if first.keys() >= set(both))
    return best, {pair(first[one], first[other]) for one, other in apart}


@dataclass(slots=True)
class _State:
    """Groups so far, by the least id of each, and the sums of logits between them."""

    members: dict[str, list[str]]
    sums: dict[str, dict[str, float]]
    counts: dict[str, dict[str, int]]
    banned: dict[str, set[str]]
    heap: list[tuple[float, str, str, int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, ids: list[str], logits: Mapping[Pair, float], different: Iterable[Pair]) -> _State:
        sums: dict[str, dict[str, float]] = {id_: {} for id_ in ids}
        banned: dict[str, set[str]] = {id_: set() for id_ in ids}
        for (one, other), logit in logits.items():
            if one in sums and other in sums:
                sums[one][other] = sums[other][one] = logit
        for one, other in different:
            if one in banned and other in banned:
                banned[one].add(other)
                banned[other].add(one)
        counts = {id_: dict.fromkeys(row, 1) for id_, row in sums.items()}
        return cls({id_: [id_] for id_ in ids}, sums, counts, banned)

    def join_by_word(self, one: str, other: str) -> None:
        """Put together what somebody judged the same, unless that would join what is judged different."""
        groups = {root for root, ids in self.members.items() if one in ids or other in ids}
        if len(groups) == 2:
            first, second = sorted(groups)
            if second not in self.banned[first]:
                self.join(first, second)

    def heeds(self, same: Iterable[Pair], bundles: list[list[str]]) -> bool:
        """Whether what is judged the same is together, as far as it is in `bundles`, the judgements alone."""
        home = {id_: root for root, ids in self.members.items() for id_ in ids}
        wanted = {id_: number for number, bundle in enumerate(bundles) for id_ in bundle}
        asked = (pair_ for pair_ in same if home.keys() >= set(pair_))
        return all(home[a] == home[b] for a, b in asked if wanted[a] == wanted[b])

    def run(self) -> None:
        """Join, the likeliest first."""
        for one in self.members:
            self._offer(one)
        while self.heap:
            _, one, other, size, its_size = heapq.heappop(self.heap)
            if self._size(one) == size and self._size(other) == its_size:
                self._offer(self.join(one, other))

    def join(self, one: str, other: str) -> str:
        """Put two groups together under the lesser name."""
        kept, gone = sorted((one, other))
        self.members[kept] += self.members.pop(gone)
        row, count = self.sums.pop(gone), self.counts.pop(gone)
        self.sums[kept].pop(gone, None)
        self.counts[kept].pop(gone, None)
        for third, value in row.items():
            if third != kept:
                self._move(kept, gone, third, value, count[third])
        for third in self.banned.pop(gone):
            self.banned[third].discard(gone)
            self.banned[third].add(kept)
            self.banned[kept].add(third)
        return kept

    def _move(self, kept: str, gone: str, third: str, value: float, count: int) -> None:
        """What `gone` had with a third is the joined group's."""
        for row, counts, name in (
            (self.sums[kept], self.counts[kept], third),
            (self.sums[third], self.counts[third], kept),
        ):
            row[name] = row.get(name, 0.0) + value
            counts[name] = counts.get(name, 0) + count
        del self.sums[third][gone], self.counts[third][gone]

    def _offer(self, one: str) -> None:
        """Queue what `one` could be joined with."""
        for other in self.sums[one]:
            mean = self._mean(one, other)
            if mean > ENOUGH and other not in self.banned[one]:
                first, second = pair(one, other)
                heapq.heappush(self.heap, (-mean, first, second, self._size(first), self._size(second)))

    def _mean(self, one: str, other: str) -> float:
        pairs, compared = self._size(one) * self._size(other), self.counts[one][other]
        return (self.sums[one][other] + APART * (pairs - compared)) / pairs

    def _size(self, name: str) -> int:
        return len(self.members.get(name, ()))
