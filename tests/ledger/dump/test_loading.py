"""Lines that make no sense where they stand: the file and the line are named, and nothing stays."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import NewLedger
from tests.ledger.dump.histories import lines
from tests.ledger.scenes import POST, SHELLS, claim_of, now, on_claim, put
from whosays.ledger import Ledger
from whosays.model import Decision, InputError


@pytest.fixture
def other(new_ledger: NewLedger) -> Iterator[Ledger]:
    with Ledger.open(new_ledger()) as opened:
        yield opened


def of(kind: str, change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    """A line of that kind changed, and every other left as it is."""

    def damaged(line: bytes) -> bytes:
        fields = json.loads(line)
        if fields.get("record") == kind:
            change(fields)
        return json.dumps(fields).encode() + b"\n"

    return damaged


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (of("reading", lambda each: each.update(report="ab")), "line 6: no line before it has its report"),
        (of("reading", lambda each: each.update(report={})), "line 6: no line before it has its report"),
        (of("reading", lambda each: each.pop("reader")), "line 6: reader: it is missing"),
        (
            of("reading", lambda each: each["claims"][0].update(kind="x")),
            "line 6: claims: kind: 'x' is not a",
        ),
        (of("reading", lambda each: each.update(change=9)), "line 6 to 7: they do not go with the lines"),
        (of("reading", lambda each: each.update(number=1)), "line 6 to 7: they do not go with the lines"),
        (of("judgement", lambda each: each.update(why=" ")), "line 8: a judgement needs who judges, and why"),
        (of("judgement", lambda each: each.update(slot="x")), "line 8: 'x' is no slot of a claim"),
        (of("judgement", lambda each: each.update(report="x")), "line 8 to 8: they do not go with the lines"),
        (of("event report", lambda each: each.update(claims=[7])), "line 11: its reading has no claim 7"),
        (of("event report", lambda each: each["told"].pop("id")), "line 11: told: id: it is missing"),
        (of("event report", lambda each: each.update(since=7)), "line 11 to 13: they do not go with"),
    ],
)
def test_the_line_is_named_and_nothing_stays(
    ledger: Ledger, other: Ledger, damage: Callable[[bytes], bytes], said: str
) -> None:
    put(ledger, POST, SHELLS)
    ledger.judge(on_claim(claim_of(POST), Decision.ACCEPT, now()))
    empty = lines(other)
    with pytest.raises(InputError) as error:
        other.load(map(damage, lines(ledger)), "a.jsonl")
    assert f"a.jsonl, {said}" in str(error.value)
    assert lines(other) == empty
