"""What all requests share: the ledger, and the readings under way."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Annotated, Any

from fastapi import Depends, Request

from whosays.ledger import ClaimFilter, Ledger, Picture
from whosays.serve.intake import Intake

REMEMBERED = 256
"""Answers that are kept as long as nothing new is in the ledger."""


class Desk:
    """One ledger, and what is under way on it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.intake = Intake(ledger)
        self._remembered = lru_cache(maxsize=REMEMBERED)(_asked)

    def version(self) -> str:
        """Changes whenever anything that the ledger gives may be another."""
        latest = self.ledger.latest()
        return f"{latest.reading}.{latest.change}.{latest.judgement}"

    def picture(self, wanted: ClaimFilter) -> Picture:
        """The picture of those claims, remembered as long as the ledger is the same."""
        found: Picture = self.remembered("picture", wanted, lambda: self.ledger.picture(wanted))
        return found

    def remembered(self, what: str, key: Any, ask: Callable[[], Any]) -> Any:
        """What `ask` gives, asked again only once the ledger is another; `key` must be hashable."""
        return self._remembered(what, self.version(), key, _Question(ask))

    def close(self) -> None:
        """Stop reading what was handed in."""
        self.intake.close()


class _Question:
    """A way to the answer; all are equal, so that what is asked decides alone."""

    def __init__(self, ask: Callable[[], Any]) -> None:
        self.ask = ask

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Question)

    def __hash__(self) -> int:
        return 0


def _asked(_what: str, _version: str, _key: Any, question: _Question) -> Any:
    return question.ask()


def _desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


AtDesk = Annotated[Desk, Depends(_desk)]
"""A route's way to the desk."""
