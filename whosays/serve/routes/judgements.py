"""People's decisions: all that were made, and a new one."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from whosays.ground.gazetteer import Gazetteer
from whosays.ground.parties import Registry
from whosays.ledger import agreement, coders
from whosays.model import Decision, Judgement, Meant, NotFoundError, Place, Subject, slot, slot_value
from whosays.serve.asked import Tagged
from whosays.serve.desk import AtDesk, Desk
from whosays.serve.gate import AtWork
from whosays.serve.records import judged
from whosays.serve.roles import least_to_judge

router = APIRouter(tags=["judgements"])

_CLAIM = Field(None, examples=["4e79bb4f5ccac694"])


class Somebody(BaseModel):
    """Who a slot holds: a name in the report's words, and the party if it is known."""

    name: str = Field(min_length=1, max_length=500, examples=["the Northern Front"])
    party: str | None = None


class Asked(BaseModel):
    """A decision to keep: on a claim, a slot of one, a pair of them, or what a name means.

    Where `expected` is given, it is the id of the last judgement on the same matter that the person has seen,
    null for none; if there is a later one, nothing is kept and that one is the answer (409).
    """

    subject: Subject
    decision: Decision
    why: str = Field(min_length=1, max_length=2000, examples=["the village, not the town"])
    claim: str | None = _CLAIM
    other: str | None = _CLAIM
    name: str | None = Field(None, max_length=500, examples=["Marea"])
    report: str | None = Field(None, description="A report's digest, where the name is judged in it alone.")
    place: int | None = Field(None, description="What the name means: a GeoNames id.", examples=[167245])
    party: str | None = Field(None, description="Whom the name means: a party's id.", examples=["sohr"])
    slot: str | None = Field(None, description="The slot of the claim that is judged.", examples=["killed"])
    value: str | None = Field(
        None, max_length=200, description="What a corrected slot holds.", examples=["3-5"]
    )
    named: list[Somebody] = Field([], max_length=20, description="Who a corrected slot holds.")
    expected: int | None = Field(None, ge=0)


@router.get("/judgements", dependencies=[Tagged])
def judgements(
    desk: AtDesk, claim: Annotated[str | None, Query(description="Only those on this claim.")] = None
) -> list[dict[str, Any]]:
    """All decisions, the newest first, with those that no longer hold."""
    found = reversed(desk.ledger.judgements())
    return [judged(each) for each in found if claim is None or claim in (each.claim, each.other)]


@router.get("/agreement", dependencies=[Tagged])
def agreed(desk: AtDesk) -> dict[str, Any]:
    """Krippendorff's alpha of each slot, over claims that two persons or more judged."""
    made = desk.ledger.judgements()
    slots = [asdict(each) for each in agreement(made)]
    return {"units": sum(each["units"] for each in slots), "coders": coders(made), "slots": slots}


@router.post("/judgements", status_code=201)
def judge(desk: AtDesk, person: AtWork, asked: Asked) -> dict[str, Any]:
    """Keep a decision. It holds until a later one on the same matter."""
    made = _made(desk, asked, person.user.name)
    person.require(least_to_judge(made, desk.ledger.rulings().before(made)))
    expected = asked.expected or 0 if "expected" in asked.model_fields_set else None
    return judged(desk.ledger.judge(made, expected=expected))


def _made(desk: Desk, asked: Asked, by: str) -> Judgement:
    claims = [desk.ledger.claim(each)[1].id for each in (asked.claim, asked.other) if each]
    part, place = slot(asked.slot) if asked.slot else None, _place(asked.place)
    named = place.name if part and place else ""
    return Judgement(
        subject=asked.subject,
        name=asked.name or named,
        decision=asked.decision,
        by=by,
        why=asked.why,
        at=datetime.now(UTC),
        report=desk.ledger.digest(asked.report) if asked.report else None,
        place=place,
        party=_party(asked.party),
        claim=claims[0] if claims else None,
        other=claims[1] if len(claims) > 1 else None,
        slot=part,
        value=slot_value(part, asked.value) if part and asked.value else None,
        named=tuple(Meant(each.name, _party(each.party)) for each in asked.named),
    )


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
