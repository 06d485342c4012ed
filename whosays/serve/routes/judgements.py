"""People's decisions: all that were made, and a new one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from whosays.ground.gazetteer import Gazetteer
from whosays.ground.parties import Registry
from whosays.model import Decision, Judgement, NotFoundError, Place, Subject
from whosays.serve.asked import Tagged
from whosays.serve.desk import AtDesk
from whosays.serve.gate import AtWork
from whosays.serve.records import judged
from whosays.serve.roles import least_to_judge

router = APIRouter(tags=["judgements"])

_CLAIM = Field(None, examples=["4e79bb4f5ccac694"])


class Asked(BaseModel):
    """A decision to keep: on a claim, a pair of claims, or what a name means in one report or in all."""

    subject: Subject
    decision: Decision
    why: str = Field(min_length=1, max_length=2000, examples=["the village, not the town"])
    claim: str | None = _CLAIM
    other: str | None = _CLAIM
    name: str | None = Field(None, max_length=500, examples=["Marea"])
    report: str | None = Field(None, description="A report's digest, where the name is judged in it alone.")
    place: int | None = Field(None, description="What the name means: a GeoNames id.", examples=[168133])
    party: str | None = Field(None, description="Whom the name means: a party's id.", examples=["sohr"])


@router.get("/judgements", dependencies=[Tagged])
def judgements(
    desk: AtDesk, claim: Annotated[str | None, Query(description="Only those on this claim.")] = None
) -> list[dict[str, Any]]:
    """All decisions, the newest first, with those that no longer hold."""
    found = reversed(desk.ledger.judgements())
    return [judged(each) for each in found if claim is None or claim in (each.claim, each.other)]


@router.post("/judgements", status_code=201)
def judge(desk: AtDesk, person: AtWork, asked: Asked) -> dict[str, Any]:
    """Keep a decision. It holds until a later one on the same matter."""
    claims = [desk.ledger.claim(each)[1].id for each in (asked.claim, asked.other) if each]
    made = Judgement(
        subject=asked.subject,
        name=asked.name or "",
        decision=asked.decision,
        by=person.user.name,
        why=asked.why,
        at=datetime.now(UTC),
        report=desk.ledger.digest(asked.report) if asked.report else None,
        place=_place(asked.place),
        party=_party(asked.party),
        claim=claims[0] if claims else None,
        other=claims[1] if len(claims) > 1 else None,
    )
    person.require(least_to_judge(made, desk.ledger.rulings().before(made)))
    desk.ledger.judge(made)
    return judged(made)


def _place(id_: int | None) -> Place | None:
    if id_ is None:
        return None
    found = Gazetteer.open().numbered(id_)
    if found is None:
        raise NotFoundError(f"no place of the gazetteer has the GeoNames id {id_}")
    return found.place


def _party(id_: str | None) -> str | None:
    if id_ is not None and Registry.default().get(id_) is None:
        raise NotFoundError(f"no party has the id {id_!r}")
    return id_
