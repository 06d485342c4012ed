"""How often somebody may ask, and how often somebody may try a token."""

from __future__ import annotations

from fastapi import HTTPException
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

REQUESTS = parse("1200/minute")
"""Of one user: a page that is looked through quickly asks some ten times a second."""

ATTEMPTS = parse("10/15minutes")
"""With tokens that are nobody's, from one address."""


class Limits:
    """Counts of requests and failed attempts since the server started."""

    def __init__(self) -> None:
        self._counts = MovingWindowRateLimiter(MemoryStorage())

    def count_request(self, user: str) -> None:
        """Count a request of a user. Raises HTTPException (429) if there are too many."""
        if not self._counts.hit(REQUESTS, "user", user):
            raise _too_many("too many requests; wait a minute", REQUESTS.get_expiry())

    def require_attempts(self, address: str) -> None:
        """Raise HTTPException (429) if too many tokens of nobody came from an address."""
        if not self._counts.test(ATTEMPTS, "address", address):
            raise _too_many("too many tokens that are nobody's; try again later", ATTEMPTS.get_expiry())

    def count_failure(self, address: str) -> None:
        """Count a token that is nobody's."""
        self._counts.hit(ATTEMPTS, "address", address)


def _too_many(sentence: str, seconds: int) -> HTTPException:
    return HTTPException(429, sentence, {"Retry-After": str(seconds)})
