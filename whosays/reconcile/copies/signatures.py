"""What a ledger keeps of a text to find those that share a passage with it.

Every window of WINDOW successive shingles of SIZE words leaves its smallest hash. That is MinHash with one
permutation over windows that slide by a word, called winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003).

Bands of sketches of fixed windows, as of the library datasketch, need windows of two texts to fall together,
which a cut sentence upsets. Here they always do: a run of SIZE + 2 * WINDOW - 1 equal words leaves two hashes
for certain unless there are formulae in it. One hash is left for about four words, where sketches leave bands
for every window; a report takes a tenth of a millisecond and nothing but numpy.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from whosays.reconcile.copies.words import words

SIZE = 5
"""Words of a shingle."""

WINDOW = 7
"""Shingles of a window."""

TELLING = 3
"""Telling words without which a shingle leaves no hash: unrelated reports would meet in formulae."""

SHARED = 2
"""Signatures that two texts must have in common to be worth comparing, or all of one if it has fewer."""

COMMON = 100
"""Reports with a signature in common from which on it is a formula and looked up no more.

Without it every formula that the lexicon does not know would have all reports compared that use it.
"""

_NEVER = np.uint64(2**64 - 1)


def worth_comparing(shared: int, one: int, other: int) -> bool:
    """Whether texts with `one` and `other` signatures, `shared` in common, may have a passage in common."""
    return shared >= max(1, min(SHARED, one, other))


def signatures(text: str) -> tuple[int, ...]:
    """Hashes to look up: two texts with a passage in common have some of them in common.

    Signed 64-bit integers in rising order, each once, about one for every four words; the same in every
    process. None where there are fewer than SIZE words.
    """
    compared = words(text)
    hashes = compared.shingles(SIZE)
    if not len(hashes):
        return ()
    telling = sliding_window_view(compared.telling, SIZE).sum(axis=1)
    hashes = np.where(telling >= TELLING, hashes, _NEVER)
    windows = sliding_window_view(hashes, min(WINDOW, len(hashes)))
    smallest = np.unique(windows.min(axis=1))
    return tuple(sorted(smallest[smallest != _NEVER].view(np.int64).tolist()))
