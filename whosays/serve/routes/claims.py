"""Claims: as lists, and one with all that is known of it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from whosays.export.contract import claim_record
from whosays.ledger import StoredClaim
from whosays.model import Attribution, Loaded, Report, Span
from whosays.serve.asked import Answering, Cursor, Limit, Page, Tagged, Wanted, page
from whosays.serve.desk import AtDesk
from whosays.serve.records import judged, meta

router = APIRouter(tags=["claims"])

CONTEXT = 400
"""Characters around a claim's sentence that are shown with it."""


@router.get("/claims", response_model=Page[dict[str, Any]])
def claims(
    desk: AtDesk, answer: Answering, wanted: Wanted, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """The claims, by day of publication, report and position, as `whosays claims` lists them."""
    return answer(lambda: page(desk.ledger.claims(wanted, after=cursor), limit, record, _cursor))


@router.get("/claims/{claim_id}", dependencies=[Tagged])
def claim(desk: AtDesk, claim_id: str) -> dict[str, Any]:
    """A claim with the words around it, the words that judge, its incident, and what people decided on it."""
    report, found = desk.ledger.claim(claim_id)
    decisions = [each for each in desk.ledger.judgements() if found.id in (each.claim, each.other)]
    return {
        "claim": record(StoredClaim(report, found)),
        "context": _context(report, found.evidence),
        "incident": desk.ledger.incident_of(found.id),
        "loaded": [_loaded(word, said) for word, said in desk.ledger.loaded(found.id)],
        "judgements": [judged(each) for each in reversed(decisions)],
    }


def record(stored: StoredClaim) -> dict[str, Any]:
    """A claim as `whosays claims` prints it, with its report."""
    written: dict[str, Any] = claim_record(stored.report, stored.claim).model_dump(mode="json")
    return written | {"report": meta(stored.report)}


def _cursor(stored: StoredClaim) -> str:
    return stored.claim.id


def _context(report: Report, evidence: Span) -> dict[str, str]:
    return {
        "before": report.text[max(0, evidence.start - CONTEXT) : evidence.start],
        "evidence": evidence.quote,
        "after": report.text[evidence.end : evidence.end + CONTEXT],
    }


def _loaded(word: Loaded, said: Attribution | None) -> dict[str, Any]:
    source = said.source[0].quote if said and said.source else None
    return {
        "span": [word.span.start, word.span.end],
        "text": word.span.quote,
        "sort": word.sort,
        "by": source,
    }
