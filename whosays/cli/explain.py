"""Why each part of a claim is what it is, as lines below it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from whosays.cli.console import safe
from whosays.cli.render import Line
from whosays.model import Reason

WIDTH = 8
"""Columns of the longest name of a part."""


def reason_lines(reasons: Iterable[Reason]) -> dict[str, list[Line]]:
    """The lines for each claim, by its id."""
    found: dict[str, list[Line]] = {}
    for reason in reasons:
        found.setdefault(reason.claim, []).append(Line(Text(_words(reason), style="dim"), 6))
    return found


def _words(reason: Reason) -> str:
    """As in "actor   “jets” by network +3.1, right in 84 %"."""
    quoted = f"“{safe(reason.span.quote)}” " if reason.span else ""
    logit = "" if reason.logit is None else f" {reason.logit:+.1f}"
    right = "" if reason.confidence is None else f", right in {min(99, round(100 * reason.confidence))} %"
    return f"{reason.part:<{WIDTH}}{quoted}by {reason.basis}{logit}{right}"
