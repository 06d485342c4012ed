"""`whosays judge`: a person's decision on a claim, or on whether two claims are of one happening."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.console import safe
from whosays.cli.judging import ByOption
from whosays.model import Decision, Judgement, NotFoundError, Subject, UsageError

VERBS = {
    "same": (Subject.PAIR, Decision.SAME),
    "different": (Subject.PAIR, Decision.DIFFERENT),
    "unsure": (Subject.PAIR, Decision.UNSURE),
    "accept": (Subject.CLAIM, Decision.ACCEPT),
    "reject": (Subject.CLAIM, Decision.REJECT),
}
"""What can be decided, and on what. "undo" takes back what was decided last on the same claims."""

UNDO = "undo"


def judge(
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help=f"{', '.join(VERBS)}: or {UNDO}, to take it back.")
    ],
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or the start of it.")],
    other: Annotated[
        str | None, typer.Argument(metavar="[CLAIM]", help="The other claim of a pair.", show_default=False)
    ] = None,
    why: Annotated[str | None, typer.Option(help="Why, in your own words: needed.")] = None,
    by: ByOption = None,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Judge a claim, or whether two claims are of one happening. It holds until a later judgement."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    subject, made = _meant(decision, pair=other is not None)
    if not why:
        raise UsageError("--why is needed: whoever comes after you must be able to see the reason")
    with Ledger.open(ledger, create=False) as opened:
        ids = [opened.claim(each)[1].id for each in (claim, other) if each is not None]
        judgement = Judgement(
            subject,
            "",
            made,
            by or getpass.getuser(),
            why,
            datetime.now(UTC),
            claim=ids[0],
            other=(*ids, None)[1],
        )
        if made is Decision.WITHDRAW and not opened.rulings().has_on_claims(*ids):
            raise NotFoundError("nobody has judged that; there is nothing to undo")
        opened.judge(judgement)
    console.stdout().print(safe(f"{' and '.join(ids)}: {made}, by {judgement.by}"), soft_wrap=True)


def _meant(decision: str, *, pair: bool) -> tuple[Subject, Decision]:
    if decision == UNDO:
        return (Subject.PAIR if pair else Subject.CLAIM), Decision.WITHDRAW
    if decision not in VERBS:
        raise UsageError(f"{decision!r} is no decision; give one of {', '.join((*VERBS, UNDO))}")
    subject, made = VERBS[decision]
    if pair is not (subject is Subject.PAIR):
        raise UsageError(
            f"{decision!r} is decided on {'two claims' if subject is Subject.PAIR else 'one claim'}"
        )
    return subject, made
