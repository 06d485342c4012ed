"""Parties: who backs, fights and belongs to whom, by the registry and by reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from whosays.ground.parties import Registry
from whosays.ledger import ClaimFilter, StoredClaim
from whosays.model import Kind, NotFoundError, Party, Tie
from whosays.serve.asked import Answering, Tagged
from whosays.serve.desk import AtDesk, Desk
from whosays.serve.records import meta

router = APIRouter(tags=["parties"])


@router.get("/parties", response_model=dict[str, Any])
def parties(desk: AtDesk, answer: Answering, on: date | None = None) -> Response:
    """The parties that claims name most, and the ties among them on a day, each with whose word it is."""
    return answer(lambda: _all(desk, on))


def _all(desk: Desk, on: date | None) -> dict[str, Any]:
    registry = Registry.default()
    counts = dict(desk.picture(ClaimFilter()).facets["party"])
    said = [tie for stored in desk.ledger.claims(ClaimFilter(kind=Kind.BACKING)) for tie in _said(stored)]
    known = [party for party in registry if party.id in counts and party.lives(on)]
    ids = {party.id for party in known} | {tie[end] for tie in said for end in ("from", "to")}
    return {
        "nodes": [_node(registry, id_, counts.get(id_, 0)) for id_ in sorted(ids)],
        "ties": [tie for party in known for tie in _registered(party, ids, on)] + said,
    }


@router.get("/parties/{party_id}", dependencies=[Tagged])
def party(desk: AtDesk, party_id: str) -> dict[str, Any]:
    """A party by the registry, and the claims of backing with it on either side."""
    found = Registry.default().get(party_id)
    if found is None:
        raise NotFoundError(f"no party has the id {party_id!r}")
    return {
        "id": found.id,
        "names": found.names,
        "sort": found.sort,
        "countries": found.countries,
        "parent": found.parent,
        "since": found.since,
        "until": found.until,
        "ties": [_tie(found, tie) for tie in found.ties],
        "said": [tie for stored in desk.ledger.backing(found.id) for tie in _said(stored)],
    }


def _node(registry: Registry, id_: str, claims: int) -> dict[str, Any]:
    known = registry.get(id_)
    return {
        "id": id_,
        "name": known.names[0] if known else id_,
        "sort": known.sort if known else None,
        "claims": claims,
    }


def _registered(party: Party, ids: set[str], on: date | None) -> Iterator[dict[str, Any]]:
    for tie in party.ties:
        if tie.party in ids and _holds(tie, on):
            yield _tie(party, tie)
    if party.parent in ids:
        yield {"from": party.id, "to": party.parent, "tie": "belongs to", "by": "registry", "claims": []}


def _tie(party: Party, tie: Tie) -> dict[str, Any]:
    return {
        "from": party.id,
        "to": tie.party,
        "tie": tie.kind.replace("_", " "),
        "since": tie.first,
        "until": tie.last,
        "by": "registry",
        "basis": tie.basis,
        "claims": [],
    }


def _holds(tie: Tie, on: date | None) -> bool:
    return on is None or ((tie.first or on.year) <= on.year <= (tie.last or on.year))


def _said(stored: StoredClaim) -> Iterator[dict[str, Any]]:
    """The ties that a claim of backing tells of, by whose word."""
    claim = stored.claim
    for one in claim.actor:
        for other in claim.target:
            if one.party and other.party and one.party != other.party:
                yield {
                    "from": one.party,
                    "to": other.party,
                    "tie": "backs",
                    "stance": claim.stance,
                    "by": "claims",
                    "voices": [voice.name for voice in claim.voices],
                    "report": meta(stored.report),
                    "quote": claim.evidence.quote,
                    "claims": [claim.id],
                }
