"""Feeds that a test says, served over HTTP on this computer."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any


@dataclass(frozen=True)
class Said:
    """An answer, with its body's length unless a field states another, then pieces with waits between."""

    status: int = 200
    body: bytes = b""
    fields: Mapping[str, str] = field(default_factory=dict)
    pieces: tuple[bytes, ...] = ()


@dataclass
class Server:
    """What is answered at each path, and what was asked: the path and the header fields."""

    url: str
    answers: dict[str, Said] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    closing: Event = field(default_factory=Event)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def served(certificate: Path | None = None) -> Iterator[Server]:
    """A server on a free port, encrypted if it has a certificate (a PEM file with its key)."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.at_once += 1
            state.most_at_once = max(state.most_at_once, state.at_once)
            state.asked.append((self.path, dict(self.headers)))
            with suppress(OSError):
                self._answer(_as_asked(state.answers.get(self.path, Said(404)), dict(self.headers)))
            state.at_once -= 1

        def _answer(self, said: Said) -> None:
            self.send_response(said.status)
            for name, value in ({"Content-Length": str(len(said.body))} | dict(said.fields)).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said.body)
            for piece in said.pieces:
                self.wfile.write(piece)
                state.closing.wait(0.05)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    state = Server(f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}")
    Thread(target=lambda: server.serve_forever(0.01), daemon=True).start()
    try:
        yield state
    finally:
        state.closing.set()
        server.shutdown()
        server.server_close()


def _as_asked(said: Said, fields: Mapping[str, str]) -> Said:
    """Nothing but "not modified" where the one who asks has this very answer."""
    etag = said.fields.get("ETag")
    return Said(304, fields={"ETag": etag}) if etag and fields.get("If-None-Match") == etag else said


@contextmanager
def raw(*said: bytes) -> Iterator[str]:
    """The address of a server that says these bytes to whoever connects, whatever they ask."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    with connection:
                        connection.recv(4096)
                        for piece in said:
                            connection.sendall(piece)

        Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
