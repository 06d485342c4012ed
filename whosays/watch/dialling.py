"""Connections to public addresses alone, and none for longer than it may take."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Timer
from typing import Any

from whosays.watch.addresses import is_public
from whosays.watch.urls import RefusedError

CONNECTING = 10.0
"""Seconds in which an address must answer."""
SILENCE = 20.0
"""Seconds in which something must come, once it has answered."""


def dial(host: str, port: int, *, private: bool) -> socket.socket:
    """A connection to one of the host's addresses, the first that answers.

    The host's name is looked up once, and the connection is made to an address that was looked at, so that
    a name which changes its meaning in between leads nowhere else. Unless `private` ones are allowed, all of
    its addresses must be public. Raises RefusedError if they are not, OSError if none answers.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, address in found:
        if not private and not is_public(str(address[0])):
            raise RefusedError(
                f"{host} is at {address[0]}, which is not on the public internet; --allow-private asks it"
            )
    return _first(found)


@contextmanager
def cut_off(connection: socket.socket, after: float) -> Iterator[Event]:
    """Ends the connection when so many seconds have passed, however little by little it goes on until then.

    The event tells whether it did. A limit on each answer alone could be stretched for days.
    """
    other, late = connection.dup(), Event()  # the connection itself is handed over to its encryption

    def end() -> None:
        late.set()
        with suppress(OSError):
            other.shutdown(socket.SHUT_RDWR)

    timer = Timer(after, end)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()
        other.close()


def _first(found: Iterable[tuple[Any, ...]]) -> socket.socket:
    failed: OSError = OSError("no address")
    for family, kind, protocol, _, address in found:
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(CONNECTING)
            connection.connect(address)
        except OSError as error:
            connection.close()
            failed = error
        else:
            connection.settimeout(SILENCE)
            return connection
    raise failed
