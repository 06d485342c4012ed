"""A model that says what a test tells it to, served over HTTP on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Answer = tuple[int, str]
"""A status and a body."""


def completion(content: str) -> Answer:
    """A chat completion with that content."""
    return 200, json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]})


def claims(*found: dict[str, Any]) -> Answer:
    """A chat completion that is all that was asked for."""
    return completion(json.dumps({"claims": list(found)}))


@dataclass
class Served:
    """What was asked, and what is still to be answered; the last answer is given again and again."""

    answers: list[Answer]
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    def next(self) -> Answer:
        """The next answer."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def served(*answers: Answer) -> Iterator[Served]:
    """Serves the answers, in order, on a free port."""
    state = Served(list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            state.asked.append(json.loads(asked) | {"path": self.path})
            state.keys.append(self.headers.get("Authorization"))
            status, body = state.next()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body.encode())))
            if status in (301, 302, 307):
                self.send_header("Location", f"http://127.0.0.1:{server.server_port}/elsewhere")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}/v1"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
