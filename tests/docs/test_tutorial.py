"""The tutorial shows what its commands and its Python print.

If only the reader has changed, `python -m tests.docs.refresh docs/tutorial.md` brings it up to date.
"""

from __future__ import annotations

import pytest

from tests.docs.document import Example, Language, examples
from tests.docs.elision import matches
from tests.docs.session import ROOT, Session

LINES = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8").splitlines()
EXAMPLES = list(examples(LINES))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return Session(tmp_path_factory.mktemp("tutorial"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line {example.start}")
def test_the_tutorial_shows_what_is_printed(session: Session, example: Example) -> None:
    printed, shown = session.run(example), LINES[example.start : example.end]
    assert matches(shown, printed), "\n".join(["printed:", *printed, "", "shown:", *shown])


def test_the_tutorial_has_commands_and_python() -> None:
    assert {example.language for example in EXAMPLES} == set(Language)
