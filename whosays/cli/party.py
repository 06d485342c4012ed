"""`whosays party`: what the registry knows of a party, and beside it what reports say it stands with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.console import safe
from whosays.cli.render import Line, claim_lines, evidence_line
from whosays.model import Claim, NotFoundError, Party, Tie

if TYPE_CHECKING:
    from whosays.ground.parties import Registry
    from whosays.ledger import StoredClaim


def party(
    party_id: Annotated[str, typer.Argument(metavar="ID", help="A party's id: `whosays parties` shows it.")],
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Show a party: its names, its ties by the registry, and what reports say of them, by whose word."""
    from whosays.ground.parties import Registry  # slow to load: not for --help
    from whosays.ledger import Ledger

    registry = Registry.default()
    found = registry.get(party_id)
    if found is None:
        raise NotFoundError(
            f"no party has the id {party_id!r}; `whosays parties` shows the ids of those in claims"
        )
    out = console.stdout()
    for line in registry_lines(found, registry):
        out.print(line)
    if Ledger.exists(ledger):
        with Ledger.open(ledger, create=False) as opened:
            for line in said_lines(opened.backing(found.id)):
                out.print(line)


def registry_lines(found: Party, registry: Registry) -> Iterator[Line]:
    """What the registry has of a party; each name that takes a side with whose it is."""
    yield Line(Text(safe(found.names[0]), style="bold"))
    life = (
        " to ".join(str(day or "…") for day in (found.since, found.until))
        if found.since or found.until
        else ""
    )
    about = (found.id, found.sort, ", ".join(found.countries), life)
    yield Line(Text(safe(" · ".join(part for part in about if part)), style="dim"))
    if found.names[1:]:
        yield Line(Text(safe(f"also {', '.join(found.names[1:])}")), 2)
    for label in found.contested:
        yield Line(Text(safe(f"called “{label.name}” by {label.by}")), 2)
    if found.parent:
        yield Line(Text(safe(f"belongs to {_name(found.parent, registry)}")), 2)
    ties = [*_ties(found, registry), *_ties_to(found, registry)]
    yield Line(Text())
    yield Line(Text("by the registry" if ties else "the registry knows no ties", style="bold"))
    for tie in ties:
        yield Line(Text(safe(tie)), 2)


def said_lines(claims: Iterable[StoredClaim]) -> Iterator[Line]:
    """What reports say of whom a party stands with, each claim with its voices and its words."""
    said = list(claims)
    yield Line(Text())
    yield Line(Text("by reports" if said else "reports say nothing of whom it stands with", style="bold"))
    for stored in said:
        claim: Claim = stored.claim
        about = " · ".join(
            part for part in (stored.report.publisher, str(stored.report.day or ""), claim.id) if part
        )
        yield Line(Text(safe(about), style="dim"), 2)
        yield evidence_line(claim.evidence, [claim.trigger])
        yield from claim_lines(claim)


def _ties(found: Party, registry: Registry) -> Iterator[str]:
    """As in "fights Islamic State (islamic-state), 2013 to 2024: civil war"."""
    for tie in found.ties:
        yield f"{_kind(tie)} {_name(tie.party, registry)}{_years(tie)}: {tie.basis}"


def _ties_to(found: Party, registry: Registry) -> Iterator[str]:
    """The ties of others to it, as in "Russia (russia) backs it, 2011 to 2024: aircraft and troops"."""
    for other in registry:
        for tie in other.ties:
            if tie.party == found.id:
                yield f"{_name(other.id, registry)} {_kind(tie)} it{_years(tie)}: {tie.basis}"


def _kind(tie: Tie) -> str:
    return tie.kind.replace("_", " ")


def _years(tie: Tie) -> str:
    return f", {tie.first or '…'} to {tie.last or 'today'}" if tie.first or tie.last else ""


def _name(party_id: str, registry: Registry) -> str:
    known = registry.get(party_id)
    return f"{known.names[0]} ({party_id})" if known else party_id
