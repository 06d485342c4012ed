"""Whose text it probably is that several reports carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from whosays.model import Report
from whosays.reconcile.copies.agencies import Agency, agency_of, credited
from whosays.reconcile.copies.relation import before


class Ground(StrEnum):
    """Why a text is taken for somebody's."""

    CREDIT = "credit"
    """Every report that names an agency as its source names this one."""

    EARLIEST = "earliest"
    """Nobody names one, and one report is known to have been published before all others."""


@dataclass(frozen=True, slots=True)
class Original:
    """Where a text probably comes from.

    `report` is the digest of the report that has it first, None if it is not among those known. `agency` is
    whose it is if that is a news agency.
    """

    report: str | None
    agency: Agency | None
    ground: Ground


def original(reports: Sequence[Report]) -> Original | None:
    """Where the text that these reports have in common comes from; None where that cannot be told."""
    signed = [names for report in reports if (names := _named(report))]
    if not signed:
        return _earliest(reports)
    common = frozenset.intersection(*signed)
    if len(common) != 1:
        return None
    (agency,) = common
    first = _first([report for report in reports if agency_of(report.publisher) == agency])
    return Original(first.digest if first else None, agency, Ground.CREDIT)


def _named(report: Report) -> frozenset[Agency]:
    return frozenset(agency for agency in credited(report.text) if not agency.unnamed)


def _earliest(reports: Sequence[Report]) -> Original | None:
    first = _first(reports)
    # A text from "agencies" is older than its first print, and not that outlet's.
    if first is None or credited(first.text):
        return None
    return Original(first.digest, agency_of(first.publisher), Ground.EARLIEST)


def _first(reports: Sequence[Report]) -> Report | None:
    """The one known to be before all others."""
    for report in reports:
        if all(before(report, other) for other in reports if other is not report):
            return report
    return None
