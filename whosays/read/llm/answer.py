"""What a model answers, as far as it can be made out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError


def _as_list(value: Any) -> Any:
    """One where several may stand, and nothing where a list should."""
    return [] if value is None else value if isinstance(value, list) else [value]


Quotes = Annotated[list[str], BeforeValidator(_as_list)]


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore")


class ProposedFigure(_Lenient):
    """Words of the text that hold a number, and what they are said to count."""

    quote: str
    measure: str


class Proposed(_Lenient):
    """A claim as a model puts it: words that should stand in the text, and labels."""

    trigger: str
    kind: str
    sentence: int | None = None
    stance: str = "asserted"
    voices: Quotes = []
    actor: Quotes = []
    target: Quotes = []
    place: str | None = None
    time: str | None = None
    figures: Annotated[list[ProposedFigure], BeforeValidator(_as_list)] = []


def proposals(answer: str) -> Iterator[Proposed | str]:
    """The claims of an answer, and for each that is malformed a sentence that says so.

    An answer may stand in a fence or among other words, or break off: whatever is whole is read.
    """
    found = list(_objects(answer))
    if not found and "[]" not in "".join(answer.split()):
        yield "the answer holds no claims that can be read"
    for fields in found:
        try:
            yield Proposed.model_validate(fields)
        except ValidationError as error:
            where = ".".join(map(str, error.errors()[0]["loc"]))
            yield f"a claim is malformed at “{where}” and left out"


def _objects(answer: str) -> Iterator[dict[str, Any]]:
    """The innermost whole objects that have a trigger, in order."""
    decoder, at = json.JSONDecoder(), answer.find("{")
    while at >= 0:
        try:
            value, end = decoder.raw_decode(answer, at)
        except (ValueError, RecursionError):
            value, end = {}, at + 1
        if "trigger" in value:
            yield value
        else:
            end = at + 1
        at = answer.find("{", end)
