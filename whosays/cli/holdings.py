"""Who holds which place, for people to read: tables of what was said, and of how it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from whosays.cli.claims import ID
from whosays.cli.console import safe
from whosays.cli.render import Line, figure_words
from whosays.model import Named, Stance

if TYPE_CHECKING:
    from whosays.export.control import Holdings
    from whosays.reconcile.control import Control, History, Holder, Statement
    from whosays.reconcile.control.unnamed import Unnamed

    _Standing = tuple[History, Control]

MOST_IDS = 3
"""Ids that a row shows before it counts the others."""


def blocks(found: Holdings) -> Iterator[RenderableType]:
    """How places stand on the day that is asked for, else what is said of each; then what is only counted."""
    histories = sorted(found.histories, key=lambda each: (each.name, each.part, each.key))
    if found.on:
        yield from _standings([(each, each.on(found.on)) for each in histories], found)
    else:
        yield from (Group(Line(_name(each, found)), _statements(each, found)) for each in histories)
    if found.counts:
        title = Line(Text("places that are counted and not named", style="bold"))
        yield Group(title, _counts(found.counts))


def _table(*columns: tuple[str, int, str]) -> Table:
    made = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False)
    for name, ratio, style in columns:
        made.add_column(name, ratio=ratio, style=style, overflow="fold")
    made.add_column("claim", width=ID, style="dim", no_wrap=True)
    return made


def _standings(standings: Sequence[_Standing], found: Holdings) -> Iterator[RenderableType]:
    """A row a place of which anybody says anything until then; below, the names of the others."""
    told_of = [each for each in standings if each[1].claims]
    others = [_name(history, found) for history, control_ in standings if not control_.claims]
    if told_of:
        yield _standing_table(told_of, found)
    if others:
        title = Line(Text("unknown, for nobody says until then who holds them", style="bold"))
        yield Group(title, Line(Text(", ").join(others), 2))


def _standing_table(standings: Iterable[_Standing], found: Holdings) -> Table:
    made = _table(("place", 3, "green"), ("it is", 2, ""), ("held by", 3, ""), ("by whose word", 6, ""))
    for history, control_ in standings:
        made.add_row(
            _name(history, found),
            _status(control_),
            Text(_names(control_.holders)),
            Text(_word(control_)),
            Text(_ids(control_.claims)),
        )
    return made


def _status(control_: Control) -> Text:
    return Text(control_.status, _STYLES[control_.status.value])


_STYLES = {"undisputed": "green", "claimed": "blue", "contested": "bold red", "unknown": "dim"}


def _word(control_: Control) -> str:
    """Why it counts so, and when the last one said so."""
    return safe(f"{control_.reason} Last word: {control_.until}." if control_.until else control_.reason)


def _statements(history: History, found: Holdings) -> Table:
    made = _table(("day", 2, ""), ("who says", 3, "cyan"), ("what", 5, ""), ("so it is", 2, ""))
    for n, said in enumerate(history.statements):
        after = history.statements[n + 1 :]
        is_last = said.day is not None and said.day not in {each.day for each in after}
        made.add_row(
            Text(str(said.day or "?")),
            Text(safe(said.origin.name)),
            _said(said, found),
            _status(history.on(said.day)) if said.day and is_last else Text(),
            Text(said.claim[:ID]),
        )
    return made


def _said(said: Statement, found: Holdings) -> Text:
    trigger = found.told[said.claim].claim.trigger.quote
    words = Text(f"“{safe(trigger)}”", "bold magenta")
    if said.denied:
        words.append(", denied", "bold yellow")
    actor = "" if said.holders or said.not_holders else _names(found.told[said.claim].claim.actor)
    words.append(_sides(_names(said.holders) or actor, _names(said.not_holders)))
    return words if said.settles else words.append(", decides nothing", "dim")


def _sides(holders: str, others: str) -> str:
    """As in ": army, not rebels"."""
    told_ = ", ".join(part for part in (holders, f"not {others}" if others else "") if part)
    return f": {told_}" if told_ else ""


def _counts(counts: Iterable[Unnamed]) -> Table:
    made = _table(("said", 2, ""), ("who says", 3, "cyan"), ("what", 5, ""), ("where", 3, "green"))
    for count in counts:
        claim = count.told.claim
        made.add_row(
            Text(str(count.told.report.day or "?")),
            Text(safe(count.origin.name)),
            _counted(count),
            Text(safe(claim.place.name) if claim.place else ""),
            Text(claim.id[:ID]),
        )
    return made


def _counted(count: Unnamed) -> Text:
    claim, of = count.told.claim, count.figure.of
    words = Text(f"“{safe(claim.trigger.quote)}”", "bold magenta")
    if claim.stance is not Stance.ASSERTED:
        words.append(f", {claim.stance}", "bold yellow")
    words.append(f": {figure_words(count.figure)}", "bold").append(f" ({safe(of)})" if of else "")
    return words.append(_sides(_names(count.ground.gains), _names(count.ground.loses)))


def _name(history: History, found: Holdings) -> Text:
    """As in "Tadmur (Palmyra) 163808", or "Aleppo, east": with the name that most reports use, and the id."""
    used = [found.told[said.claim].claim.place for said in history.statements]
    names = [location.name for location in used if location]
    common = max(sorted(set(names)), key=names.count, default=history.name)
    also = "" if history.part or common.casefold() == history.name.casefold() else f" ({common})"
    part = f", {history.part}" if history.part else ""
    id_ = history.place.geonames_id if history.place else None
    return Text(safe(f"{history.name}{also}{part}"), "bold").append(f" {id_}" if id_ else "", "dim")


def _names(found: Iterable[Holder | Named]) -> str:
    return ", ".join(safe(each.name) for each in found)


def _ids(claims: Sequence[str]) -> str:
    more = [f"and {len(claims) - MOST_IDS}"] if len(claims) > MOST_IDS else []
    return "\n".join([*(claim[:ID] for claim in claims[:MOST_IDS]), *more])
