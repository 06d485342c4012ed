"""Incidents: as a list, and one with every account, its tolls by the rules, and the copies of its reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from whosays.export import incident as export
from whosays.export import tolls
from whosays.export.contract import claim_record, number
from whosays.ground.parties import Registry
from whosays.ledger import ClaimFilter
from whosays.model import Agreement, FigureSort, Incident, Measure, OriginSort, UsageError
from whosays.reconcile.aggregate import Rule
from whosays.reconcile.reckoning import reckoning
from whosays.serve.asked import Answering, Cursor, Limit, Page, Wanted, moment, page
from whosays.serve.desk import AtDesk
from whosays.serve.records import meta, place

router = APIRouter(tags=["incidents"])

APART = (Agreement.CONTESTED, Agreement.DIFFERS)

AsOf = Annotated[datetime | None, Query(description="As the ledger had it then: a moment with its zone.")]
Least = Annotated[int, Query(ge=1, description="The least number of reports.")]


@router.get("/incidents", response_model=Page[dict[str, Any]])
def incidents(
    desk: AtDesk,
    answer: Answering,
    wanted: Wanted,
    reports: Least = 1,
    as_of: AsOf = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """The incidents, the most told first."""
    at, asked = moment(as_of) if as_of else None, replace(wanted, disputed=False)
    only, after = None if asked == ClaimFilter() else asked, _place(cursor)

    def make() -> dict[str, Any]:
        found = desk.ledger.incidents(only, least=reports, at=at, after=after, disputed=wanted.disputed)
        return page(found, limit, summary, _cursor)

    return answer(make)


@router.get("/incidents/{incident_id}", response_model=dict[str, Any])
def incident(
    desk: AtDesk, answer: Answering, incident_id: str, rule: Rule | None = None, as_of: AsOf = None
) -> Response:
    """An incident by its id or that of a claim in it: accounts, comparisons, claims, tolls and grades.

    Without a `rule`, by all of them.
    """
    at = moment(as_of) if as_of else None
    return answer(lambda: _whole(desk.ledger.incident(incident_id, at=at), rule))


def _whole(found: Incident, rule: Rule | None) -> dict[str, Any]:
    made = reckoning(found.told, Registry.default().parties, (rule,) if rule else tuple(Rule), {})
    claims = [_claim(found, nth) for nth in range(len(found.told))]
    return summary(found) | export.record(found) | tolls.record(made) | {"claims": claims}


def summary(found: Incident) -> dict[str, Any]:
    """What a list says of an incident."""
    known = [each for each in found.accounts if each.origin.sort is not OriginSort.UNKNOWN]
    return {
        "id": found.id,
        "title": found.title,
        "earliest": found.earliest,
        "latest": found.latest,
        "disputed": found.disputed,
        "reports": len({told.report.digest for told in found.told}),
        "origins": len(known),
        "killed": _killed(found),
        "place": place(_where(found)),
        "apart": [
            {"slot": c.slot, "agreement": c.agreement} for c in found.comparisons if c.agreement in APART
        ],
    }


def _claim(found: Incident, nth: int) -> dict[str, Any]:
    told = found.told[nth]
    written: dict[str, Any] = claim_record(told.report, told.claim).model_dump(mode="json")
    return written | {"report": meta(told.report), "family": told.family, "original": told.original}


def _killed(found: Incident) -> dict[str, Any] | None:
    """The least and the most that somebody counts in all."""
    ends = list(_counts(found))
    return {"low": number(min(ends)), "high": number(max(ends))} if ends else None


def _counts(found: Incident) -> Iterator[float]:
    for told in found.told:
        for figure in told.claim.figures:
            if figure.measure is Measure.KILLED and figure.sort is FigureSort.COUNT:
                yield from (end for end in (figure.low, figure.high) if end is not None)


def _where(found: Incident) -> Any:
    """The place that most claims give."""
    given = [told.claim.place.place for told in found.told if told.claim.place and told.claim.place.place]
    return max(given, key=given.count, default=None)


def _cursor(found: Incident) -> str:
    return f"{len({told.report.digest for told in found.told})}-{found.id}"


def _place(cursor: str | None) -> tuple[int, str] | None:
    if cursor is None:
        return None
    reports, _, id_ = cursor.partition("-")
    if not reports.isdecimal() or not id_:
        raise UsageError(f"cursor: {cursor!r} is none; take `next` of the page before")
    return int(reports), id_
