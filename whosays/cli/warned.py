"""What the package logs as a warning, on stderr."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

from whosays.cli.console import safe


@contextmanager
def warnings(messages: Console) -> Iterator[None]:
    """As long as it is open, each warning is printed on a line of its own."""
    logger, handler = logging.getLogger("whosays"), _Printer(messages)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


class _Printer(logging.Handler):
    """Prints records with nothing in them that could steer a terminal."""

    def __init__(self, messages: Console) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.print("warning", style="bold yellow", end=": ")
        self._messages.print(safe(record.getMessage()), soft_wrap=True)
