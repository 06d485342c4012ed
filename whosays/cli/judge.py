"""`whosays judge`: a person's decision on a claim, a slot of one, or whether two are of one happening."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.console import safe
from whosays.cli.judging import ByOption
from whosays.model import (
    SLOTS,
    Claim,
    ClaimSlot,
    Decision,
    Judgement,
    NotFoundError,
    Subject,
    UsageError,
    slot,
)

VERBS = {
    "same": (Subject.PAIR, Decision.SAME),
    "different": (Subject.PAIR, Decision.DIFFERENT),
    "unsure": (Subject.PAIR, Decision.UNSURE),
    "accept": (Subject.CLAIM, Decision.ACCEPT),
    "reject": (Subject.CLAIM, Decision.REJECT),
    "correct": (Subject.SLOT, Decision.CORRECT),
}
"""What can be decided, and on what; "accept" and "reject" on a slot, too, if one is named."""

UNDO = "undo"
"""Takes back what was decided last on the same claims or slot."""


def judge(
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help=f"{', '.join(VERBS)}: or {UNDO}, to take it back.")
    ],
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or the start of it.")],
    on: Annotated[
        str | None,
        typer.Argument(
            metavar="[CLAIM|SLOT]",
            help=f"The other claim of a pair; or a slot: {', '.join(SLOTS)}.",
            show_default=False,
        ),
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[VALUE]...",
            help="What the slot holds: a place's name or GeoNames id, names or parties' ids, 3-5, 3.. (at"
            " least), 2031-03-08, 2031-03-08/2031-03-10.",
            show_default=False,
        ),
    ] = None,
    why: Annotated[str | None, typer.Option(help="Why, in your own words: needed.")] = None,
    by: ByOption = None,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Judge a claim, one slot of it, or whether two are of one happening. It holds until a later judgement.

    For example: whosays judge correct 3f2a place "Kafr Nabl" --why "the village, not the district"
    """
    from whosays.ledger import Ledger  # slow to load: not for --help

    of = slot(on) if on in SLOTS or (on and decision == Decision.CORRECT) else None
    subject, made = _meant(decision, of, pair=on is not None)
    if values and made is not Decision.CORRECT:
        raise UsageError(f"{decision!r} takes no value; `whosays judge correct` does")
    if not why:
        raise UsageError("--why is needed: whoever comes after you must be able to see the reason")
    with Ledger.open(ledger, create=False) as opened:
        claims = [opened.claim(each)[1] for each in (claim, None if of else on) if each is not None]
        decided = (subject, made, of, by or getpass.getuser(), why)
        judgement = _judgement(claims, decided, values or [])
        if made is Decision.WITHDRAW and opened.rulings().before(judgement) is None:
            raise NotFoundError("nobody has judged that; there is nothing to undo")
        opened.judge(judgement)
    about = " and ".join(each.id for each in claims)
    told = f"{of} of {about}" if of else about
    console.stdout().print(safe(f"{told}: {made}, by {judgement.by}"), soft_wrap=True)


def _judgement(
    claims: Sequence[Claim],
    decided: tuple[Subject, Decision, ClaimSlot | None, str, str],
    values: Sequence[str],
) -> Judgement:
    from whosays.ground.meant import Held, held  # slow to load: not for --help

    subject, made, of, by, why = decided
    found = held(of, values, claims[0]) if of and made is Decision.CORRECT else Held()
    ids = [claim.id for claim in claims]
    return Judgement(
        subject,
        found.name,
        made,
        by,
        why,
        datetime.now(UTC),
        claim=ids[0],
        other=(*ids, None)[1],
        slot=of,
        value=found.value,
        place=found.place,
        named=found.named,
    )


def _meant(decision: str, of: ClaimSlot | None, *, pair: bool) -> tuple[Subject, Decision]:
    if decision == UNDO:
        on_claims = Subject.PAIR if pair else Subject.CLAIM
        return Subject.SLOT if of else on_claims, Decision.WITHDRAW
    if decision not in VERBS:
        raise UsageError(f"{decision!r} is no decision; give one of {', '.join((*VERBS, UNDO))}")
    subject, made = VERBS[decision]
    if of and subject is not Subject.PAIR:
        return Subject.SLOT, made
    if subject is Subject.SLOT:
        raise UsageError(
            f"'correct' needs a slot of the claim and what it holds; slots are {', '.join(SLOTS)}"
        )
    if pair is not (subject is Subject.PAIR) or of:
        raise UsageError(
            f"{decision!r} is decided on {'two claims' if subject is Subject.PAIR else 'one claim'}"
        )
    return subject, made
