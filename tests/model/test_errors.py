"""The family of errors and what they say."""

from __future__ import annotations

import pytest

from whosays.model import InputError, LedgerError, NotFoundError, UsageError, WhosaysError


def test_an_input_error_names_the_source_before_the_reason() -> None:
    error = InputError("notes.jsonl, line 17", "not JSON")
    assert str(error) == "notes.jsonl, line 17: not JSON"
    assert (error.where, error.why) == ("notes.jsonl, line 17", "not JSON")


@pytest.mark.parametrize("kind", [LedgerError, NotFoundError, UsageError])
def test_the_others_say_what_they_are_given(kind: type[WhosaysError]) -> None:
    assert str(kind("war.db: name another ledger")) == "war.db: name another ledger"


@pytest.mark.parametrize("kind", [InputError, LedgerError, NotFoundError, UsageError])
def test_one_except_catches_them_all_and_nothing_else(kind: type[WhosaysError]) -> None:
    assert issubclass(kind, WhosaysError)
    assert not issubclass(kind, OSError | ValueError)
