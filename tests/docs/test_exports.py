"""The how-to on exports shows what its commands print, and the reference explains every column.

If only the reader has changed, `python -m tests.docs.refresh docs/how-to/exports.md` brings it up to date.
"""

from __future__ import annotations

import pytest

from tests.docs.document import Example, examples
from tests.docs.session import Session
from tests.docs.shown import check, read_lines
from whosays.export import acled, ged, hapi
from whosays.export.formats import FORMATS

LINES = read_lines("docs/how-to/exports.md")
REFERENCE = "\n".join(read_lines("docs/reference/formats.md"))
EXAMPLES = list(examples(LINES))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return Session(tmp_path_factory.mktemp("exports"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line {example.line}")
def test_the_how_to_shows_what_is_printed(session: Session, example: Example) -> None:
    check(LINES, example, session)


@pytest.mark.parametrize("column", dict.fromkeys((*acled.COLUMNS, *ged.COLUMNS, *hapi.TAGS)))
def test_every_column_is_explained(column: str) -> None:
    assert f"`{column}`" in REFERENCE


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_in_the_how_to(name: str) -> None:
    assert any(line.startswith(f"| `{name}` |") for line in LINES)
