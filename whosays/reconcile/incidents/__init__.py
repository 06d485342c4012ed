"""Claims of many reports to incidents: event reports, compared in blocks, scored and put together."""

from whosays.reconcile.incidents.blocks import keys, lookups
from whosays.reconcile.incidents.cluster import Judged, Pair, pair
from whosays.reconcile.incidents.event_report import EventReport, Spot, Toll
from whosays.reconcile.incidents.features import features
from whosays.reconcile.incidents.graph import Before, Graph, chance, grouped, logit
from whosays.reconcile.incidents.grouping import event_reports
from whosays.reconcile.incidents.score import comparable

__all__ = [
    "Before",
    "EventReport",
    "Graph",
    "Judged",
    "Pair",
    "Spot",
    "Toll",
    "chance",
    "comparable",
    "event_reports",
    "features",
    "grouped",
    "keys",
    "logit",
    "lookups",
    "pair",
]
