"""What an export was asked for, as every format takes it: one thing after the other, never all at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from whosays.model import Incident, Told


class Extract(Protocol):
    """The part of a ledger that was asked for. Each call begins anew."""

    def incidents(self) -> Iterator[Incident]:
        """The incidents with a claim that was asked for, the most told first, each whole."""
        ...

    def claims(self) -> Iterator[Told]:
        """The claims that were asked for, by day of publication; of no claim that was judged misread."""
        ...
