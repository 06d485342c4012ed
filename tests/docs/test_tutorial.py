"""The tutorial shows what its commands and its Python print.

If only the reader has changed, `python -m tests.docs.refresh docs/tutorial.md` brings it up to date.
"""

from __future__ import annotations

import pytest

from tests.docs.document import Example, Language, examples
from tests.docs.session import Session
from tests.docs.shown import check, read_lines

LINES = read_lines("docs/tutorial.md")
EXAMPLES = list(examples(LINES))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return Session(tmp_path_factory.mktemp("tutorial"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line {example.line}")
def test_the_tutorial_shows_what_is_printed(session: Session, example: Example) -> None:
    check(LINES, example, session)


def test_the_tutorial_has_commands_and_python() -> None:
    assert {example.language for example in EXAMPLES} == set(Language)
