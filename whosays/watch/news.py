"""What a source that is followed has to tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whosays.ingest import Item
from whosays.ledger import Watched


@dataclass(frozen=True, slots=True)
class News:
    """What is read from the source of that name, and what to keep of it once all its reports are added.

    Whoever is stopped in between finds the source as it was, and reads it again.
    """

    name: str
    items: Iterable[Item]
    seen: Watched | None = None
