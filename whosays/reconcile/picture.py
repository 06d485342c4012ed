"""Claims about one happening to an incident: every origin's account beside the others', slot by slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from whosays.model import Account, Claim, Incident, Parties, Party, Stake, Told
from whosays.reconcile.accounts import accounts, compare
from whosays.reconcile.incidents.vocabulary import VOCABULARY
from whosays.reconcile.sides import Sides
from whosays.reconcile.stakes import stake


def incident(id_: str, told: Sequence[Told], parties: Mapping[str, Party]) -> Incident:
    """The incident of those claims, in the order of publication, whatever order they come in.

    `parties` is the registry: it says who is a part of whom, and who fights whom.
    """
    ordered, sides = tuple(sorted(told, key=_order)), _sides(parties)
    first, last = _days(each.claim for each in ordered)
    return Incident(
        id=id_,
        title=title([each.claim for each in ordered], first),
        told=ordered,
        accounts=tuple(_with_stake(each, ordered, sides) for each in accounts(ordered, parties)),
        comparisons=compare(ordered, parties),
        earliest=first,
        latest=last,
    )


def is_disputed(told: Iterable[Told], parties: Mapping[str, Party]) -> bool:
    """Whether the accounts of the incident of those claims cannot all be so."""
    return any(each.is_apart for each in compare(sorted(told, key=_order), parties))


def heading(told: Iterable[Told]) -> str:
    """The title of the incident of those claims, without its accounts, which take much longer."""
    claims = [each.claim for each in sorted(told, key=_order)]
    return title(claims, _days(claims)[0])


def title(claims: Sequence[Claim], day: date | None) -> str:
    """What happened where and when, as most claims have it: "bombing, Rashidin, 2017-04-15"."""
    means = [c.kind for c in claims if c.kind in VOCABULARY.means] or [c.kind for c in claims]
    places = [c.place.name for c in claims if c.place]
    parts = [_most(means), _most(places), str(day) if day else None]
    return ", ".join(part for part in parts if part)


def _most(values: Sequence[str]) -> str | None:
    """The commonest; of several the one that sorts first."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _order(told: Told) -> tuple[date, str, int, str]:
    return told.report.day or date.max, told.report.digest, told.claim.trigger.start, told.claim.id


def _days(claims: Iterable[Claim]) -> tuple[date | None, date | None]:
    """The days that the most claims agree on, among the narrowest times that are told."""
    times = [claim.time for claim in claims if claim.time and claim.time.days]
    shortest = min((time.days or 0 for time in times), default=0)
    narrow = [(time.earliest, time.latest) for time in times if time.days == shortest]
    if not narrow:
        return None, None
    counted = Counter(narrow)
    return min(narrow, key=lambda spell: (-counted[spell], spell[0] or date.min))


@lru_cache(maxsize=4)
def _remembered(parties: Parties) -> Sides:
    return Sides(parties)


def _sides(parties: Mapping[str, Party]) -> Sides:
    return _remembered(parties) if isinstance(parties, Parties) else Sides(parties)


def _with_stake(account: Account, told: Sequence[Told], sides: Sides) -> Account:
    """The account with what its origin's side stands to gain by it: what most of its claims mean to it."""
    own = [each for each in told if each.claim.id in set(account.claims)]
    stakes = [stake(account.origin.party, each.claim, sides, each.report.day, told) for each in own]
    telling = [each for each in stakes if each not in (Stake.OUTSIDER, Stake.UNKNOWN)]
    found = _most(telling or stakes)
    return replace(account, stake=Stake(found)) if found else account
