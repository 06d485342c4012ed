"""What all requests share: the ledger, and the readings under way."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Annotated, TypeVar, cast

from fastapi import Depends, Request

from whosays.ledger import ClaimFilter, Ledger, Picture
from whosays.serve.intake import Intake

T = TypeVar("T")

REMEMBERED = 256
"""Answers that are kept as long as nothing new is in the ledger."""


class Desk:
    """One ledger, and what is under way on it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.intake = Intake(ledger)
        self._of = ""
        self._kept: OrderedDict[tuple[str, Hashable], object] = OrderedDict()
        self._lock = Lock()

    def version(self) -> str:
        """Changes whenever anything that the ledger gives may be another."""
        latest = self.ledger.latest()
        return f"{latest.reading}.{latest.change}.{latest.judgement}"

    def picture(self, wanted: ClaimFilter) -> Picture:
        """The picture of those claims, remembered as long as the ledger is the same."""
        return self.remembered("picture", wanted, lambda: self.ledger.picture(wanted))

    def remembered(self, what: str, key: Hashable, ask: Callable[[], T]) -> T:
        """What `ask` gives, asked again only once the ledger is another."""
        version = self.version()
        with self._lock:
            if version != self._of:
                self._of, self._kept = version, OrderedDict()
            kept = self._kept
            if (what, key) in kept:
                kept.move_to_end((what, key))
                return cast("T", kept[what, key])
        found = ask()
        with self._lock:
            kept[what, key] = found
            if len(kept) > REMEMBERED:
                kept.popitem(last=False)
        return found

    def close(self) -> None:
        """Stop reading what was handed in."""
        self.intake.close()


def _desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


AtDesk = Annotated[Desk, Depends(_desk)]
"""A route's way to the desk."""
