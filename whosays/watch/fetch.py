"""One question over HTTP, with a limit to all that an answer may cost."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from importlib.metadata import version

from whosays.watch.dialling import cut_off, dial
from whosays.watch.unpacking import Unpacker
from whosays.watch.urls import RefusedError, Url

LARGEST = 1 << 24
"""Bytes of an answer, unpacked: 16 MiB. Feeds with a hundred whole articles have one or two."""
LONGEST = 60.0
"""Seconds that one answer may take."""
MOST_REDIRECTS = 5

_CHUNK = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)
_FIELDS = {
    "User-Agent": f"whosays/{version('whosays')} (reader of feeds)",
    "Accept": "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the body only with status 200."""

    status: int
    fields: Message
    body: bytes


def fetch(address: str, fields: Mapping[str, str], *, private: bool) -> Answer:
    """The answer to a GET of `address` with these header fields, after redirects.

    Raises RefusedError if there is none, if it is too large, or if the address, or a redirect, is not public,
    unless `private` ones are allowed.
    """
    url = Url.parsed(address)
    for _ in range(MOST_REDIRECTS + 1):
        answer = _exchanged(url, fields, private=private)
        location = answer.fields.get("Location")
        if answer.status not in _REDIRECTS or not location:
            return answer
        url = url.redirected(location)
    raise RefusedError(f"it redirects more than {MOST_REDIRECTS} times")


def _exchanged(url: Url, fields: Mapping[str, str], *, private: bool) -> Answer:
    with (
        _explained(),
        closing(dial(url.host, url.port, private=private)) as raw,
        cut_off(raw, LONGEST) as late,
    ):
        try:
            answer = _answered(_connection(url, raw), url, fields)
        except (RefusedError, OSError, HTTPException) as error:
            if late.is_set():
                raise _too_slow() from error
            raise
        if late.is_set():
            raise _too_slow()
        return answer


def _connection(url: Url, raw: socket.socket) -> HTTPConnection:
    """HTTP over a connection that is made already, encrypted and authenticated where the address says so."""
    if url.scheme == "http":
        connection = HTTPConnection(url.host, url.port)
        connection.sock = raw
        return connection
    context = ssl.create_default_context()
    secure = HTTPSConnection(url.host, url.port, context=context)
    secure.sock = context.wrap_socket(raw, server_hostname=url.host)
    return secure


def _answered(connection: HTTPConnection, url: Url, fields: Mapping[str, str]) -> Answer:
    with closing(connection):
        connection.request("GET", url.target, headers=_FIELDS | dict(fields))
        response = connection.getresponse()
        body = _body(response) if response.status == 200 else b""
        return Answer(response.status, response.headers, body)


def _body(response: HTTPResponse) -> bytes:
    unpacker, body = Unpacker(response.headers.get("Content-Encoding", "")), bytearray()
    while piece := response.read1(_CHUNK):
        body += unpacker.unpacked(piece, LARGEST + 1 - len(body))
        if len(body) > LARGEST:
            raise RefusedError(f"it is more than {LARGEST >> 20} MiB, too much for a feed")
    if response.length or not unpacker.is_complete:
        raise RefusedError("its answer is cut short")
    return bytes(body)


def _too_slow() -> RefusedError:
    return RefusedError(f"its answer takes more than {LONGEST:.0f} seconds")


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (OSError, HTTPException, UnicodeError) as error:
        raise RefusedError(_reason(error)) from error


def _reason(error: Exception) -> str:
    match error:
        case ssl.SSLCertVerificationError():
            return f"its certificate cannot be trusted: {error.verify_message}"
        case ssl.SSLError():
            return "no secure connection can be made to it"
        case TimeoutError():
            return "it does not answer in time"
        case socket.gaierror():
            return "its host is not known"
        case OSError() if error.strerror:
            return f"it cannot be reached: {error.strerror.lower()}"
        case _:
            return "its answer is not HTTP"
