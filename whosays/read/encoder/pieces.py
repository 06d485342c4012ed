"""A text as word pieces: what the encoder reads, with each piece's characters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whosays.model import Span

START, END = 101, 102
"""Ids of the marks around a window."""

LOWER, TITLE, UPPER, OTHER = range(4)
"""Shapes: the vocabulary is lower case, so what capitals say is told apart."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Ids, shapes and character spans of a text's word pieces, each array as long as there are pieces."""

    text: str
    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)

    def span(self, first: int, last: int) -> Span:
        """The whole words from piece `first` to the one before `last`."""
        start, end = int(self.starts[first]), int(self.ends[last - 1])
        while first > 0 and self._joined(first):
            first -= 1
            start = int(self.starts[first])
        while last < len(self) and self._joined(last):
            end = int(self.ends[last])
            last += 1
        return Span.of(self.text, start, end)

    def _joined(self, i: int) -> bool:
        """Whether a piece goes on with the word of the one before."""
        at = int(self.starts[i])
        return at == self.ends[i - 1] and self.text[at].isalnum() and self.text[at - 1].isalnum()


@cache
def tokenizer() -> Tokenizer:
    """The encoder's tokenizer, once a process."""
    with as_file(files("whosays.read.weights").joinpath("tokenizer.json")) as path:
        loaded = Tokenizer.from_file(str(path))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def pieces(text: str) -> Pieces:
    """The word pieces of a text, without the marks that the encoder puts around a window."""
    encoded = tokenizer().encode(text, add_special_tokens=False)
    offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    shapes = np.array([shape(text[s:e]) for s, e in encoded.offsets], dtype=np.int64)
    return Pieces(text, np.array(encoded.ids, dtype=np.int64), shapes, offsets[:, 0], offsets[:, 1])


def shape(word: str) -> int:
    """What the capitals of a piece look like."""
    if word.islower():
        return LOWER
    if len(word) > 1 and word.isupper():
        return UPPER
    return TITLE if word[:1].isupper() else OTHER
