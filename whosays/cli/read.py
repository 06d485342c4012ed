"""`whosays read`: every claim of some reports, for people or for programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whosays.cli import console
from whosays.cli.intake import Intake
from whosays.cli.progress import progress
from whosays.cli.warned import warnings
from whosays.model import ReaderError, Reading, Reason, UsageError

if TYPE_CHECKING:
    from whosays.pipeline import Pipeline

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH",
        help="Files of reports (text, HTML, PDF, Word, feeds, mail, CSV, archives, JSON Lines), or folders.",
    ),
]
PublishedOption = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The day of publication. Wins over what a text or page says, fills gaps in JSON Lines.",
    ),
]
PublisherOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="The outlet. Wins over what a text or page says, fills gaps in JSON Lines."
    ),
]


Reasons = tuple[Reason, ...]
Write = Callable[[Reading, Reasons | None], None]
"""Prints a reading, with reasons if there are to be any."""


class Format(StrEnum):
    """What `read` prints."""

    TEXT = "text"
    JSONL = "jsonl"


class ReaderName(StrEnum):
    """What reads: the encoder of this package, or a model behind an endpoint."""

    LOCAL = "local"
    LLM = "llm"


KEY = "WHOSAYS_LLM_KEY"
"""Environment variable of the endpoint's key: an argument would show in the list of processes."""


def read(
    paths: Paths,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    format: Annotated[Format, typer.Option(help="For people, or one JSON object a report.")] = Format.TEXT,  # noqa: A002
    reader: Annotated[
        ReaderName, typer.Option(help="The reader that comes with whosays, or a large language model.")
    ] = ReaderName.LOCAL,
    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Of --reader llm: an endpoint that speaks OpenAI's chat protocol; "
            f"its key, if it wants one, is read from {KEY}.",
        ),
    ] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Of --reader llm: the model.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also why: the words and scores behind every part of a claim.")
    ] = False,
) -> None:
    """Read reports and print who says that what happened."""
    messages = console.stderr()
    intake = Intake(paths, messages, published=published.date() if published else None, publisher=publisher)
    if explain and reader is ReaderName.LLM:
        raise UsageError("a language model gives no reasons; leave out --explain or --reader llm")
    write = _jsonl() if format is Format.JSONL else _text()
    with progress(messages) as advance, warnings(messages):
        pipeline = _pipeline(reader, base_url, model)
        for reading, reasons in _readings(intake, pipeline):
            write(reading, reasons if explain else None)
            advance()
    if intake.failures:
        raise typer.Exit(1)


def _pipeline(reader: ReaderName, base_url: str | None, model: str | None) -> Pipeline:
    """The default pipeline, or one that asks a language model; UsageError if the options do not fit."""
    if reader is ReaderName.LOCAL and (base_url or model):
        raise UsageError("--base-url and --model belong to --reader llm; add that or leave them out")
    if reader is ReaderName.LLM and not (base_url and model):
        raise UsageError("--reader llm needs --base-url and --model: where a model is served, and which")
    from whosays.pipeline import Pipeline  # seconds to load: not for --help

    if not (base_url and model):
        return Pipeline.default()
    return Pipeline.asking(base_url, model, os.environ.get(KEY))


def _readings(intake: Intake, pipeline: Pipeline) -> Iterator[tuple[Reading, Reasons]]:
    """The readings of all reports that can be read, with reasons; of the others the intake tells."""
    for report in intake:
        try:
            yield pipeline.explain(report)
        except ReaderError as error:
            intake.reject(report, error)


def _jsonl() -> Write:
    from whosays.export import contract  # slow to load

    out = console.utf8(sys.stdout)

    def write(reading: Reading, reasons: Reasons | None) -> None:
        out.write(contract.line(contract.reading_record(reading, reasons)) + "\n")
        out.flush()

    return write


def _text() -> Write:
    from whosays.cli.explain import reason_lines
    from whosays.cli.loaded import loaded_lines, of_reading
    from whosays.cli.render import reading_lines

    out = console.stdout()

    def write(reading: Reading, reasons: Reasons | None) -> None:
        lines = reading_lines(reading, reason_lines(reasons or ()))
        for line in (*lines, *loaded_lines(of_reading(reading))):
            out.print(line)
        out.print()
        out.file.flush()

    return write
