"""A claim in a sentence, for standards that have nothing but text for it."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.export.agents import Cast
from whosays.export.contract import number
from whosays.export.safe_json import plain
from whosays.model import Claim, Figure, Incident, Stance, Told

_VERBS = {
    Stance.ASSERTED: "says",
    Stance.DENIED: "denies",
    Stance.UNCONFIRMED: "cannot confirm",
    Stance.PREDICTED: "foretells",
    Stance.CONDITIONAL: "says on a condition",
}


def who(cast: Cast) -> str:
    """The outlet and the voices behind it, as in "Coast Post, by Harbour Monitor, by a resident"."""
    unknown = [] if cast.outlet else ["outlet unknown"]
    return ", by ".join([*unknown, *(agent.name for agent in cast.voices)])


def sentence(told: Told, cast: Cast) -> str:
    """Who says, denies or foretells it, on which day, in which words."""
    day = told.report.day or "undated"
    return f"{who(cast)} ({day}) {verb(told.claim)}: “{plain(told.claim.evidence.quote)}”"


def verb(claim: Claim) -> str:
    """What whoever says it does: "says", "denies", "foretells"."""
    return _VERBS[claim.stance]


def heading(claim: Claim) -> str:
    """As in "airstrike, denied: Marsa, 2031-05-04, killed 9"."""
    stance = "" if claim.stance is Stance.ASSERTED else f", {claim.stance}"
    around = ", ".join(_around(claim))
    return f"{claim.kind}{stance}: {around}" if around else f"{claim.kind}{stance}"


def caution(incident: Incident) -> Iterator[str]:
    """What an incident is and is not, and where its accounts part, in sentences."""
    yield "What reports say of one happening. Nothing here has been verified."
    for each in incident.comparisons:
        if each.is_apart:
            yield f"{each.slot}: {each.agreement}. {plain(each.reason)}"


def _around(claim: Claim) -> Iterator[str]:
    if claim.place and (name := plain(claim.place.name)):
        yield name
    if claim.time:
        yield str(claim.time)
    yield from map(_figure, claim.figures)


def _figure(figure: Figure) -> str:
    """As in "killed 9", and with an open end "killed 4.." or "killed ..200"."""
    low, high = number(figure.low), number(figure.high)
    amount = str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
    return f"{figure.measure} {amount}"
