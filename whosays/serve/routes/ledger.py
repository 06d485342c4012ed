"""What is served: the ledger in numbers, and the words that filters and judgements take."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, Request

from whosays.ground.parties import Registry
from whosays.model import Agreement, FigureSort, Kind, Measure, Slot, Stake, Stance, VoiceSort
from whosays.reconcile.aggregate import Rule
from whosays.serve import frontend
from whosays.serve.asked import Tagged
from whosays.serve.desk import AtDesk
from whosays.serve.gate import AtWork, TeamGate

router = APIRouter(tags=["ledger"])


@router.get("/ledger", dependencies=[Tagged])
def ledger(request: Request, desk: AtDesk, person: AtWork) -> dict[str, Any]:
    """How much is in the ledger, what changed last, and who is at work on it."""
    counts, latest = desk.ledger.counts(), desk.ledger.latest()
    return {
        "name": desk.ledger.name,
        "version": version("whosays"),
        "reports": counts.reports,
        "claims": counts.claims,
        "incidents": counts.incidents,
        "latest": {"change": latest.change, "at": latest.changed_at},
        "read_only": desk.ledger.read_only,
        "team": isinstance(request.app.state.gate, TeamGate),
        "user": {"name": person.user.name, "role": person.user.role},
        "csrf": person.csrf,
        "page": frontend.is_built(),
    }


@router.get("/vocabulary")
def vocabulary() -> dict[str, Any]:
    """The values that slots can have, and the parties that are known."""
    terms = {
        "kinds": Kind,
        "stances": Stance,
        "measures": Measure,
        "figures": FigureSort,
        "voices": VoiceSort,
        "slots": Slot,
        "agreements": Agreement,
        "stakes": Stake,
        "rules": Rule,
    }
    parties = [
        {"id": party.id, "name": party.names[0], "sort": party.sort, "countries": party.countries}
        for party in Registry.default()
    ]
    return {name: [each.value for each in of] for name, of in terms.items()} | {"parties": parties}
