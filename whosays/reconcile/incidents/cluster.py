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

    The likeliest two groups are put together first, until no two have ENOUGH on average.
    """
    state = _State.of(sorted(ids), logits, judged)
    for same in sorted(judged.same):
        state.join_by_word(*same)
    state.run()
    return sorted(tuple(sorted(group)) for group in state.members.values())


@dataclass(slots=True)
class _State:
    """Groups so far, by the least id of each, and the sums of logits between them."""

    members: dict[str, list[str]]
    sums: dict[str, dict[str, float]]
    counts: dict[str, dict[str, int]]
    banned: dict[str, set[str]]
    heap: list[tuple[float, str, str, int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, ids: list[str], logits: Mapping[Pair, float], judged: Judged) -> _State:
        sums: dict[str, dict[str, float]] = {id_: {} for id_ in ids}
        banned: dict[str, set[str]] = {id_: set() for id_ in ids}
        for (one, other), logit in logits.items():
            if one in sums and other in sums:
                sums[one][other] = sums[other][one] = logit
        for one, other in judged.different:
            if one in banned and other in banned:
                banned[one].add(other)
                banned[other].add(one)
        counts = {id_: dict.fromkeys(row, 1) for id_, row in sums.items()}
        return cls({id_: [id_] for id_ in ids}, sums, counts, banned)

    def join_by_word(self, one: str, other: str) -> None:
        """Put together what somebody judged the same, unless that would join what is judged different."""
        groups = {root for root, ids in self.members.items() if one in ids or other in ids}
        if len(groups) == 2 and (one in self.banned and other in self.banned):
            first, second = sorted(groups)
            if second not in self.banned[first]:
                self.join(first, second)

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
