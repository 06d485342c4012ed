"""`whosays read`: every claim of some reports, for people or for programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from whosays.cli import console
from whosays.cli.intake import Intake
from whosays.cli.progress import progress
from whosays.model import Reading

Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Files of text, HTML or JSON Lines, or directories of them."),
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


class Format(StrEnum):
    """What `read` prints."""

    TEXT = "text"
    JSONL = "jsonl"


def read(
    paths: Paths,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    format: Annotated[Format, typer.Option(help="For people, or one JSON object a report.")] = Format.TEXT,  # noqa: A002
) -> None:
    """Read reports and print who says that what happened."""
    messages = console.stderr()
    intake = Intake(paths, messages, published=published.date() if published else None, publisher=publisher)
    write = _jsonl() if format is Format.JSONL else _text()
    with progress(messages) as advance:
        for reading in _readings(intake):
            write(reading)
            advance()
    if intake.failed:
        raise typer.Exit(1)


def _readings(intake: Intake) -> Iterator[Reading]:
    from whosays.pipeline import Pipeline  # seconds to load: not for --help

    return Pipeline.default().read_all(intake)


def _jsonl() -> Callable[[Reading], None]:
    from whosays.export import contract  # slow to load

    out = console.utf8(sys.stdout)

    def write(reading: Reading) -> None:
        out.write(contract.line(contract.reading_record(reading)) + "\n")
        out.flush()

    return write


def _text() -> Callable[[Reading], None]:
    from whosays.cli.loaded import loaded_lines, of_reading
    from whosays.cli.render import reading_lines

    out = console.stdout()

    def write(reading: Reading) -> None:
        for line in (*reading_lines(reading), *loaded_lines(of_reading(reading))):
            out.print(line)
        out.print()
        out.file.flush()

    return write
