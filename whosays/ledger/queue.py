"""What wants a person: claims that accounts part on, pairs that may be of one happening, unknown names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Select, func, select

from whosays.ledger.graph import StoredGraph
from whosays.ledger.schema import event_reports, likeness, memberships
from whosays.model import Agreement, Decision, Incident, Judgement
from whosays.reconcile.incidents import logit

MOST = 100
"""Questions that are asked at once."""

CANDIDATES = 4 * MOST
"""Pairs that are nearest to even odds by themselves; asked are those that stay so among their neighbours."""


class Sort(StrEnum):
    """What sort of question it is."""

    CLAIMS = "claims"
    """Is the claim read right? Those that accounts part on, of the most told incidents first."""

    MERGES = "merges"
    """Are two claims of one happening? Those first for which that is nearest to even odds."""

    LINKS = "links"
    """Whom or what does a name mean? Unknown ones first that are used most."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question: the ids of a claim or of two, why it is asked, and how likely the answer is yes."""

    sort: Sort
    claim: str
    why: str
    other: str | None = None
    chance: float | None = None


Decided = AbstractSet[tuple[str, str | None]]
"""The claims, alone or in pairs with the smaller id first, that somebody has decided on."""


def decided(judgements: Iterable[Judgement], by: str) -> Decided:
    """What somebody has decided on, and not taken back since."""
    last = {(each.subject, each.claim, each.other, each.slot): each for each in judgements if each.by == by}
    held = (each for each in last.values() if each.decision is not Decision.WITHDRAW)
    return {(each.claim or "", each.other) for each in held}


def merges(connection: Connection, done: Decided) -> Iterator[Wanted]:
    """Pairs of event reports that are not `done`, the most even odds first."""
    graph = StoredGraph(connection)
    pairs = [(row.one, row.other) for row in connection.execute(_nearest_to_even())]
    open_ = [pair for pair in pairs if pair not in done]
    odds = {pair: logit(graph, *pair) for pair in open_}
    incident = _incidents(connection, sorted({anchor for pair in open_ for anchor in pair}))
    for one, other in sorted(open_, key=lambda pair: (abs(odds[pair]), pair))[:MOST]:
        where = "one incident" if incident.get(one) == incident.get(other) else "two incidents"
        chance = 1 / (1 + math.exp(-odds[one, other]))
        yield Wanted(
            Sort.MERGES, one, f"They are in {where}, and it may as well be otherwise.", other, chance
        )


def parting(incident: Incident, done: Decided) -> Iterator[Wanted]:
    """The claims of an incident that others gainsay, and that are not `done`."""
    for comparison in incident.comparisons:
        if comparison.agreement in (Agreement.CONTESTED, Agreement.DIFFERS):
            why = f"{comparison.slot} {comparison.agreement}: {comparison.reason}"
            for claim in comparison.claims:
                if (claim, None) not in done:
                    yield Wanted(Sort.CLAIMS, claim, why)


def _nearest_to_even() -> Select[str, str]:
    mine, its = event_reports.alias(), event_reports.alias()
    joined = likeness.join(mine, likeness.c.one == mine.c.id).join(its, likeness.c.other == its.c.id)
    return (
        select(mine.c.anchor.label("one"), its.c.anchor.label("other"))
        .select_from(joined)
        .where(mine.c.anchor < its.c.anchor, mine.c.until.is_(None), its.c.until.is_(None))
        .order_by(func.abs(likeness.c.chance - 0.5), mine.c.anchor, its.c.anchor)
        .limit(CANDIDATES)
    )


def _incidents(connection: Connection, anchors: Sequence[str]) -> dict[str, str]:
    joined = memberships.join(event_reports, memberships.c.event_report == event_reports.c.id)
    found = (
        select(event_reports.c.anchor, memberships.c.incident)
        .select_from(joined)
        .where(memberships.c.until.is_(None), event_reports.c.anchor.in_(anchors))
    )
    return {row.anchor: row.incident for row in connection.execute(found)}
