"""A program that adds numbered readings to a ledger and says which are in: `adder.py URL FIRST LAST`."""

from __future__ import annotations

import sys

from tests.ledger.readings import numbered
from whosays.ledger import Ledger


def main(url: str, first: str, last: str) -> None:
    """Print "added N" or "known N" for each as soon as `add` returns."""
    with Ledger.open(url) as ledger:
        for number in range(int(first), int(last)):
            word = "added" if ledger.add(numbered(number)) else "known"
            print(word, number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
