"""Signing in and out at the page of a team."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from whosays.ledger.team import SESSION_HOURS
from whosays.serve.gate import COOKIE, AtWork, TeamGate, csrf

router = APIRouter(tags=["session"])


class Token(BaseModel):
    """What `whosays user add` printed."""

    token: str = Field(min_length=1, max_length=200)


@router.post("/session", status_code=201)
def sign_in(request: Request, response: Response, given: Token) -> dict[str, Any]:
    """Open a session by a token. Writes need `csrf` in the header X-CSRF-Token."""
    gate: TeamGate = request.app.state.gate
    user = gate.user_of(given.token, request)
    id_ = gate.team.open_session(user)
    response.set_cookie(
        COOKIE,
        id_,
        max_age=SESSION_HOURS * 3600,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    response.headers["Cache-Control"] = "no-store"
    return {"user": {"name": user.name, "role": user.role}, "csrf": csrf(id_)}


@router.delete("/session", status_code=204)
def sign_out(request: Request, response: Response, person: AtWork) -> None:
    """End the session."""
    gate: TeamGate = request.app.state.gate
    gate.team.close_session(request.cookies.get(COOKIE, ""), person.user)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
