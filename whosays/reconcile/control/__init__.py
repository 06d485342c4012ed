"""Who holds which place, since when, by whose word."""

from whosays.reconcile.control.history import History, control
from whosays.reconcile.control.standing import Control, Status
from whosays.reconcile.control.statement import Holder, Statement

__all__ = ["Control", "History", "Holder", "Statement", "Status", "control"]
