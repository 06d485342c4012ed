"""Pairs of reports with passages in common: `python -m bench.copies REPORTS`.

Prints a line of JSON for each, those with most words first: ids, relation, words in common, what share
of either text that is, and the passages as [start, end] in the first and in the second.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from whosays.ingest import Notice, reports
from whosays.model import InputError, Report
from whosays.reconcile.copies import Index, Match


def pairs(path: Path) -> Iterator[tuple[Match, Report, Report]]:
    """Every match among the reports of a file or directory; what cannot be read is told and left out."""
    index, read = Index(), dict[str, Report]()
    for item in reports(path):
        if isinstance(item, InputError | Notice):
            print(item, file=sys.stderr)
            continue
        read[item.digest] = item
        for match in index.add(item):
            yield match, read[match.a], read[match.b]


def line(match: Match, a: Report, b: Report) -> str:
    """A match as JSON."""
    row = {"a": a.id, "b": b.id, "relation": match.relation, "words": match.words}
    row |= {"share_a": round(match.share_a, 3), "share_b": round(match.share_b, 3)}
    row["passages"] = [[*passage.a, *passage.b] for passage in match.passages]
    return json.dumps(row)


def main() -> int:
    """Exit status: 0 when done, 2 for wrong usage."""
    if len(sys.argv) != 2:
        print("usage: python -m bench.copies REPORTS", file=sys.stderr)
        return 2
    for found in sorted(pairs(Path(sys.argv[1])), key=lambda pair: (-pair[0].words, pair[0].reports)):
        print(line(*found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
