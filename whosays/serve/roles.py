"""What each role may do, as one table: a route that is not in it is nobody's."""

from __future__ import annotations

from whosays.model import Decision, Judgement, Role, Subject

ROUTES: dict[tuple[str, str], Role | None] = {
    ("POST", "/session"): None,
    ("DELETE", "/session"): Role.READER,
    ("GET", "/ledger"): Role.READER,
    ("GET", "/vocabulary"): Role.READER,
    ("GET", "/picture"): Role.READER,
    ("GET", "/claims"): Role.READER,
    ("GET", "/claims/{claim_id}"): Role.READER,
    ("GET", "/incidents"): Role.READER,
    ("GET", "/incidents/{incident_id}"): Role.READER,
    ("GET", "/reports"): Role.READER,
    ("GET", "/reports/{report_id}"): Role.READER,
    ("GET", "/copies"): Role.READER,
    ("GET", "/control"): Role.READER,
    ("GET", "/foretold"): Role.READER,
    ("GET", "/parties"): Role.READER,
    ("GET", "/parties/{party_id}"): Role.READER,
    ("GET", "/places"): Role.READER,
    ("GET", "/names/places"): Role.READER,
    ("GET", "/names/parties"): Role.READER,
    ("GET", "/changes"): Role.READER,
    ("GET", "/judgements"): Role.READER,
    ("GET", "/queue"): Role.READER,
    ("GET", "/agreement"): Role.READER,
    ("GET", "/readings/{reading_id}"): Role.READER,
    ("GET", "/readings/{reading_id}/events"): Role.READER,
    ("GET", "/events"): Role.READER,
    ("POST", "/judgements"): Role.CODER,
    ("POST", "/readings"): Role.CODER,
    ("POST", "/readings/text"): Role.CODER,
    ("GET", "/audit"): Role.ADMIN,
}
"""The least role for a route under `/api/v1`; None where nobody needs to be known."""


def least_to_judge(judgement: Judgement, before: Judgement | None) -> Role:
    """The least role for a decision, on a matter on which `before` is in force."""
    if judgement.decision is Decision.WITHDRAW and before is not None:
        return Role.CODER if before.by == judgement.by else Role.EDITOR
    named = judgement.subject in (Subject.PLACE, Subject.PARTY)
    if judgement.subject is Subject.PAIR or (named and judgement.report is None):
        return Role.EDITOR
    return Role.CODER
