"""The JSON Schema of the output: `python -m whosays.export.schema > docs/reading.schema.json`."""

from __future__ import annotations

import json
import sys

from whosays.export.shape import ReadingShape


def schema() -> str:
    """The schema of one line of `whosays read --format jsonl`, as JSON text."""
    found = ReadingShape.model_json_schema(mode="serialization")
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | found, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema())
