"""The application: one ledger, its routes under `/api/v1`, and the page at `/`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI

from whosays.ledger import Ledger
from whosays.serve import faults, frontend, guard
from whosays.serve.desk import Desk
from whosays.serve.gate import OnePerson, TeamGate, admitted
from whosays.serve.routes import ROUTERS, TEAM_ROUTERS

PREFIX = "/api/v1"


def create_app(ledger: Ledger, user: str | None, *, hosts: tuple[str, ...] = guard.LOOPBACK) -> FastAPI:
    """The API and the page over an open ledger, for one person, `user`, or for its team where that is None.

    Requests must name one of `hosts`: else a page elsewhere could reach a server on this computer by a name
    of its own. The ledger is not closed.
    """
    app = FastAPI(
        title="whosays",
        version=version("whosays"),
        summary="Who says what happened, and who says otherwise.",
        lifespan=_lifespan(desk := Desk(ledger)),
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{PREFIX}/openapi.json",
    )
    app.state.desk = desk
    app.state.gate = TeamGate(ledger.team) if user is None else OnePerson(user)
    app.state.prefix = PREFIX
    for router in ROUTERS if user else (*ROUTERS, *TEAM_ROUTERS):
        app.include_router(router, prefix=PREFIX, dependencies=[Depends(admitted)])
    faults.add(app)
    frontend.add(app)
    guard.add(app, hosts)
    return app


def _lifespan(desk: Desk) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def run(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    return run
