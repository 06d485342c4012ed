"""The claims of a whole ledger, each with the family of reports that prints its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whosays.model import Told

if TYPE_CHECKING:
    from whosays.ledger import Ledger


def told(ledger: Ledger) -> list[Told]:
    """All claims in the order of `Ledger.claims`, without those that somebody found to be read wrongly."""
    from whosays.reconcile.copies import Families  # slow to load: not for --help

    printed = list(ledger.copies())
    families = Families(family for family, _, _ in printed)
    originals = {family.id: original for family, _, original in printed}
    rulings = ledger.rulings()
    found = list[Told]()
    for stored in ledger.claims():
        claim, report = stored.claim, stored.report
        if not rulings.is_rejected(claim.id):
            family = families.at(report.digest, claim.evidence.start, claim.evidence.end)
            of = (family.id, originals[family.id]) if family else (None, None)
            found.append(Told(report, claim, *of))
    return found
