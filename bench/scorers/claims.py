"""Score claims against what a careful coder wrote down.

Predicted claims align one to one with gold claims of the same report: overlapping triggers first,
then the same kind in the same sentence. `claims` counts aligned claims, `typed` those of the right
kind too. Each slot has its own counts over all claims, aligned or not; `slot`, over every filled
slot value, is the headline figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from bench.scorers.measures import Counts, Row, Scores
from bench.scorers.names import SAME, Value
from bench.scorers.overlap import one_to_one, overlap

SLOTS = tuple(SAME)
OWN_VOICE = "(report)"

Tally = Counter[str]


def score(gold: Sequence[Row], predicted: Mapping[str, Row]) -> Scores:
    """All measures over `gold` rows `{"id", "sentences": [[s, e], ...], "claims": [...]}`.

    A claim has "trigger", "kind", "voices", "stance", "actor", "target", "place", "time" and
    "figures"; names are strings or objects with a "name". Other keys are ignored.
    """
    hits, n_predicted, n_gold = Tally(), Tally(), Tally()
    for row in gold:
        ours, theirs = row["claims"], predicted.get(row["id"], {}).get("claims", [])
        n_gold += _tally(ours)
        n_predicted += _tally(theirs)
        hits += _hits(ours, theirs, align(ours, theirs, row["sentences"]))
    for tally in (hits, n_predicted, n_gold):
        tally["slot"] = sum(tally[slot] for slot in SLOTS)
    names = ("slot", "claims", "typed", *SLOTS)
    return Scores({name: Counts(hits[name], n_predicted[name], n_gold[name]) for name in names})


def _tally(claims: Sequence[Row]) -> Tally:
    """How many claims there are, and how many values each slot has."""
    slots = {slot: sum(len(values(claim, slot)) for claim in claims) for slot in SLOTS}
    return Tally({"claims": len(claims), "typed": len(claims), **slots})


def _hits(gold: Sequence[Row], predicted: Sequence[Row], pairs: Sequence[tuple[int, int]]) -> Tally:
    aligned = [(gold[i], predicted[j]) for i, j in pairs]
    slots = {slot: sum(agreed(slot, g, p) for g, p in aligned) for slot in SLOTS}
    typed = sum(g["kind"] == p["kind"] for g, p in aligned)
    return Tally({"claims": len(aligned), "typed": typed, **slots})


def align(
    gold: Sequence[Row], predicted: Sequence[Row], sentences: Sequence[Sequence[int]]
) -> list[tuple[int, int]]:
    """One-to-one pairs: same words and kind first, then same words, then most slots in agreement."""
    ranked = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            touching, kin = overlap(g["trigger"], p["trigger"]) > 0, g["kind"] == p["kind"]
            if touching or (kin and _sentence(g, sentences) == _sentence(p, sentences)):
                total = sum(agreed(slot, g, p) for slot in SLOTS)
                ranked.append((touching and kin, touching, total, -i, -j))
    return one_to_one((-i, -j) for *_, i, j in sorted(ranked, reverse=True))


def _sentence(claim: Row, sentences: Sequence[Sequence[int]]) -> int:
    """Index of the sentence that holds most of the trigger; -1 where there are no sentences."""
    return max(range(len(sentences)), key=lambda i: overlap(sentences[i], claim["trigger"]), default=-1)


def agreed(slot: str, gold: Row, predicted: Row) -> int:
    """How many of the gold claim's values of `slot` the predicted claim has too."""
    left, same, found = values(predicted, slot), SAME[slot], 0
    for value in values(gold, slot):
        match = next((n for n, other in enumerate(left) if same(value, other)), None)
        if match is not None:
            del left[match]
            found += 1
    return found


def values(claim: Row, slot: str) -> list[Value]:
    """The values that a claim fills `slot` with; a claim without voices has the report's own."""
    match slot:
        case "kind":
            return [claim["kind"]]
        case "stance":
            return [claim.get("stance") or "asserted"]
        case "voice":
            return [_name(voice) for voice in claim.get("voices") or []] or [OWN_VOICE]
        case "actor" | "target":
            return [_name(named) for named in claim.get(slot) or []]
        case "figure":
            return [(f["measure"], f.get("low"), f.get("high")) for f in claim.get("figures") or []]
        case "place":
            return [_name(claim["place"])] if claim.get("place") else []
        case _:
            return [claim[slot]] if claim.get(slot) else []


def _name(named: str | Row) -> str:
    return named if isinstance(named, str) else str(named.get("name", ""))
