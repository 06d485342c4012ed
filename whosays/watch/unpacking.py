"""Answers that come packed, unpacked no further than they may."""

from __future__ import annotations

import zlib

from whosays.watch.urls import RefusedError

_GZIP = ("gzip", "x-gzip")


class Unpacker:
    """Unpacks an answer piece by piece, by the encoding that it says it has."""

    def __init__(self, encoding: str) -> None:
        """Raises RefusedError for an encoding that was not asked for."""
        named = encoding.strip().lower()
        if named not in ("", "identity", *_GZIP):
            raise RefusedError("its answer is packed in a way that was not asked for")
        self._gzip = zlib.decompressobj(zlib.MAX_WBITS | 16) if named in _GZIP else None

    def unpacked(self, piece: bytes, most: int) -> bytes:
        """At most so many bytes of what a piece holds. Raises RefusedError if it is damaged."""
        if self._gzip is None:
            return piece[:most]
        try:
            return self._gzip.decompress(piece, most)
        except zlib.error as error:
            raise RefusedError("its answer is damaged") from error

    @property
    def is_complete(self) -> bool:
        """Whether nothing more is to come."""
        return self._gzip is None or self._gzip.eof
