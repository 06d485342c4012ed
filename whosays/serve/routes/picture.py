"""The picture: claims by place, day and sort, and what has changed in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from whosays.ground.parties import Registry
from whosays.ledger import Changed, Picture, Spot
from whosays.model import PlacePrecision
from whosays.serve.asked import Answering, Tagged, Wanted, moment
from whosays.serve.desk import AtDesk
from whosays.serve.records import place

router = APIRouter(tags=["picture"])

POINTS = frozenset({PlacePrecision.EXACT, PlacePrecision.TOWN})
"""What a point on a map may stand for; all else is an area, and never a pin."""


TITLED = 200
"""Changes that are given with a title, for which their claims must be read."""


@router.get("/picture", response_model=dict[str, Any])
def picture(desk: AtDesk, answer: Answering, wanted: Wanted) -> Response:
    """How many claims there are where, when and of what sort; those without place or day apart."""
    return answer(lambda: _drawn(desk.picture(wanted)))


def _drawn(found: Picture) -> dict[str, Any]:
    points = [spot for spot in found.spots if spot.place.precision in POINTS]
    vague = [spot for spot in found.spots if spot.place.precision not in POINTS]
    return {
        "total": found.total,
        "points": list(map(_spot, points)),
        "vague": list(map(_spot, vague)),
        "unplaced": found.unplaced,
        "days": [{"day": day, "claims": claims} for day, claims in found.days.items()],
        "undated": found.undated,
        "facets": {name: list(_facet(name, found)) for name in found.facets},
    }


@router.get("/changes", dependencies=[Tagged])
def changes(desk: AtDesk, since: datetime) -> list[dict[str, Any]]:
    """The incidents that are new, revised or withdrawn since a moment, the first of them with a title."""
    found = desk.ledger.changes(moment(since))
    titles = desk.ledger.titles([each.id for each in found[:TITLED]])
    return [_changed(each) | {"title": titles.get(each.id)} for each in found]


def _spot(spot: Spot) -> dict[str, Any]:
    counts = {"written": spot.written, "claims": spot.claims, "disputed": spot.disputed}
    return {**(place(spot.place) or {}), **counts}


def _facet(name: str, found: Picture) -> Iterable[dict[str, Any]]:
    registry = Registry.default()
    for value, claims in found.facets[name]:
        party = registry.get(value) if name == "party" else None
        yield {"value": value, "label": party.names[0] if party else value, "claims": claims}


def _changed(changed: Changed) -> dict[str, Any]:
    sort = "new" if not changed.then else "revised" if changed.now else "withdrawn"
    return {"id": changed.id, "change": sort, "then": changed.then, "now": changed.now, "kept": changed.kept}
