"""Attributions in coded reports, where the teacher's rules and the coders agree.

The coders wrote down on whose word each claim is, but not with which words that is said. An attribution that
the rules find is taken if the claims within it are, for the coders, on its source's word; where the coders
have the report's own word and the rules find nothing, there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from training.marked import Mark, Span
from training.teacher.rules import attributions
from whosays.model import Attribution

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})
EMPTY = frozenset({"the", "a", "an", "of", "s", "for", "in"})

Claim = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Silver:
    """Marks, and the stretches outside which nothing is known of who says what."""

    cues: list[Mark]
    settled: list[Span]


def silver(claims: list[Claim], syntax: Doc) -> Silver:
    """What rules and coders agree on in one report."""
    found = attributions(syntax)
    kept = {i for i, a in enumerate(found) if _is_confirmed(a, claims)}
    cues = [_mark(found[i], inner=found[i].parent in kept) for i in sorted(kept)]
    told = [span for m in cues for spans in m.parts.values() for span in spans]
    return Silver(cues, [*told, *_plain(found, claims, syntax)])


def _is_confirmed(attribution: Attribution, claims: list[Claim]) -> bool:
    """Whether at least half of the claims within it are on its source's word."""
    inside = [c for c in claims if _holds(attribution, c)]
    agreed = [c for c in inside if any(_is_source(attribution, voice) for voice in c["voices"])]
    return bool(inside) and 2 * len(agreed) >= len(inside)


def _holds(attribution: Attribution, claim: Claim) -> bool:
    start, end = claim["trigger"]
    return any(part.start <= start and end <= part.end for part in attribution.content)


def _is_source(attribution: Attribution, voice: str) -> bool:
    said = [_words(part.quote) for part in attribution.source]
    if any(words <= PRONOUNS for words in said):
        return True
    wanted = [_words(name) for name in voice.split("|")]
    return any(a and b and (a <= b or b <= a) for a in said for b in wanted)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())) - EMPTY


def _mark(attribution: Attribution, *, inner: bool) -> Mark:
    spans = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    parts = {role: [(s.start, s.end) for s in found] for role, found in spans.items()}
    return Mark(parts["cue"], parts, inner=inner)


def _plain(found: tuple[Attribution, ...], claims: list[Claim], syntax: Doc) -> list[Span]:
    """Sentences all of whose claims are the report's own, and in which the rules find nothing."""
    plain = []
    for sentence in syntax.sents:
        start, end = sentence.start_char, sentence.end_char
        inside = [c for c in claims if start <= c["trigger"][0] < end]
        spans = (s for a in found for s in (*a.source, *a.cue, *a.content))
        if (
            inside
            and not any(c["voices"] for c in inside)
            and not any(s.start < end and s.end > start for s in spans)
        ):
            plain.append((start, end))
    return plain
