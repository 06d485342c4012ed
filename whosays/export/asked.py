"""The part of a ledger that is to be exported, and what of it came into no row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from whosays.export.receipt import Receipt
from whosays.ledger import ClaimFilter, Ledger, Rulings
from whosays.model import Claim, Incident, Told
from whosays.reconcile.incidents.vocabulary import VOCABULARY

MISREAD = "somebody judged that it was read wrongly"
NO_HAPPENING = "no happening: how things stand, what may come, or what is summed up over more than a month"
ONLY_INCIDENTS = "claims that were in no incident then are not accounted for"
NOT_LISTED = "its incident was not asked for: too few reports tell it, or its accounts do not part"


@dataclass(frozen=True, slots=True)
class Asked:
    """The claims of a ledger that are `wanted`, and the incidents that they are in.

    Of incidents, those that `least` reports tell and more, as they were `at` a moment.
    """

    ledger: Ledger
    wanted: ClaimFilter
    least: int = 1
    at: datetime | None = None

    def incidents(self) -> Iterator[Incident]:
        """The incidents with a claim that was asked for, the most told first."""
        wanted = None if self.wanted == ClaimFilter() else self.wanted
        disputed = self.wanted.disputed
        return self.ledger.incidents(wanted, least=self.least, at=self.at, disputed=disputed)

    def claims(self) -> Iterator[Told]:
        """The claims that were asked for, by day of publication; of no claim that was judged misread."""
        return self.ledger.telling(self.wanted)

    def account_for_rest(self, receipt: Receipt) -> None:
        """Put into the receipt which claims were asked for and came into no row, and why.

        Of the ledger as it was `at` a moment, only incidents are known, which the receipt notes.
        """
        if self.at is not None:
            receipt.note(f"As the ledger was at {self.at.isoformat()}: {ONLY_INCIDENTS}.")
            return
        rulings = self.ledger.rulings()
        for stored in self.ledger.claims(self.wanted, without=receipt.known):
            receipt.drop(_why(stored.claim, rulings), [Told(stored.report, stored.claim)])


def _why(claim: Claim, rulings: Rulings) -> str:
    if rulings.is_rejected(claim.id):
        return MISREAD
    return NOT_LISTED if VOCABULARY.is_happening(claim) else NO_HAPPENING
