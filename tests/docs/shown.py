"""Whether a document shows what its examples print."""

from __future__ import annotations

from collections.abc import Sequence

from tests.docs.document import Example
from tests.docs.elision import matches
from tests.docs.session import ROOT, Session


def read_lines(path: str) -> list[str]:
    """The lines of a document, by its path in the repository."""
    return (ROOT / path).read_text(encoding="utf-8").splitlines()


def check(lines: Sequence[str], example: Example, session: Session) -> None:
    """Run the example; fail with both outputs if the document shows another one."""
    printed = session.run(example)
    if example.shown:
        shown = lines[example.shown]
        assert matches(shown, printed), "\n".join(["printed:", *printed, "", "shown:", *shown])
