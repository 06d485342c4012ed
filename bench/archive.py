"""What reading archives costs: `python -m bench.archive [--records N] [--workers N]...`.

The development data's reports, each in a page as news sites have them, are written into one WARC file.

- Shares: one process on one core reads it as a worker does. Seconds are the processor's, without loading.
- Workers: the same pages on Dask clusters of so many workers of this machine, in shards of some pages, by the
  clock, models loaded before: what else the machine does counts.
- Adding: what came of it goes into new ledgers, in one go and reading by reading, by the processor's seconds.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from html import escape
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from distributed import Client, LocalCluster

from bench.report import machine
from bench.sets import DATA, read_rows, report
from whosays.cli.add import Clerk
from whosays.ingest.item import WHOLE, Stretch
from whosays.ledger import Ledger
from whosays.model import Reading, Report
from whosays.pipeline import Pipeline
from whosays.scale.archive import read_archive
from whosays.scale.cluster import Dask
from whosays.scale.output import Output
from whosays.scale.shards import Shard, cut
from whosays.scale.table import readings
from whosays.scale.work import Done, Work

RECORDS, WORKERS = 1000, (1, 2)
PAGES_A_SHARD = 8
"""For clusters: few, so that all workers end at about the same time, as in a long run."""


@dataclass(slots=True)
class Timed:
    """A reader that counts the processor's seconds of its reading."""

    pipeline: Pipeline
    seconds: float = 0.0
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = self.pipeline.name

    def read(self, report: Report) -> Reading:
        """The pipeline's reading."""
        begun = process_time()
        found = self.pipeline.read(report)
        self.seconds += process_time() - begun
        return found


def page(of: Report, dice: Random) -> str:
    """A report among what else is on a page of news: links, teasers, styles and scripts, some 90 kB."""
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in of.text.split("\n") if part.strip())
    links = "".join(f'<li><a href="/topic/{n}" class="nav__item">Topic {n}</a></li>' for n in range(150))
    code = "".join(f"var a{n}={dice.getrandbits(128)};" for n in range(1200))
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{escape(of.title or '')}</title>"
        f"<meta property='article:published_time' content='{of.published}'><script>{code}</script></head>"
        f"<body><nav><ul>{links}</ul></nav><main><article><h1>{escape(of.title or '')}</h1>"
        f"{paragraphs}</article></main><aside><ul>{links}</ul></aside><footer><ul>{links}</ul></footer></body></html>"
    )


def record(body: str, number: int) -> bytes:
    """A WARC record of a page, packed as crawlers do."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body.encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://press.example/{number}\r\n"
        "WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


def write_warc(path: Path, records: int) -> Sequence[int]:
    """Write so many pages; returns where each begins, and where the last ends."""
    rows, dice = read_rows(DATA / "reports" / "fakes.jsonl"), Random(0)  # noqa: S311
    starts = [0]
    with path.open("wb") as file:
        for number in range(records):
            file.write(record(page(report(rows[number % len(rows)]), dice), number))
            starts.append(file.tell())
    return starts


def shares(shard: Shard, out: Output) -> Iterator[str]:
    """The seconds of taking in, reading and writing, and what part of them each is."""
    reader = Timed(Pipeline.default())
    reader.read(Report("Officials in Marwa said that shelling killed four farmers.", language="en"))
    next(shard.items())  # loads what takes pages in
    reader.seconds, begun = 0.0, process_time()
    pages = sum(isinstance(item, Report) for item in shard.items())
    taking, begun = process_time() - begun, process_time()
    Work(out, reader.name, lambda: reader)(shard)
    whole = process_time() - begun
    parts = {"taking in": taking, "reading": reader.seconds, "writing": whole - taking - reader.seconds}
    yield f"{pages:,} pages on one core: {whole:.0f} s, {pages / whole:.2f} a second"
    for name, seconds in parts.items():
        yield f"  {name:<10} {seconds:8.2f} s {seconds / whole:7.1%}"
    yield f"  at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB of memory"


def pace(workers: int, shards: Sequence[Shard], out: Path) -> tuple[float, float]:
    """Reports that so many workers read a second, and MiB that one of them holds at most."""
    with ExitStack() as stack:
        cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)  # type: ignore[no-untyped-call]
        client = stack.enter_context(Client(stack.enter_context(cluster)))  # type: ignore[no-untyped-call]
        client.run(_load)
        begun = perf_counter()
        done = [outcome for _, outcome in read_archive(shards, out, Dask(client), Pipeline.default)]
        seconds = perf_counter() - begun
        held = client.run(_peak_mib)
    return sum(one.readings for one in done if isinstance(one, Done)) / seconds, max(held.values())


def _load() -> None:
    Pipeline.default()


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def adding(out: Path, folder: Path) -> Iterator[str]:
    """Claims a second that go into a new ledger."""
    claims = sum(len(found.claims) for found in readings(out))
    for name in ("in one go", "reading by reading"):
        with Ledger.open(folder / f"{name}.db") as ledger:
            clerk, begun = Clerk(ledger, lambda _: None), process_time()
            if name == "in one go":
                clerk.take_read(readings(out))
            else:
                for found in readings(out):
                    ledger.add(found)
            yield f"{claims:,} claims added {name}: {claims / (process_time() - begun):,.0f} a second"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print each figure as soon as it is known; 1 without the data."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.archive", description="What reading archives costs."
    )
    parser.add_argument("--records", type=int, default=RECORDS, help=f"pages, {RECORDS:,} by default")
    parser.add_argument("--workers", type=int, action="append", help="of a cluster, 1 and 2 by default")
    wanted = parser.parse_args(arguments)
    if not DATA.is_dir():
        print(f"there is no {DATA}; bench/README.md says what belongs there", file=sys.stderr)
        return 1
    load = ", ".join(f"{found:.1f}" for found in os.getloadavg())
    print(f"{machine()}; load before: {load}", flush=True)
    with TemporaryDirectory() as folder:
        for line in _lines(Path(folder), wanted.records, wanted.workers or WORKERS):
            print(line, flush=True)
    return 0


def _lines(folder: Path, records: int, workers: Sequence[int]) -> Iterator[str]:
    starts = write_warc(folder / "pages.warc.gz", records)
    first = next(found for found in cut([folder / "pages.warc.gz"]) if isinstance(found, Shard))
    out = Output(folder / "one")
    out.prepare()
    yield from shares(replace(first, stretch=WHOLE), out)
    yield from adding(out.root, folder)
    parts = [*starts[:-1:PAGES_A_SHARD], starts[-1]]
    shards = [replace(first, stretch=Stretch(*ends)) for ends in pairwise(parts)]
    for number in workers:
        found, held = pace(number, shards, folder / f"workers-{number}")
        yield f"workers: {number}; {found:.2f} pages a second; at most {held:,.0f} MiB of memory each"


if __name__ == "__main__":
    sys.exit(main())
