"""A text as the words that are compared, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from whosays.reconcile.copies.furniture import Furniture
from whosays.reconcile.copies.tokens import tokens

Ids = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]

_ODD = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text in order, without its furniture; equal words have equal `ids`, in every process.

    `starts` and `ends` are code points. `telling` marks words that few texts would share by chance.
    """

    ids: Ids
    starts: Positions
    ends: Positions
    telling: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)

    def shingles(self, size: int) -> Ids:
        """A hash of every run of `size` words, by its first word; evenly spread over 64 bits."""
        count = len(self) - size + 1
        hashed = np.zeros(max(count, 0), np.uint64)
        for n in range(size if count > 0 else 0):
            hashed = hashed * _ODD + self.ids[n : n + count]
        # The finalizer of SplitMix64 (Steele, Lea and Flood 2014): a smallest hash must be any of them.
        hashed = (hashed ^ (hashed >> np.uint64(30))) * _MIX[0]
        hashed = (hashed ^ (hashed >> np.uint64(27))) * _MIX[1]
        return np.asarray(hashed ^ (hashed >> np.uint64(31)), np.uint64)


@lru_cache(maxsize=4096)
def words(text: str) -> Words:
    """The words of a text. The last few thousand texts are remembered: one is compared with many others."""
    furniture, found = Furniture.default(), list(tokens(text))
    dropped = furniture.dropped(text, found)
    kept = [token for n, token in enumerate(found) if n not in dropped]
    ids = tuple(token.id for token in kept)
    return Words(
        np.array(ids, np.uint64),
        np.array([token.start for token in kept], np.int64),
        np.array([token.end for token in kept], np.int64),
        np.array(furniture.telling(ids), np.bool_),
    )
