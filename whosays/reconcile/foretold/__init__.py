"""What later claims make of forecasts, and what denials deny."""

from whosays.reconcile.foretold.ties import Tie, TieRelation, ties

__all__ = ["Tie", "TieRelation", "ties"]
