"""A count of reports on stderr while they are being read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def progress(messages: Console) -> Iterator[Callable[[], None]]:
    """Something to call for each report, which counts them on the terminal behind `messages`.

    Nothing is shown where `messages` is no terminal or the results on the screen show the progress.
    """
    if not messages.is_terminal or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} reports read"), TimeElapsedColumn())
    with Progress(*columns, console=messages, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda: bar.advance(task)
