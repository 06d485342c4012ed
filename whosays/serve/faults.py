"""From exceptions to HTTP: one table, and one sentence for each (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from whosays.model import ConflictError, InputError, LedgerError, NotFoundError, UsageError, WhosaysError
from whosays.serve.records import judged

STATUSES: dict[type[Exception], int] = {
    NotFoundError: 404,
    UsageError: 422,
    InputError: 422,
    LedgerError: 503,
}
"""The status of each expected error; that of the closest class counts."""

TITLES = {
    401: "Not signed in",
    403: "Not allowed",
    429: "Too many",
    404: "Not found",
    405: "Not allowed",
    409: "Judged meanwhile",
    413: "Too large",
    422: "Not understood",
    503: "Ledger failed",
}


class Unchanged(Exception):  # noqa: N818 - no error: nothing is new
    """What the client has is what it would get."""


class Problem(JSONResponse):
    """An error as `application/problem+json`."""

    media_type = "application/problem+json"

    def __init__(
        self, status: int, detail: str, headers: Mapping[str, str] | None = None, **further: Any
    ) -> None:
        about = {"type": "about:blank", "title": TITLES.get(status, "Error"), "status": status}
        super().__init__({**about, "detail": detail, **further}, status_code=status, headers=headers)


def add(app: FastAPI) -> None:
    """Let the application answer errors so."""
    app.add_exception_handler(WhosaysError, _expected)
    app.add_exception_handler(ConflictError, _conflict)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Unchanged, _unchanged)


async def _expected(_request: Request, error: Exception) -> Problem:
    status = next((STATUSES[of] for of in type(error).__mro__ if of in STATUSES), 500)
    return Problem(status, str(error))


async def _conflict(_request: Request, error: Exception) -> Problem:
    assert isinstance(error, ConflictError)  # noqa: S101 - what it is registered for
    return Problem(409, str(error), judgement=jsonable_encoder(judged(error.judgement)))


async def _invalid(_request: Request, error: Exception) -> Problem:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what it is registered for
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part not in ("query", "path", "body"))
    return Problem(422, f"{where or 'the request'}: {first['msg']}")


async def _http(_request: Request, error: Exception) -> Problem:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    return Problem(error.status_code, str(error.detail), error.headers)


async def _unchanged(_request: Request, _error: Exception) -> Response:
    return Response(status_code=304)
