"""The languages that the reader knows."""

from __future__ import annotations

READ = frozenset({"en"})


def is_read(language: str | None) -> bool:
    """Whether a report in this language is read; one too short to tell is tried."""
    return language is None or language in READ
