"""Malformed files by the hundred, read in a process that dies of what takes too long or too much memory.

`python -m tests.ingest.test_fuzz FIRST LAST` reads as many as one likes, and names those that go wrong.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.ingest.limited import Limited, limited
from tests.ingest.mutated import KINDS, mutated

QUICK = 20 * len(KINDS)


def test_a_malformed_file_is_reports_and_sentences_within_limits(process: Limited) -> None:
    outcomes = {number: process.read(mutated(number)) for number in range(QUICK)}
    assert {number: each.died for number, each in outcomes.items() if each.died} == {}
    assert sum(1 for each in outcomes.values() if each.reports) > QUICK // 10
    assert sum(1 for each in outcomes.values() if each.told) > QUICK // 10


def main(first: int, last: int) -> None:
    """Print each file that goes wrong, and at the end how many of each kind were read."""
    found: Counter[str] = Counter()
    slowest = (0.0, -1)
    with limited() as process:
        for number in range(first, last):
            outcome = process.read(mutated(number))
            found["reports" if outcome.reports else "refused"] += 1
            slowest = max(slowest, (outcome.seconds, number))
            if outcome.died:
                found["DIED"] += 1
                print(number, KINDS[number % len(KINDS)], outcome.died, flush=True)
    print(dict(found), f"slowest: {slowest[0]:.1f} s, number {slowest[1]}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
