"""Writes into documents what their examples print today: `python -m tests.docs.refresh FILE...`.

What a document leaves out stays left out. Read the words around every output that changed: they
may speak of what is gone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.document import examples
from tests.docs.elision import refreshed
from tests.docs.session import Session


def refresh(lines: Sequence[str], session: Session) -> list[str]:
    """The lines of a document with the outputs of its examples brought up to date."""
    renewed: list[str] = []
    position = 0
    for example in examples(lines):
        printed = session.run(example)
        if shown := example.shown:
            renewed += lines[position : shown.start]
            renewed += refreshed(lines[shown], printed)
            position = shown.stop
    return [*renewed, *lines[position:]]


def main(paths: Sequence[str]) -> None:
    """Refresh each document in place."""
    for path in map(Path, paths):
        with TemporaryDirectory() as folder:
            lines = refresh(path.read_text(encoding="utf-8").splitlines(), Session(Path(folder)))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
