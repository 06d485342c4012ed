"""Reports that are handed in over HTTP: read, added and reconciled one after the other, in the background."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_urlsafe
from shutil import rmtree
from typing import Any, Literal

from whosays.ingest import reports
from whosays.ledger import Ledger
from whosays.model import InputError, ReaderError, Report, WhosaysError
from whosays.pipeline import Pipeline
from whosays.serve.records import meta

log = logging.getLogger(__name__)

State = Literal["waiting", "reading", "reconciling", "done", "failed"]


@dataclass(slots=True)
class Job:
    """Files that were handed in together, and how far they are read."""

    folder: Path
    id: str = field(default_factory=lambda: token_urlsafe(12))
    state: State = "waiting"
    done: int = 0
    of: int = 0
    reports: list[dict[str, Any]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def fail(self, sentence: str) -> None:
        """End it, saying why."""
        self.failures.append(sentence)
        self.state = "failed"


class Intake:
    """One worker, which starts with the first job. What is in the ledger is safe if it is stopped."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._jobs: dict[str, Job] = {}
        self._waiting: queue.Queue[Job | None] = queue.Queue()
        self._worker: threading.Thread | None = None
        self._lock = threading.Lock()

    def take(self, folder: Path) -> Job:
        """Read the files of a folder and remove it. Raises LedgerError if the ledger cannot be written."""
        self._ledger.require_writable()
        job = Job(folder)
        self._jobs[job.id] = job
        with self._lock:
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, daemon=True)
                self._worker.start()
        self._waiting.put(job)
        return job

    def job(self, id_: str) -> Job | None:
        """The job of that id."""
        return self._jobs.get(id_)

    def close(self) -> None:
        """Stop after the job that is under way."""
        self._waiting.put(None)

    def _work(self) -> None:
        while job := self._waiting.get():
            try:
                self._carry_out(job)
            except (WhosaysError, OSError) as error:
                job.fail(str(error))
            except Exception:
                log.exception("a reading stopped")  # whatever this one met, the next are still read
                job.fail("a fault of whosays stopped this reading; the server's log says which")
            finally:
                rmtree(job.folder, ignore_errors=True)

    def _carry_out(self, job: Job) -> None:
        job.state = "reading"
        found = list(_reports(job))
        job.of = len(found)
        pipeline = Pipeline.default()
        for report in found:
            self._add(job, report, pipeline.name, pipeline)
            job.done += 1
        job.state = "reconciling"
        self._ledger.reconcile()
        job.state = "failed" if job.failures and not job.reports else "done"

    def _add(self, job: Job, report: Report, reader: str, pipeline: Pipeline) -> None:
        try:
            if not self._ledger.has(report, reader):
                self._ledger.add(pipeline.read(report))
        except ReaderError as error:
            job.failures.append(f"{report.title or report.id}: {error}")
        else:
            job.reports.append(meta(report))


def _reports(job: Job) -> Iterator[Report]:
    for path in sorted(job.folder.iterdir()):
        for item in reports(path):
            if isinstance(item, Report):
                yield item
            elif isinstance(item, InputError):
                job.failures.append(str(item).replace(f"{job.folder}/", ""))
