"""Coded reports to incidents: `python -m bench.incidents REPORTS.jsonl > incidents.jsonl`.

The reports are a table in MAVERICK's layout; `{"id", "incident"}` a line comes out, by the same import and
the same ledger as `whosays import` and `whosays incidents` use.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from whosays.ingest.coded import load_map, readings
from whosays.ledger import Ledger
from whosays.model import Reading


def incidents(path: Path) -> Iterator[tuple[str, str]]:
    """The id of each report of the table, and that of its incident."""
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "incidents.db") as ledger:
        for item in readings(path, load_map("maverick")):
            if isinstance(item, Reading):
                ledger.add(item)
        ledger.reconcile()
        for incident in ledger.incidents():
            yield from ((told.report.id, incident.id) for told in incident.told)


def rows(path: Path) -> list[dict[str, str]]:
    """The same as rows of a grouping."""
    return [{"id": id_, "incident": incident} for id_, incident in incidents(path)]


def main() -> int:
    """Exit status: 0 when done, 2 for wrong usage."""
    if len(sys.argv) != 2:
        print("usage: python -m bench.incidents REPORTS.jsonl", file=sys.stderr)
        return 2
    for row in rows(Path(sys.argv[1])):
        print(json.dumps(row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
