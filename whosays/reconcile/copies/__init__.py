"""Copies: which passages of reports are one text, and whose.

    signatures(text)          what a ledger keeps to look up reports with a passage in common
    relate(report, report)    the passages that two share, and what that makes of them
    families(reports, ...)    the reports that carry one text, and where it probably comes from
    tags(text)                where a text is signed by a news agency, and where it quotes one

`Index` does all of it in memory. Everything is a pure function of the reports: nothing depends on their order
or on the day, and whether two are copies not on any other.
"""

from whosays.reconcile.copies.agencies import SIGNED, Agency, Tag, TagSort, agency_of, credited, tags
from whosays.reconcile.copies.compare import compare
from whosays.reconcile.copies.families import Families, Family, Member, families
from whosays.reconcile.copies.index import Index
from whosays.reconcile.copies.origin import Ground, Original
from whosays.reconcile.copies.passage import Passage, Run
from whosays.reconcile.copies.relation import Match, Relation, relate
from whosays.reconcile.copies.signatures import COMMON, SHARED, signatures, worth_comparing

__all__ = [
    "COMMON",
    "SHARED",
    "SIGNED",
    "Agency",
    "Families",
    "Family",
    "Ground",
    "Index",
    "Match",
    "Member",
    "Original",
    "Passage",
    "Relation",
    "Run",
    "Tag",
    "TagSort",
    "agency_of",
    "compare",
    "credited",
    "families",
    "relate",
    "signatures",
    "tags",
    "worth_comparing",
]
