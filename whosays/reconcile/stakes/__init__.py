"""What the side of an origin stands to gain or lose by what it says."""

from whosays.reconcile.stakes.stake import stake

__all__ = ["stake"]
