"""Who holds what by the claims of a ledger, and what became of what was foretold or denied in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from whosays.export.control import Holdings
from whosays.export.foretold import Tied
from whosays.ground.parties import Registry
from whosays.ledger import ClaimFilter, Ledger
from whosays.model import Told
from whosays.reconcile.control import control
from whosays.reconcile.control.history import FRESH_DAYS
from whosays.reconcile.control.unnamed import Unnamed, unnamed
from whosays.reconcile.foretold import ties
from whosays.reconcile.origins import Origins


def holdings(ledger: Ledger, told: Sequence[Told], place: str | None, on: date | None) -> Holdings:
    """Who holds the places with `place` in their names, or all, on a day, or all that is said of it.

    `told` are the claims of the ledger (`Ledger.told`).
    """
    parties = Registry.default().parties
    by_id = {each.claim.id: each for each in told}
    of = (
        by_id.keys() if place is None else {each.claim.id for each in ledger.claims(ClaimFilter(place=place))}
    )
    origin = Origins(told, parties).of
    kept = [each for each in control(told, origin, parties) if any(s.claim in of for s in each.statements)]
    counts = unnamed((each for each in told if each.claim.id in of), origin)
    return Holdings(tuple(kept), tuple(each for each in counts if _is_fresh(each, on)), by_id, on)


def tied(told: Sequence[Told]) -> list[Tied]:
    """What became of forecasts, threats and conditions, and what denials deny; by day of publication."""
    parties = Registry.default().parties
    by_id = {each.claim.id: each for each in told}
    made = ties(told, Origins(told, parties).of, parties)
    return sorted((Tied(tie, by_id[tie.earlier], by_id[tie.later]) for tie in made), key=_order)


def _order(each: Tied) -> tuple[date, str]:
    return each.asks.report.day or date.max, each.asks.claim.id


def _is_fresh(count: Unnamed, on: date | None) -> bool:
    """Whether a count was published not long before the day that is asked for."""
    published = count.told.report.day
    return on is None or (published is not None and 0 <= (on - published).days <= FRESH_DAYS)
