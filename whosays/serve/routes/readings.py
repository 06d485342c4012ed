"""Reports that are handed in: files or text in, and how far they are read."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, UploadFile
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from whosays.model import NotFoundError, UsageError
from whosays.serve.desk import AtDesk
from whosays.serve.intake import Job

router = APIRouter(tags=["readings"])

PAUSE = 0.5
"""Seconds between two looks at what is new."""


class Pasted(BaseModel):
    """A report as text."""

    text: str = Field(min_length=1, max_length=2_000_000)
    title: str | None = Field(None, max_length=1000)
    publisher: str | None = Field(None, max_length=500)
    published: str | None = Field(None, examples=["2026-03-14"])
    url: str | None = Field(None, max_length=2000)


@router.post("/readings", status_code=202)
def read_files(desk: AtDesk, files: Annotated[list[UploadFile], File()]) -> dict[str, Any]:
    """Hand in files of any kind that `whosays add` takes; they are read in the background."""
    desk.ledger.require_writable()
    folder = Path(mkdtemp(prefix="whosays-"))
    for nth, each in enumerate(files):
        with folder.joinpath(f"{nth:04d} {Path(each.filename or 'report').name}").open("wb") as out:
            while part := each.file.read(1 << 20):
                out.write(part)
    return _record(desk.intake.take(folder))


@router.post("/readings/text", status_code=202)
def read_text(desk: AtDesk, pasted: Pasted) -> dict[str, Any]:
    """Hand in a report as text; it is read in the background."""
    if not pasted.text.strip():
        raise UsageError("text: there is none; paste the report's words")
    desk.ledger.require_writable()
    folder = Path(mkdtemp(prefix="whosays-"))
    line = json.dumps(pasted.model_dump(exclude_none=True))
    folder.joinpath("pasted.jsonl").write_text(line, encoding="utf-8")
    return _record(desk.intake.take(folder))


def _handed_in(desk: AtDesk, reading_id: str) -> Job:
    job = desk.intake.job(reading_id)
    if job is None:
        raise NotFoundError(f"nothing was handed in under the id {reading_id!r} since the server started")
    return job


Handed = Annotated[Job, Depends(_handed_in)]
"""What was handed in under the id in the path."""


@router.get("/readings/{reading_id}")
def reading(job: Handed) -> dict[str, Any]:
    """How far what was handed in is read."""
    return _record(job)


@router.get("/readings/{reading_id}/events", response_class=EventSourceResponse)
async def reading_events(job: Handed) -> AsyncIterator[ServerSentEvent]:
    """The same whenever it changes, until it is done."""
    told = None
    while told is None or told["state"] not in ("done", "failed"):
        now = _record(job)
        if now != told:
            yield ServerSentEvent(event="progress", data=now)
            told = now
        await asyncio.sleep(PAUSE)


@router.get("/events", response_class=EventSourceResponse)
async def events(desk: AtDesk) -> AsyncIterator[ServerSentEvent]:
    """The ledger's version, now and whenever anything in it is new."""
    told = None
    while True:
        now = await asyncio.to_thread(desk.version)
        if now != told:
            yield ServerSentEvent(event="change", data={"version": now})
            told = now
        await asyncio.sleep(PAUSE)


def _record(job: Job) -> dict[str, Any]:
    return {name: value for name, value in asdict(job).items() if name != "folder"}
