"""Addresses of the web, as far as a watcher goes to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]+")
_KEPT = "/%:@!$&'()*+,;=?~-._"
"""Characters of a path and query that are sent as they are."""


class RefusedError(Exception):
    """Nothing can be had from an address; the message is a clause that says why."""


@dataclass(frozen=True, slots=True)
class Url:
    """Where to connect to, and what to ask for there."""

    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def parsed(cls, written: str) -> Url:
        """The parts of an address. Raises RefusedError if it is not of HTTP or HTTPS, or holds a password."""
        try:
            parts = urlsplit(written.strip())
            host, port = _ascii(parts.hostname or ""), parts.port
        except ValueError as error:
            raise RefusedError("this is no address of the web") from error
        if parts.scheme not in _PORTS:
            raise RefusedError("only addresses with http:// and https:// are asked")
        if "@" in parts.netloc:
            raise RefusedError("an address with a user's name or password is not asked; take that out")
        if not _HOST.fullmatch(host):
            raise RefusedError("this is no address of the web")
        path = quote(parts.path or "/", safe=_KEPT)
        query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
        return cls(parts.scheme, host, port or _PORTS[parts.scheme], path + query)

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"

    def redirected(self, location: str) -> Url:
        """Where this one redirects to. Raises RefusedError as `parsed` does, or if encryption is given up."""
        found = Url.parsed(_joined(str(self), location))
        if self.scheme == "https" and found.scheme == "http":
            raise RefusedError("it redirects from https to http, where anybody could change what it says")
        return found


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _joined(base: str, location: str) -> str:
    try:
        return urljoin(base, location)
    except ValueError as error:
        raise RefusedError("it redirects to what is no address of the web") from error
