"""Score times: TIMEX3 spans, types and values, as TempEval-3 does.

- strict: a hit is an equal span.
- relaxed: a hit is a shared character; each time is used once, the largest overlap first.
- type, value: a hit is a relaxed hit whose attribute is also equal, character by character
  (TempEval-3's "attribute F1"; it ranked by value). Their accuracy is the share of relaxed hits
  whose attribute is equal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench.scorers.measures import Counts, Row, Scores, share
from bench.scorers.overlap import equal_spans, pair

ATTRIBUTES = ("type", "value")


def score(gold: Sequence[Row], predicted: Mapping[str, Row]) -> Scores:
    """All measures over `gold` rows `{"id", "times": [{"span", "type", "value"}]}`."""
    sides = [(row["times"], predicted.get(row["id"], {}).get("times", [])) for row in gold]
    pairs = [(g[i], p[j]) for g, p in sides for i, j in pair(g, p)]
    equal = {name: sum(g[name] == p.get(name) for g, p in pairs) for name in ATTRIBUTES}
    hits = {"strict": sum(equal_spans(g, p) for g, p in sides), "relaxed": len(pairs), **equal}
    n_gold, n_predicted = sum(len(g) for g, _ in sides), sum(len(p) for _, p in sides)
    return Scores(
        {name: Counts(n, n_predicted, n_gold) for name, n in hits.items()},
        {f"{name} accuracy": share(n, len(pairs)) for name, n in equal.items()},
    )
