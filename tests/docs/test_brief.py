"""The how-to on briefs shows what its commands print.

If only the reader has changed, `python -m tests.docs.refresh docs/how-to/brief.md` brings it up to date.
"""

from __future__ import annotations

import pytest

from tests.docs.document import Example, examples
from tests.docs.session import Session
from tests.docs.shown import check, read_lines

LINES = read_lines("docs/how-to/brief.md")
EXAMPLES = list(examples(LINES))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return Session(tmp_path_factory.mktemp("brief"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line {example.line}")
def test_the_how_to_shows_what_is_printed(session: Session, example: Example) -> None:
    check(LINES, example, session)
