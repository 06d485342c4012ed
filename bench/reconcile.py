"""How long large ledgers take to reconcile: `python -m bench.reconcile [--claims N]...`.

For each number of claims a ledger of invented reports is written, but for a few. A process of its own, on one
core, reconciles it, and then one each of these few reports more. Time grows by the processor's seconds, as
other programs do not count; memory is what the process holds at most, pages of the ledger with it. Last, the
reports of the smallest ledger are added in other orders, half of them after the others were reconciled, and
must make the same incidents.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from bench.invented import CLAIMS_A_REPORT, readings
from whosays.ledger import Ledger
from whosays.model import Reading

CLAIMS = (10_000, 100_000)

AT_ONCE, LATER, ORDERS = 500, 3, 3

Incidents = frozenset[frozenset[str]]
"""Each as the ids of the first claims of its event reports."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds by the clock and by the processor, and MiB held at most."""

    clock: float
    processor: float
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Run:
    """What came of so many claims; `later` are the reports that came one by one."""

    claims: int
    incidents: int
    ledger_mib: float
    whole: Pace
    later: Sequence[Pace]


def measure(claims: int, folder: Path) -> Run:
    """Write a ledger of so many claims into `folder` and reconcile it."""
    path, later = folder / f"{claims}.db", list[Reading]()
    write(path, _all_but(later, claims))
    whole = _in_process(path)
    paces = list[Pace]()
    for reading in later:
        write(path, [reading])
        paces.append(_in_process(path))
    return Run(claims, len(incidents(path)), path.stat().st_size / 2**20, whole, paces)


def _all_but(later: list[Reading], claims: int) -> Iterator[Reading]:
    """Readings with so many claims, but for a few from their midst, which go into `later`."""
    middle = claims // CLAIMS_A_REPORT // 2
    for nth, reading in enumerate(readings(claims)):
        if middle <= nth < middle + LATER:
            later.append(reading)
        else:
            yield reading


def write(path: Path, found: Iterable[Reading]) -> None:
    """Add readings to the ledger at `path`, many at once: else the disk would take most of the time."""
    left = iter(found)
    with Ledger.open(path) as ledger:
        while batch := list(islice(left, AT_ONCE)):
            ledger.add_all(batch)


def incidents(path: Path) -> Incidents:
    """The incidents of a reconciled ledger."""
    groups: dict[str, set[str]] = {}
    with closing(sqlite3.connect(path)) as connection:
        for incident, anchor in connection.execute(_MEMBERS):
            groups.setdefault(incident, set()).add(anchor)
    return frozenset(map(frozenset, groups.values()))


_MEMBERS = """SELECT incident, anchor FROM memberships JOIN event_reports ON event_reports.id = event_report
              WHERE memberships.until IS NULL"""


def orders(claims: int, folder: Path) -> Iterator[Incidents]:
    """The incidents of so many claims, whose reports come in one order after the other, in two halves."""
    found = list(readings(claims))
    for order in range(ORDERS):
        path = folder / f"order {order}.db"
        for part in (found[: len(found) // 2], found[len(found) // 2 :]):
            write(path, part)
            with Ledger.open(path) as ledger:
                ledger.reconcile()
        yield incidents(path)
        Random(order).shuffle(found)  # noqa: S311


def exponents(runs: Sequence[Run]) -> Iterator[float]:
    """From each size to the next, the power of the number of claims with which the time grows."""
    for one, other in pairwise(runs):
        longer = other.whole.processor / one.whole.processor
        yield math.log(longer) / math.log(other.claims / one.claims)


def _in_process(path: Path) -> Pace:
    command = [sys.executable, "-m", "bench.reconcile", "--reconcile", str(path)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return Pace(**json.loads(done.stdout))


def _reconcile(path: Path) -> dict[str, float]:
    """Fields of a `Pace`."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    clock, processor = perf_counter(), process_time()
    with Ledger.open(path) as ledger:
        ledger.reconcile()
    return {
        "clock": perf_counter() - clock,
        "processor": process_time() - processor,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def table(runs: Sequence[Run]) -> Iterator[str]:
    """Lines to print."""
    yield f"{'claims':>10}{'incidents':>12}{'ledger':>12}{'reconciled in':>26}{'memory':>12}{'one more':>12}"
    for run in runs:
        yield (
            f"{run.claims:10,}{run.incidents:12,}{run.ledger_mib:8.0f} MiB"
            f"{run.whole.clock:9.1f} s ({run.whole.processor:7.1f} CPU)"
            f"{run.whole.peak_mib:8.0f} MiB{max(pace.clock for pace in run.later):10.2f} s"
        )
    for power in exponents(runs):
        yield f"time grows as n^{power:.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 when done, 1 if incidents depend on the order of the reports."""
    parser = argparse.ArgumentParser(prog="python -m bench.reconcile")
    parser.add_argument("--claims", type=int, action="append", help="10,000 and 100,000 unless given")
    parser.add_argument("--reconcile", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.reconcile:
        print(json.dumps(_reconcile(given.reconcile)))
        return 0
    sizes = sorted(given.claims or CLAIMS)
    with TemporaryDirectory() as folder:
        print("\n".join(table([measure(size, Path(folder)) for size in sizes])), flush=True)
        same = len(set(orders(sizes[0], Path(folder)))) == 1
    print(f"{ORDERS} orders of the reports make {'the same' if same else 'OTHER'} incidents")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
