"""Processes of this machine.

The standard library's pool ends all of its processes when one dies; here another takes its place.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

from whosays.scale.engine import GIVEN_UP, MOST_DEATHS, Work
from whosays.scale.shards import Shard
from whosays.scale.work import Outcome

_GRACE = 5
"""Seconds that a process has to clear up when it is no longer wanted."""


@dataclass(frozen=True, slots=True)
class Local:
    """So many processes of this machine, each for one shard after another."""

    workers: int

    def run(self, work: Work, shards: Sequence[Shard]) -> Iterator[tuple[Shard, Outcome]]:
        """Each shard as soon as it is done. The processes end with the iteration."""
        left = iter(shards)
        processes = [_Process(work) for _ in range(min(self.workers, len(shards)))]
        try:
            for process in processes:
                process.give(next(left))
            while busy := [process for process in processes if process.shard]:
                for process, shard, outcome in _ready(busy):
                    process.give(next(left, None))
                    yield shard, outcome
        finally:
            for process in processes:
                process.end()


def _ready(busy: Sequence[_Process]) -> Iterator[tuple[_Process, Shard, Outcome]]:
    """The processes that have done their shard; those that died meanwhile begin again."""
    pipes = wait([process.pipe for process in busy])
    for process in busy:
        if process.pipe in pipes and process.shard and (outcome := process.outcome()):
            yield process, process.shard, outcome


class _Process:
    """A process with a shard to do, which is started again when it dies."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._start()

    def give(self, shard: Shard | None) -> None:
        """Let it do a shard, or nothing."""
        self.shard, self._deaths = shard, 0
        self._send()

    def outcome(self) -> Outcome | None:
        """What came of the shard; None if it is begun again. Raises what the work raised."""
        try:
            found: Outcome | Exception = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            return self._again()
        if isinstance(found, Exception):
            raise found
        return found

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.terminate()
        self._process.join(_GRACE)
        self._process.kill()

    def _again(self) -> Outcome | None:
        self._start()
        self._deaths += 1
        if self._deaths == MOST_DEATHS:
            return GIVEN_UP
        self._send()
        return None

    def _start(self) -> None:
        context = get_context("spawn")  # a fork would share locks and threads of what is loaded here
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self.pipe.send(self._work)

    def _send(self) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # it has died: `outcome` will notice
            self.pipe.send(self.shard)


def _serve(pipe: Connection) -> None:
    """Do shards until none comes any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that a try is cleared up
    try:
        work: Work = pipe.recv()
        while shard := pipe.recv():
            pipe.send(work(shard))
    except (EOFError, BrokenPipeError):
        return  # the parent is gone
    except Exception as error:  # noqa: BLE001 - the parent raises it
        pipe.send(error)
