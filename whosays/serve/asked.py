"""What a request asks for: filters as on the command line, pages, moments, and whether anything is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from hashlib import blake2b
from itertools import islice
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Depends, Query, Request
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field

from whosays.ledger import ClaimFilter
from whosays.model import Kind, Stance, UsageError
from whosays.serve.desk import AtDesk
from whosays.serve.faults import Unchanged
from whosays.serve.gate import AtWork

T = TypeVar("T")
MOST = 500
"""Items that a page has at most."""

Limit = Annotated[int, Query(ge=1, le=MOST, description="Items of a page, at most.")]
Cursor = Annotated[
    str | None, Query(max_length=200, description="`next` of the page before, for the one after it.")
]
Moment = Annotated[datetime | None, Query(description="As the ledger had it then, with its zone.")]


class Page(BaseModel, Generic[T]):
    """A part of a list. `next` is the cursor of the part after it, null at the end."""

    items: list[T]
    next: str | None = Field(None, examples=["4e79bb4f5ccac694"])


def page(
    found: Iterable[T], limit: int, shape: Callable[[T], Any], cursor: Callable[[T], str]
) -> dict[str, Any]:
    """The first items of a list that begins where the cursor says, and the next cursor."""
    first = list(islice(found, limit + 1))
    more = len(first) > limit
    return {
        "items": [shape(each) for each in first[:limit]],
        "next": cursor(first[limit - 1]) if more else None,
    }


def _filter(
    place: Annotated[str | None, Query(description="Part of a place's name, or a GeoNames id.")] = None,
    voice: Annotated[str | None, Query(description="Part of a voice's name, or a party's id.")] = None,
    kind: Kind | None = None,
    stance: Stance | None = None,
    since: date | None = None,
    until: date | None = None,
    party: Annotated[str | None, Query(description="A party's id: it speaks, acts or suffers.")] = None,
    disputed: Annotated[bool, Query(description="Those that accounts part on.")] = False,
    text: Annotated[
        str | None, Query(max_length=500, description="Words that all stand in the claim.")
    ] = None,
) -> ClaimFilter:
    return ClaimFilter(
        voice=voice or None,
        kind=kind,
        place=place or None,
        since=since,
        until=until,
        stance=stance,
        text=text or None,
        party=party or None,
        disputed=disputed,
    )


Wanted = Annotated[ClaimFilter, Depends(_filter)]
"""The claims that a request asks for, by the options of `whosays claims`."""


def moment(at: datetime) -> datetime:
    """A moment in UTC. Raises UsageError where its zone is missing."""
    if at.tzinfo is None:
        raise UsageError(f"{at.isoformat()}: a moment needs its zone, as in 2026-03-14T09:30:00Z")
    return at.astimezone(UTC)


def _tag(request: Request, response: Response, desk: AtDesk, person: AtWork) -> None:
    whose = blake2b(f"{person.user} {person.csrf}".encode(), digest_size=6).hexdigest()
    tag = f'W/"{desk.version()}.{whose}"'
    if tag in request.headers.get("if-none-match", ""):
        raise Unchanged
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-cache"


Tagged = Depends(_tag)
"""For routes whose answer depends on the ledger alone: 304 if nothing in it is new."""


class Answer:
    """Gives an answer that depends on the ledger and the request's address alone, and keeps it meanwhile."""

    def __init__(
        self, request: Request, response: Response, desk: AtDesk, _new: Annotated[None, Tagged]
    ) -> None:
        self._desk = desk
        self._address = f"{request.url.path}?{request.url.query}"
        self._headers = dict(response.headers)

    def __call__(self, make: Callable[[], Any]) -> Response:
        """What `make` gives, as JSON: made again only once the ledger is another."""
        body = self._desk.remembered("answer", self._address, lambda: _json(make()))
        return Response(body, media_type="application/json", headers=self._headers)


def _json(found: Any) -> bytes:
    return bytes(JSONResponse(jsonable_encoder(found)).body)


Answering = Annotated[Answer, Depends()]
"""For routes whose answers are asked for again and again, by many."""
