"""Readings of invented reports in any number, of the shape of a ledger of war reports.

Happenings come in bursts over ten years, in real towns, few of which have most; each is told by one to nine
reports, which differ in the place's level, the toll, the day and the wording, unless one reprints another.
Shares are about those of the ledger of 778 news reports that `shared/bench/reports` makes. Readings have
claims alone: no attributions, mentions, loaded words or causes, which no incident depends on.
"""

from bench.invented.reports import CLAIMS_A_REPORT, readings

__all__ = ["CLAIMS_A_REPORT", "readings"]
