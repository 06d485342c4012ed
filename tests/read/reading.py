"""Reads sentences with the default pipeline, and picks claims out of a reading by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from whosays.model import Claim, Reading, Report
from whosays.pipeline import Pipeline

PUBLISHED = date(2016, 5, 4)
"""A Wednesday."""


@cache
def read(text: str) -> Reading:
    """The reading of a report published on `PUBLISHED`."""
    return Pipeline.default().read(Report(text=text, published=PUBLISHED))


def claim_at(reading: Reading, words: str) -> Claim:
    """The first claim whose trigger is or holds one of the words parted by "|"."""
    wanted = words.split("|")
    found = [c for c in reading.claims if any(w in c.trigger.quote for w in wanted)]
    assert found, f"no claim at {words!r}; claims at {[c.trigger.quote for c in reading.claims]}"
    return found[0]


def claim_of(text: str, words: str) -> Claim:
    """The claim of a text at those words."""
    return claim_at(read(text), words)


def folded(name: str) -> str:
    """A name for comparison: no article before it, no capitals."""
    return re.sub(r"^(?:the|an?)\s+", "", name.casefold())


def same_names(found: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two lists name the same in the same order; "|" parts names that are equally right."""
    given, wanted = [folded(n) for n in found], [[folded(n) for n in r.split("|")] for r in right]
    return len(given) == len(wanted) and all(g in w for g, w in zip(given, wanted, strict=True))
