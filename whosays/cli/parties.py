"""`whosays parties`: who the names in the ledger's claims are taken for, and what people judge of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from whosays.cli.add import LedgerOption
from whosays.cli.judging import (
    ByOption,
    Format,
    FormatOption,
    NameArgument,
    ReportOption,
    Ruling,
    WhyOption,
    tell,
    write,
)
from whosays.model import Decision, NotFoundError, Subject

if TYPE_CHECKING:
    from whosays.ledger import Ledger, NameUse

_WITHOUT = {Decision.REJECT: "is nobody who is known", Decision.WITHDRAW: "is whom it was read to be"}
"""What a name is by a judgement that names no party."""


def parties(
    name: NameArgument = "",
    is_: Annotated[
        str | None,
        typer.Option(
            "--is",
            metavar="ID",
            help="Judge whom the name means: a party's id; none, if nobody known; undo, to take the last"
            " judgement back.",
        ),
    ] = None,
    why: WhyOption = None,
    by: ByOption = None,
    report: ReportOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002
    ledger: LedgerOption = "whosays.db",
) -> None:
    """List who speaks, acts and suffers in claims and which parties they are, or judge who one is."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    with Ledger.open(ledger, create=False) as opened:
        if is_ is None:
            write(opened.parties(name), format, _columns)
        else:
            _judge(opened, Ruling(Subject.PARTY, name, is_, why, by, report))


def _judge(ledger: Ledger, ruling: Ruling) -> None:
    made = ruling.keep(ledger, _party)
    meant = f"means {made.party}" if made.party else _WITHOUT[made.decision]
    uses = sum(use.claims for use in ledger.parties(made.name) if use.judgement == made)
    tell(made, meant, uses)


def _party(id_: str) -> str:
    from whosays.ground.parties import Registry

    if Registry.default().get(id_) is None:
        raise NotFoundError(
            f"no party has the id {id_!r}; `whosays parties` shows the ids of those that are known"
        )
    return id_


def _columns(use: NameUse) -> Iterator[str]:
    from whosays.ground.parties import Registry

    party = use.party and Registry.default().get(use.party)
    if party:
        yield f"{party.id}: {party.names[0]}, {party.sort}"
    else:
        yield use.party or "nobody known"
