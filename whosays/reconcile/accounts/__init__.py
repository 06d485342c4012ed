"""What each origin says of one incident, and how that stands to what the others say."""

from whosays.reconcile.accounts.compare import compare
from whosays.reconcile.accounts.fill import accounts

__all__ = ["accounts", "compare"]
