"""What can go wrong, as a tree.

    WhosaysError
    ├── InputError      a file or a line of it cannot be read; the others still are
    ├── LedgerError     the ledger cannot be opened, read or written
    │   └── ConflictError   somebody else has judged the same meanwhile
    ├── NotFoundError   nothing in the ledger has that id
    ├── ReaderError     the model that should read a report cannot be reached or refuses
    └── UsageError      an argument makes no sense

Each message is one sentence that names the file or field and says what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whosays.model.judgement import Judgement


class WhosaysError(Exception):
    """Base of every error that this package raises on purpose."""


class InputError(WhosaysError):
    """A source cannot be read; `where` names it ("notes.jsonl, line 17")."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


class LedgerError(WhosaysError):
    """The ledger cannot be opened, read or written."""


class ConflictError(LedgerError):
    """Somebody else has judged the same matter meanwhile; `judgement` is theirs, and nothing was kept."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__(
            f"{judgement.by} has judged the same meanwhile ({judgement.decision}: {judgement.why}); look at"
            " that, and judge again if you still see it otherwise"
        )
        self.judgement = judgement


class NotFoundError(WhosaysError):
    """Nothing in the ledger has that id."""


class ReaderError(WhosaysError):
    """The model that should read a report cannot be reached or refuses."""


class UsageError(WhosaysError):
    """An argument makes no sense."""
