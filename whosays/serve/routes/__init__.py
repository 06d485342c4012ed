"""The routes, one module a noun."""

from whosays.serve.routes import (
    claims,
    control,
    incidents,
    judgements,
    ledger,
    parties,
    picture,
    places,
    readings,
    reports,
)

ROUTERS = (
    ledger.router,
    picture.router,
    claims.router,
    incidents.router,
    reports.router,
    control.router,
    parties.router,
    places.router,
    judgements.router,
    readings.router,
)

__all__ = ["ROUTERS"]
