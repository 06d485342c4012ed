"""How far people agree who judge the same claims: Krippendorff's alpha for nominal data, slot by slot.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). 1 is full agreement, 0 is chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whosays.model import Decision, Judgement, Subject

WHOLE = "claim"
"""The slot of decisions on a claim as a whole."""


@dataclass(frozen=True, slots=True)
class SlotAgreement:
    """Alpha over so many claims that two persons or more judged; None where they gave one value alone."""

    slot: str
    alpha: float | None
    units: int


def agreement(judgements: Iterable[Judgement]) -> list[SlotAgreement]:
    """Of each slot that two persons or more have judged in some claim, by each person's last decision."""
    slots: dict[str, dict[str, dict[str, str]]] = {}
    for each in judgements:
        if each.claim is not None and each.subject in (Subject.CLAIM, Subject.SLOT):
            by = slots.setdefault(each.slot or WHOLE, {}).setdefault(each.claim, {})
            by.pop(each.by, None)
            if each.decision is not Decision.WITHDRAW:
                by[each.by] = _given(each)
    return [found for slot in sorted(slots) if (found := _of(slot, slots[slot])).units]


def coders(judgements: Iterable[Judgement]) -> list[str]:
    """Who has judged claims, in order."""
    return sorted({each.by for each in judgements if each.subject in (Subject.CLAIM, Subject.SLOT)})


def alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha of the values that each unit was given; None where all are one and the same."""
    paired = [values for values in units if len(values) > 1]
    all_ = Counter(value for values in paired for value in values)
    n = all_.total()
    apart = sum(_unlike(Counter(values)) / (len(values) - 1) for values in paired)
    expected = _unlike(all_)
    return None if not expected else 1 - (n - 1) * apart / expected


def _unlike(counted: Counter[str]) -> int:
    """Ordered pairs of values that differ."""
    return counted.total() ** 2 - sum(count**2 for count in counted.values())


def _of(slot: str, claims: Mapping[str, Mapping[str, str]]) -> SlotAgreement:
    units = [list(by.values()) for by in claims.values() if len(by) > 1]
    return SlotAgreement(slot, alpha(units), len(units))


def _given(judgement: Judgement) -> str:
    if judgement.decision is not Decision.CORRECT:
        return judgement.decision
    named = " ".join(sorted(meant.party or meant.name.casefold() for meant in judgement.named))
    return str(judgement.value or (judgement.place and judgement.place.geonames_id) or named)
