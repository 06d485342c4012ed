"""What several routes give: reports without their text, and judgements."""

from __future__ import annotations

from typing import Any

from whosays.export.contract import published
from whosays.model import Judgement, Place, Report


def meta(report: Report) -> dict[str, Any]:
    """A report without its text."""
    return {
        "digest": report.digest,
        "id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": published(report),
        "url": report.url,
        "language": report.language,
    }


def place(found: Place | None) -> dict[str, Any] | None:
    """An entry of the gazetteer."""
    if found is None:
        return None
    return {
        "id": found.geonames_id,
        "name": found.name,
        "kind": found.kind,
        "country": found.country,
        "admin1": found.admin1,
        "lat": found.lat,
        "lon": found.lon,
        "precision": found.precision,
    }


def judged(judgement: Judgement) -> dict[str, Any]:
    """A judgement: what was decided, by whom, when and why."""
    return {
        "id": judgement.id,
        "subject": judgement.subject,
        "decision": judgement.decision,
        "claim": judgement.claim,
        "other": judgement.other,
        "slot": judgement.slot,
        "value": None if judgement.value is None else str(judgement.value),
        "named": [{"name": meant.name, "party": meant.party} for meant in judgement.named],
        "name": judgement.name or None,
        "report": judgement.report,
        "place": place(judgement.place),
        "party": judgement.party,
        "by": judgement.by,
        "why": judgement.why,
        "at": judgement.at,
    }
