"""What each origin says of one incident, slot by slot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from whosays.model import Account, Figure, Origin, Party, Slot, Told, Value
from whosays.reconcile.accounts.sayings import MEASURES, Saying, in_order, one_name_each, sayings
from whosays.reconcile.naming import known_outlet
from whosays.reconcile.origins import Origins


def accounts(tolds: Iterable[Told], parties: Mapping[str, Party] | None = None) -> tuple[Account, ...]:
    """One account an origin, those with most claims first; the same in whatever order the claims come.

    Forecasts and conditions are among an account's claims and fill no slot of it.
    """
    ordered = in_order(tolds)
    told_by: dict[Origin, list[Told]] = defaultdict(list)
    for told, origin in zip(ordered, one_name_each(ordered, Origins(ordered, parties)), strict=True):
        told_by[origin].append(told)
    said_by: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings(ordered, parties):
        said_by[saying.origin.key].append(saying)
    found = [_account(origin, told, said_by[origin.key]) for origin, told in told_by.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.claims), one.origin.name, one.origin.key)))


def _account(origin: Origin, told: list[Told], said: list[Saying]) -> Account:
    outlets = {known_outlet(one.report.publisher) for one in told} - {None}
    slots = {slot: _values(slot, [one for one in said if one.slot is slot]) for slot in Slot}
    return Account(
        origin=origin,
        claims=tuple(one.claim.id for one in told),
        outlets=tuple(sorted(outlet for outlet in outlets if outlet)),
        slots={slot: values for slot, values in slots.items() if values},
    )


def _values(slot: Slot, said: list[Saying]) -> tuple[Value, ...]:
    """The values of a slot: what is said most often first, figures in the order of publication."""
    alike: dict[tuple[str, bool], list[Saying]] = defaultdict(list)
    for saying in said:
        alike[saying.meaning, saying.denied].append(saying)
    values = [_value(found) for found in alike.values()]
    if slot in MEASURES.values():
        return tuple(values)
    return tuple(sorted(values, key=lambda value: (-len(value.claims), value.words, value.denied)))


def _value(said: list[Saying]) -> Value:
    spellings = Counter(one.words for one in said)
    words = min(spellings, key=lambda spelling: (-spellings[spelling], spelling))
    claims = tuple(dict.fromkeys(one.claim for one in said))
    first = said[0]
    low, high = (first.what.low, first.what.high) if isinstance(first.what, Figure) else (None, None)
    return Value(words, claims, low, high, first.denied, first.party)
