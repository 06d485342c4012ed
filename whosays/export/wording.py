"""Who says what of an event, in the words of notes and descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whosays.export.events import Event
from whosays.model import Account, Agreement, Slot, Stance, Told

LONGEST = 280
"""Characters of a quote in a note."""

_MARKS = {Stance.DENIED: "denies", Stance.UNCONFIRMED: "cannot confirm"}


def notes(event: Event) -> str:
    """Who says it, in whose pages and which words; who denies it; where the accounts part."""
    return " ".join((*map(_said, _by_account(event)), *parting(event)))


def parting(event: Event) -> Iterator[str]:
    """Where the accounts of its incident cannot all be so, in sentences."""
    for each in event.incident.comparisons:
        if each.agreement in (Agreement.DIFFERS, Agreement.CONTESTED) and each.slot is not Slot.KIND:
            yield f"[{each.slot}: {each.agreement}. {one_line(each.reason)}]"


def says(account: Account, told: Iterable[Told]) -> str:
    """As in "Harbour Monitor (Coast Post, 2031-05-04) says", "denies" or "cannot confirm"."""
    first = next(iter(told))
    outlets = ", ".join(dict.fromkeys(account.outlets)) or "outlet unknown"
    verb = _MARKS.get(first.claim.stance, "says")
    return f"{one_line(account.origin.name)} ({one_line(outlets)}, {first.report.day or 'undated'}) {verb}"


def one_line(text: str, longest: int = LONGEST) -> str:
    """The text without line ends and control characters, cut where it is long."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _by_account(event: Event) -> Iterator[tuple[Account, Told]]:
    """Each account with its first claim of each stance."""
    for account in event.accounts:
        own = [told for told in event.told if told.claim.id in account.claims]
        firsts = {told.claim.stance: told for told in reversed(own)}
        yield from ((account, told) for told in sorted(firsts.values(), key=own.index))


def _said(pair: tuple[Account, Told]) -> str:
    account, told = pair
    return f"{says(account, [told])}: “{one_line(told.claim.evidence.quote)}”"
