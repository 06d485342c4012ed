"""What wants a person: claims, pairs of claims and names, the most open first."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from whosays.ledger import Sort, StoredClaim, Wanted
from whosays.serve.asked import Tagged
from whosays.serve.desk import AtDesk, Desk
from whosays.serve.gate import AtWork
from whosays.serve.routes.claims import record

router = APIRouter(tags=["judgements"])


@router.get("/queue", dependencies=[Tagged])
def queue(desk: AtDesk, person: AtWork, sort: Sort = Sort.CLAIMS) -> dict[str, Any]:
    """The questions of a sort that this person has not decided; a hundred at most."""

    def ask() -> list[dict[str, Any]]:
        return [_question(desk, each) for each in desk.ledger.queue(sort, person.user.name)]

    return {"items": desk.remembered("queue", (sort, person.user.name), ask), "next": None}


def _question(desk: Desk, wanted: Wanted) -> dict[str, Any]:
    return {
        "id": "-".join(filter(None, (wanted.claim, wanted.other))),
        "sort": wanted.sort,
        "why": wanted.why,
        "chance": wanted.chance,
        "claim": _claim(desk, wanted.claim),
        "other": _claim(desk, wanted.other) if wanted.other else None,
        "incident": desk.ledger.incident_of(wanted.claim),
    }


def _claim(desk: Desk, id_: str) -> dict[str, Any]:
    return record(StoredClaim(*desk.ledger.claim(id_)))
