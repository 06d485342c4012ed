"""Entries of the gazetteer by name, for whoever corrects a place, and the names that claims use."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from whosays.ground.gazetteer import Gazetteer, exact_key
from whosays.ground.places.alone import ranked
from whosays.ledger import NameUse
from whosays.serve.asked import Tagged
from whosays.serve.desk import AtDesk
from whosays.serve.records import judged, place

router = APIRouter(tags=["places"])

MOST = 20
Name = Annotated[str, Query(min_length=1, max_length=200, description="A name as a report writes it.")]


@router.get("/places")
def places(text: Name) -> list[dict[str, Any] | None]:
    """The places that a name may mean, the likeliest first."""
    if not exact_key(text):
        return []
    return [place(each.candidate.place) for each in ranked(text, Gazetteer.open().lookup(text))[:MOST]]


@router.get("/names/places", dependencies=[Tagged])
def place_names(desk: AtDesk, text: str = "") -> list[dict[str, Any]]:
    """The names of places in claims and what they are taken for, most used first."""
    return [_use(each) for each in desk.ledger.places(text)[:500]]


@router.get("/names/parties", dependencies=[Tagged])
def party_names(desk: AtDesk, text: str = "") -> list[dict[str, Any]]:
    """The names of voices, actors and targets and whom they are taken for, likewise."""
    return [_use(each) for each in desk.ledger.parties(text)[:500]]


def _use(use: NameUse) -> dict[str, Any]:
    return {
        "name": use.name,
        "place": place(use.place),
        "party": use.party,
        "claims": use.claims,
        "reports": use.reports,
        "judgement": judged(use.judgement) if use.judgement else None,
    }
