"""Who is at work: one person at this computer, or whose token or session of a team comes with a request."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import Depends, HTTPException, Request

from whosays.ledger import Team
from whosays.model import Role, User
from whosays.serve.guard import SAFE
from whosays.serve.limits import Limits
from whosays.serve.roles import ROUTES

COOKIE = "whosays_session"
CSRF_HEADER = "X-CSRF-Token"


@dataclass(frozen=True, slots=True)
class Person:
    """Who makes a request. `csrf` is what a page must send with writes, None where there is no session."""

    user: User
    csrf: str | None = None

    def require(self, least: Role) -> None:
        """Raise HTTPException (403) if this person may not do what takes `least`."""
        if not self.user.role.may(least):
            raise HTTPException(403, f"this takes the role {least}; {self.user.name} is {self.user.role}")


class Gate(Protocol):
    """Lets requests pass."""

    def admit(self, request: Request, deed: str, least: Role) -> Person:
        """Who makes the request. Raises HTTPException if they may not."""


class OnePerson:
    """Whoever is at this computer may do everything."""

    def __init__(self, name: str) -> None:
        self._person = Person(User(name, Role.ADMIN))

    def admit(self, _request: Request, _deed: str, _least: Role) -> Person:
        """The person."""
        return self._person


class TeamGate:
    """Users with a token, or with a session that a token opened, as far as their role reaches."""

    def __init__(self, team: Team) -> None:
        self.team = team
        self._limits = Limits()

    def admit(self, request: Request, deed: str, least: Role) -> Person:
        """Who makes the request; a write stands in the audit log before it is done."""
        person = self._person(request)
        self._limits.count_request(person.user.name)
        if request.method not in SAFE:
            allowed = person.user.role.may(least)
            self.team.note(person.user.name, "did" if allowed else "was refused", deed)
        person.require(least)
        return person

    def user_of(self, token: str, request: Request) -> User:
        """Whose token it is. Raises HTTPException: 401 if nobody's, 429 after too many of these."""
        address = request.client.host if request.client else ""
        self._limits.require_attempts(address)
        found = self.team.by_token(token)
        if found is None:
            self._limits.count_failure(address)
            self.team.note("nobody", "was refused", f"a token from {address}")
            raise _unknown("this token is nobody's, or its user may not work any more")
        return found

    def _person(self, request: Request) -> Person:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return Person(self.user_of(token.strip(), request))
        session = request.cookies.get(COOKIE, "")
        user = self.team.by_session(session) if session else None
        if user is None:
            raise _unknown("sign in with your token")
        return _at_page(Person(user, csrf(session)), request)


def csrf(session: str) -> str:
    """What the page of a session sends with writes: another site's page cannot know it."""
    return hmac.digest(session.encode(), b"csrf", "sha256").hex()


def _at_page(person: Person, request: Request) -> Person:
    sent = request.headers.get(CSRF_HEADER, "").encode()
    if request.method not in SAFE and not hmac.compare_digest(sent, (person.csrf or "").encode()):
        raise HTTPException(403, f"a write with a session needs its {CSRF_HEADER}; load the page again")
    return person


def _unknown(sentence: str) -> HTTPException:
    return HTTPException(401, sentence, {"WWW-Authenticate": "Bearer"})


def admitted(request: Request) -> Person | None:
    """Who makes a request; None for a route that nobody needs to be known for."""
    gate: Gate = request.app.state.gate
    path = request.scope["route"].path.removeprefix(request.app.state.prefix)
    least = ROUTES.get((request.method, path), Role.ADMIN)
    return gate.admit(request, f"{request.method} {request.url.path}", least) if least else None


AtWork = Annotated[Person, Depends(admitted)]
"""A route's way to who makes the request."""
