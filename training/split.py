"""What of the benchmark's training files is kept out of training, to choose on and to measure on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

EVERY = 20
"""Every so manieth row, from the first on, is held out."""


def held_out(rows: Sequence[T]) -> list[T]:
    """The rows that no training sees."""
    return list(rows[::EVERY])


def taught(rows: Sequence[T]) -> list[T]:
    """The rows that training sees."""
    return [row for i, row in enumerate(rows) if i % EVERY]
