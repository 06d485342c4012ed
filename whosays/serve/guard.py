"""What every answer must carry, and which requests are not answered at all."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from starlette.middleware.gzip import GZipMiddleware

from whosays.serve.faults import Problem

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

LARGEST = 64 * 2**20
"""Bytes of a request's body."""

GZIPPED = 1024
"""Bytes from which an answer is packed."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing runs that is not the page's own, and nothing leaves the machine, whatever a report holds."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

Next = Callable[[Request], Awaitable[Response]]


def add(app: FastAPI, hosts: tuple[str, ...]) -> None:
    """Guard the application, which is reached by the names `hosts`."""

    async def guarded(request: Request, go_on: Next) -> Response:
        answer = _refused(request, hosts) or await go_on(request)
        answer.headers.update(HEADERS)
        return answer

    app.add_middleware(GZipMiddleware, minimum_size=GZIPPED)
    app.middleware("http")(guarded)


def _refused(request: Request, hosts: tuple[str, ...]) -> Problem | None:
    host = request.headers.get("host", "")
    if _name(host) not in hosts:
        return Problem(421, f"{host!r} is no name of this server; open it as http://{hosts[0]}")
    origin = request.headers.get("origin")
    if request.method not in SAFE and origin is not None and origin.split("://")[-1] != host:
        return Problem(403, "another site's page may not write to this ledger")
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > LARGEST:
        return Problem(413, f"more than {LARGEST >> 20} MiB at once; use `whosays add` for files as large")
    return None


def _name(host: str) -> str:
    """The host without its port; an address of IPv6 stands in brackets."""
    return host if host.endswith("]") else host.rpartition(":")[0] or host
