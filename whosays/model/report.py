"""An outlet's text as published."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, datetime

LONGEST = 2_000_000
"""Characters of the longest text that is taken for one report: some thousand pages."""

Published = date | datetime | None
"""A day, or an instant where the source gives one (with its zone if it says so)."""


@dataclass(frozen=True, slots=True)
class Report:
    """A text and where it comes from. Never changed once in the ledger."""

    text: str
    given_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: Published = None
    url: str | None = None
    language: str | None = None
    digest: str = field(init=False, repr=False, compare=False)
    """Hex digest of text, title, publisher, day and address: the report's identity.

    Two outlets that print one text have published two reports. The id that a source gives is left out, so
    that the same article under another id is still the same report.
    """

    def __post_init__(self) -> None:
        # Kept, as it is asked for with every claim.
        object.__setattr__(self, "digest", _digest(self))

    @property
    def id(self) -> str:
        """The id that its source gives, else the start of its digest."""
        return self.given_id or self.digest[:16]

    @property
    def sha256(self) -> str:
        """Hex digest of the text alone: equal for reprints to the letter."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def day(self) -> date | None:
        """The calendar day of publication."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


def _digest(report: Report) -> str:
    when = report.published.isoformat() if report.published else None
    content = [report.text, report.title, report.publisher, when, report.url]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()
