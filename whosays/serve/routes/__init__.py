"""The routes, one module a noun."""

from whosays.serve.routes import (
    audit,
    claims,
    control,
    copies,
    incidents,
    judgements,
    ledger,
    parties,
    picture,
    places,
    queue,
    readings,
    reports,
    session,
)

ROUTERS = (
    ledger.router,
    picture.router,
    claims.router,
    incidents.router,
    reports.router,
    copies.router,
    control.router,
    parties.router,
    places.router,
    queue.router,
    judgements.router,
    readings.router,
)

TEAM_ROUTERS = (session.router, audit.router)
"""Those that a team has besides."""

__all__ = ["ROUTERS", "TEAM_ROUTERS"]
