"""The how-to on moving a ledger shows what its commands print, and the reference names every record."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from tests.docs.document import Example, examples
from tests.docs.session import Session
from tests.docs.shown import check, read_lines
from whosays.ledger.dump.records import KINDS

LINES = read_lines("docs/how-to/move-a-ledger.md")
EXAMPLES = list(examples(LINES))
ROW = re.compile(r"\| `(?P<record>[^`]+)` \| (?P<fields>[^|]+) \| [^|]+ \|")


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return Session(tmp_path_factory.mktemp("move"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line {example.line}")
def test_the_how_to_shows_what_is_printed(session: Session, example: Example) -> None:
    check(LINES, example, session)


def test_the_reference_names_every_record_and_its_fields() -> None:
    rows = filter(None, map(ROW.fullmatch, read_lines("docs/reference/dump.md")))
    told = {row["record"]: re.findall("`([^`]+)`", row["fields"]) for row in rows}
    assert told == {name: [field.name for field in fields(of)] for name, of in KINDS.items()}
