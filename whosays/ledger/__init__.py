"""The ledger, which keeps reports and readings. The only room that knows SQL."""

from whosays.ledger.agreement import SlotAgreement, agreement, coders
from whosays.ledger.audit import first_broken
from whosays.ledger.grouping import Regrouped
from whosays.ledger.incidents import Changed
from whosays.ledger.judgements import Rulings
from whosays.ledger.ledger import DEFAULT_URL, Ledger
from whosays.ledger.names import NameUse
from whosays.ledger.overview import Counts, Latest
from whosays.ledger.picture import Picture
from whosays.ledger.query import ClaimFilter, StoredClaim
from whosays.ledger.queue import Sort, Wanted
from whosays.ledger.spots import Spot
from whosays.ledger.team import Team
from whosays.ledger.watched import Watched, Watches

__all__ = [
    "DEFAULT_URL",
    "Changed",
    "ClaimFilter",
    "Counts",
    "Latest",
    "Ledger",
    "NameUse",
    "Picture",
    "Regrouped",
    "Rulings",
    "SlotAgreement",
    "Sort",
    "Spot",
    "StoredClaim",
    "Team",
    "Wanted",
    "Watched",
    "Watches",
    "agreement",
    "coders",
    "first_broken",
]
