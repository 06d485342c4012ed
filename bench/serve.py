"""How quickly a large ledger is served: `python -m bench.serve [--claims N] [--ledger FILE]`.

A ledger of invented reports is made (or taken, where one is given) and served by `whosays serve` in a process
of its own, on the same machine as its clients. Pictures are asked for, each with a filter that was not asked
for before; then pages of claims by many clients at once, each as soon as it has its last page, with filters
drawn from a seed. Where Chromium is installed, it opens the page with an empty cache and drags the map.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from socket import create_server
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from bench.invented import readings
from bench.reconcile import write
from whosays.model import Kind, Stance

CLAIMS, CLIENTS, REQUESTS = 100_000, 50, 20
KINDS = [str(kind) for kind in Kind]
API = "/api/v1"


@dataclass(frozen=True, slots=True)
class Waits:
    """How long answers took, in milliseconds, sorted."""

    milliseconds: Sequence[float]

    def share(self, of: float) -> float:
        """What that share of the answers did not exceed."""
        return self.milliseconds[min(len(self.milliseconds) - 1, int(of * len(self.milliseconds)))]

    def __str__(self) -> str:
        half, most, last = self.share(0.5), self.share(0.99), self.milliseconds[-1]
        return f"median {half:.0f} ms, p99 {most:.0f} ms, longest {last:.0f} ms ({len(self.milliseconds)})"


@contextmanager
def served(ledger: str) -> Iterator[int]:
    """`whosays serve` over a ledger; its port, once it answers."""
    with create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "whosays", "serve", "--port", str(port), "--ledger", ledger]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            while not _answers(port):
                time.sleep(0.1)
            yield port
        finally:
            process.terminate()


def _answers(port: int) -> bool:
    try:
        return bool(ask(HTTPConnection("127.0.0.1", port), "/ledger"))
    except OSError:
        return False


def ask(to: HTTPConnection, path: str) -> bytes:
    """The answer to a request; raises OSError where it is none."""
    to.request("GET", API + path)
    answer = to.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise OSError(f"{path}: {answer.status} {body[:200]!r}")
    return body


def timed(to: HTTPConnection, paths: Sequence[str]) -> list[float]:
    """How long the answers to those requests take, one after the other, in milliseconds."""
    waits = []
    for path in paths:
        begun = time.perf_counter()
        ask(to, path)
        waits.append(1000 * (time.perf_counter() - begun))
    return waits


def lists(port: int, clients: int) -> Waits:
    """Pages of claims, for so many clients at once."""

    def client(seed: int) -> list[float]:
        chance = Random(seed)  # noqa: S311 - the same for every run
        wanted = [f"/claims?{urlencode(_filter(chance))}" for _ in range(REQUESTS)]
        return timed(HTTPConnection("127.0.0.1", port), wanted)

    with ThreadPoolExecutor(clients) as at_once:
        return Waits(sorted(wait for waits in at_once.map(client, range(clients)) for wait in waits))


def _filter(chance: Random) -> dict[str, str]:
    """What a person asks for: nothing in particular, a kind, a stance, or both."""
    wanted = {"kind": chance.choice(KINDS), "stance": chance.choice([str(each) for each in Stance])}
    return {name: value for name, value in wanted.items() if chance.random() < 0.5}


def pictures(port: int) -> tuple[float, Waits]:
    """The first picture of all claims, then one for every kind."""
    to = HTTPConnection("127.0.0.1", port)
    [first] = timed(to, ["/picture"])
    return first, Waits(sorted(timed(to, [f"/picture?kind={kind}" for kind in KINDS])))


def in_browser(port: int, tell: Callable[[str], None]) -> None:
    """The page as a browser has it, from an empty cache."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play, play.chromium.launch(executable_path=chromium) as browser:
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.goto("about:blank")
        begun = time.perf_counter()
        tab.goto(f"http://127.0.0.1:{port}/#/picture")
        tab.wait_for_selector("canvas")
        tab.wait_for_function("document.querySelector('main').innerText.match(/[0-9] claims/)")
        tell(f"first picture in the browser: {time.perf_counter() - begun:.2f} s")
        tab.evaluate(_COUNT_FRAMES)
        tab.locator("canvas").first.hover()
        x, y = tab.evaluate(_MIDDLE)
        tab.mouse.down()
        begun = time.perf_counter()
        for step in range(120):
            tab.mouse.move(x + 2 * (step % 60), y + step % 40)
        took, frames = time.perf_counter() - begun, tab.evaluate("window.frames_drawn")
        tab.mouse.up()
        tell(f"while the map is dragged: {frames / took:.0f} frames a second")


_COUNT_FRAMES = """
    window.frames_drawn = 0;
    const next = () => { window.frames_drawn++; requestAnimationFrame(next); };
    next()
"""
_MIDDLE = """(() => {
    const box = document.querySelector("canvas").getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
})()"""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--ledger", help="a ledger to take instead of an invented one")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        ledger = arguments.ledger
        if ledger is None:
            ledger = str(Path(folder, "invented.db"))
            write(Path(ledger), readings(arguments.claims))
        with served(ledger) as port:
            first, others = pictures(port)
            print(f"first picture over HTTP: {first:.0f} ms; with a filter: {others}", flush=True)
            for clients in (1, CLIENTS):
                print(f"pages of claims, {clients} at once: {lists(port, clients)}", flush=True)
            in_browser(port, print)


if __name__ == "__main__":
    main()
