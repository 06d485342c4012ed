"""Score attributions: who (source) says or thinks (cue) what (content).

Tokens are `\\w+|[^\\w\\s]`; a token that is a quotation mark or an apostrophe never counts, so that
including or leaving out the marks around a quote costs nothing. Sums run over the whole data set.

- source, cue, content: a token belongs to a role if any attribution of the article gives it that role.
- attribution: attributions pair one to one, best content overlap first. A pair needs a content
  Jaccard of at least 0.5, and a source token in common or no source on both sides.
- strict: the same, but content tokens and source tokens must be equal.
- recall of direct, mixed and indirect speech: the share of gold attributions paired as in
  `attribution`, by how much of their content is in quotation marks.

An attribution whose content has no token counts for its roles' tokens only. PolNeAR marks outermost
attributions only, so predicted ones with a "parent" are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from bench.scorers.measures import Counts, Row, Scores, share
from bench.scorers.overlap import one_to_one
from bench.scorers.quoted import KINDS, Article, Tokens

ROLES = ("source", "cue", "content")
ALIKE = 0.5

Attribution = dict[str, Tokens]
Fit = Callable[[Attribution, Attribution], bool]


def score(gold: Sequence[Row], predicted: Mapping[str, Row]) -> Scores:
    """All measures over `gold` rows `{"id", "text", "attributions": [{"source", "cue", "content"}]}`."""
    hits, n_predicted, n_gold = Counter[str](), Counter[str](), Counter[str]()
    for row in gold:
        article = Article(row["text"])
        ours = _roles(article, row["attributions"])
        theirs = _roles(article, _outermost(predicted.get(row["id"], {})))
        for name, found in _compare(article, ours, theirs).items():
            hits[name] += found.hits
            n_predicted[name] += found.predicted
            n_gold[name] += found.gold
    counts = {n: Counts(hits[n], n_predicted[n], n_gold[n]) for n in (*ROLES, "attribution", "strict")}
    return Scores(counts, {f"recall of {kind}": share(hits[kind], n_gold[kind]) for kind in KINDS})


def _outermost(row: Row) -> list[Row]:
    return [a for a in row.get("attributions", []) if a.get("parent") is None]


def _roles(article: Article, attributions: Sequence[Row]) -> list[Attribution]:
    return [{role: article.within(a.get(role, [])) for role in ROLES} for a in attributions]


def _compare(article: Article, gold: list[Attribution], predicted: list[Attribution]) -> dict[str, Counts]:
    """Counts of one article, by measure."""
    counts = {role: _token_counts(role, gold, predicted) for role in ROLES}
    gold, predicted = ([a for a in side if a["content"]] for side in (gold, predicted))
    pairs = {name: pair_up(gold, predicted, fit) for name, fit in FITS.items()}
    for name, found in pairs.items():
        counts[name] = Counts(len(found), len(predicted), len(gold))
    return counts | _by_kind(article, gold, [g for g, _ in pairs["attribution"]])


def _token_counts(role: str, gold: list[Attribution], predicted: list[Attribution]) -> Counts:
    g, p = (frozenset[int]().union(*(a[role] for a in side)) for side in (gold, predicted))
    return Counts(len(g & p), len(p), len(g))


def _by_kind(article: Article, gold: list[Attribution], found: list[int]) -> dict[str, Counts]:
    kinds = [article.kind(a["content"]) for a in gold]
    asked, hits = Counter(kinds), Counter(kinds[g] for g in found)
    return {kind: Counts(hits[kind], 0, asked[kind]) for kind in KINDS}


def pair_up(gold: list[Attribution], predicted: list[Attribution], fits: Fit) -> list[tuple[int, int]]:
    """One-to-one pairs (gold index, predicted index) that fit, best content Jaccard first."""
    ranked = sorted(
        (-_jaccard(a["content"], b["content"]), g, p)
        for g, a in enumerate(gold)
        for p, b in enumerate(predicted)
        if a["content"] & b["content"] and fits(a, b)
    )
    return one_to_one((g, p) for _, g, p in ranked)


def _jaccard(a: Tokens, b: Tokens) -> float:
    return len(a & b) / len(a | b)


def _alike(gold: Attribution, predicted: Attribution) -> bool:
    g, p = gold["source"], predicted["source"]
    return _jaccard(gold["content"], predicted["content"]) >= ALIKE and (bool(g & p) or not (g or p))


def _equal(gold: Attribution, predicted: Attribution) -> bool:
    return gold["content"] == predicted["content"] and gold["source"] == predicted["source"]


FITS: Mapping[str, Fit] = {"attribution": _alike, "strict": _equal}
