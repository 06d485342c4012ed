"""What one report's text has to do with another's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from whosays.model import Report
from whosays.reconcile.copies.agencies import Agency, agency_of, credited
from whosays.reconcile.copies.chance import copies
from whosays.reconcile.copies.compare import compare
from whosays.reconcile.copies.passage import Passage
from whosays.reconcile.copies.tokens import normalise
from whosays.reconcile.copies.words import Words, words

MOSTLY = 0.5
"""Share of the shorter text's words from which on it is the other text, and no longer quotes from it."""

NEARLY_ALL = 0.7
"""Share from which on an outlet's texts are one article even if they do not both open with what they share.

Short articles often end in more background than they have news, the same for months.
"""

OPENING = 40
"""Words within which a text has come to its news: after a headline and a date."""

NEWS = 12
"""Equal words of a passage with which two texts are taken to open with the same news."""

EDGE = 3
"""Words from either end of a text within which an outlet's standing words begin or end."""


class Relation(StrEnum):
    """How two texts with passages in common stand to each other."""

    VERSION = "version"
    """One outlet's article again: corrected, brought up to date, or unchanged."""

    WIRE = "wire"
    """Two outlets, both by their own word with text of one agency, which is neither of them."""

    REPRINT = "reprint"
    """Most of one text stands in that of another outlet."""

    SHARED = "shared passage"
    """Passages in texts that are otherwise different."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two reports with passages in common; `a` and `b` are their digests, the smaller first.

    `words` are equal in both; `share_a` and `share_b` are what share of either text that is, from 0 to 1,
    without its furniture. `agency` is whose text both say that they carry, None if they do not.
    """

    a: str
    b: str
    relation: Relation
    passages: tuple[Passage, ...]
    words: int
    share_a: float
    share_b: float
    agency: Agency | None = None

    @property
    def reports(self) -> tuple[str, str]:
        """The digests of both."""
        return self.a, self.b


def relate(one: Report, other: Report) -> Match | None:
    """What two reports have in common, whichever comes first; None for nothing, and for one and the same."""
    a, b = sorted((one, other), key=lambda report: report.digest)
    passages = () if a.digest == b.digest else compare(a.text, b.text)
    texts = words(a.text), words(b.text)
    if _same_outlet(a, b) and not _is_version(passages, *texts):
        passages = copies(*texts, (passage for passage in passages if not _stands(passage, *texts)))
    if not passages:
        return None
    equal, agency = _equal(passages), _common_agency(a, b)
    shares = equal / len(texts[0]), equal / len(texts[1])
    if _same_outlet(a, b):
        relation = Relation.VERSION if _is_version(passages, *texts) else Relation.SHARED
    elif agency and agency not in (agency_of(a.publisher), agency_of(b.publisher)):
        relation = Relation.WIRE
    else:
        relation = Relation.REPRINT if max(shares) >= MOSTLY else Relation.SHARED
    return Match(a.digest, b.digest, relation, passages, equal, *shares, agency)


def before(one: Report, other: Report) -> bool:
    """Whether one is known to have been published before the other.

    Instants are compared where both have a zone, else days: without one, nobody knows how the hours of two
    places compare.
    """
    first, second = one.published, other.published
    if isinstance(first, datetime) and isinstance(second, datetime) and first.tzinfo and second.tzinfo:
        return first < second
    return one.day is not None and other.day is not None and one.day < other.day


def _equal(passages: Iterable[Passage]) -> int:
    return sum(passage.words for passage in passages)


def _same_outlet(a: Report, b: Report) -> bool:
    return bool(a.publisher and b.publisher) and normalise(a.publisher or "") == normalise(b.publisher or "")


def _is_version(passages: Sequence[Passage], a: Words, b: Words) -> bool:
    """Whether an outlet's texts are one article: the news, with which it opens, not just how it ends."""
    share = _equal(passages) / max(1, min(len(a), len(b)))
    news = (passage for passage in passages if passage.words >= NEWS)
    opens = any(max(passage.runs[0].a, passage.runs[0].b) <= OPENING for passage in news)
    return share >= NEARLY_ALL or (share >= MOSTLY and opens)


def _stands(passage: Passage, a: Words, b: Words) -> bool:
    """Whether it opens or closes both texts, as what an outlet writes on every page does."""
    first, last = passage.runs[0], passage.runs[-1]
    after = min(last.a + last.length - len(a), last.b + last.length - len(b))
    return max(first.a, first.b) < EDGE or after > -EDGE


def _common_agency(a: Report, b: Report) -> Agency | None:
    both = credited(a.text) & credited(b.text)
    named = [agency for agency in both if not agency.unnamed]
    return named[0] if len(named) == 1 else None
