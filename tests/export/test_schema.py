"""The JSON Schema in the documentation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.export.readings import READING
from whosays.export.contract import line, reading_record
from whosays.export.schema import schema

SHIPPED = Path(__file__).parents[2] / "docs" / "reading.schema.json"


def record() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(line(reading_record(READING)))
    return found


def test_the_shipped_file_is_current() -> None:
    assert SHIPPED.read_text("utf-8") == schema(), (
        "run: python -m whosays.export.schema > docs/reading.schema.json"
    )


def test_output_conforms() -> None:
    Draft202012Validator.check_schema(json.loads(schema()))
    Draft202012Validator(json.loads(schema())).validate(record())


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": None},
        {"surprise": 1},
        {"claims": [{**record()["claims"][0], "kind": "rumour"}]},
        {"claims": [{**record()["claims"][0], "trigger": [1]}]},
        {"places": [{"span": [0, 1]}]},
        {"loaded": [{**record()["loaded"][0], "sort": "lie"}]},
    ],
)
def test_the_schema_can_fail(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Draft202012Validator(json.loads(schema())).validate({**record(), **wrong})
