"""Who says what: sentences of every construction that reports use, each with its chains of voices."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.read.reading import claim_at, read, same_names

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("constructions.toml").read_text(encoding="utf-8")
)["case"]


def as_parameter(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason="wrong today")] if case.get("wrong_today") else []
    return pytest.param(case["text"], case["chains"], id=f"{case['kind']}: {case['text'][:60]}", marks=marks)


@pytest.mark.parametrize(("text", "chains"), [as_parameter(case) for case in CASES])
def test_chain_of_voices(text: str, chains: dict[str, list[str]]) -> None:
    reading = read(text)
    found = {words: [v.name for v in claim_at(reading, words).voices] for words in chains}
    assert {w for w in chains if not same_names(found[w], chains[w])} == set(), found
