"""Which reports carry one and the same text, passage by passage.

Words of different reports that a match sets equal are one word, and so on from report to report: each has a
circle of reports that carry it. Words with one circle travelled together, and so did, more or less, those
whose circles are mostly the same: of nine papers that print an agency's text, each cuts another sentence.
So passages whose circles have more than half of their reports in common make a family. A background sentence
in two stories does not tie these together: of its circle, which holds both, only one can be more than half.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from whosays.model import Report, Span
from whosays.reconcile.copies.circles import Circles, together
from whosays.reconcile.copies.compare import BRIDGE, SEED
from whosays.reconcile.copies.origin import Original, original
from whosays.reconcile.copies.relation import Match
from whosays.reconcile.copies.words import words

STANDS_IN = 0.5
"""Share of a span's code points that must lie in a passage for the span to stand in it."""


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a family, by its digest, and where the family's text stands in it."""

    report: str
    passages: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that carry one text, and where it probably comes from: None if that cannot be told.

    `id` depends on the members and their passages alone.
    """

    id: str
    members: tuple[Member, ...]
    original: Original | None


class Families:
    """Families, and which of them a stretch of a report belongs to."""

    def __init__(self, families: Iterable[Family]) -> None:
        self.all = tuple(sorted(families, key=lambda family: family.id))
        self._of: dict[str, list[tuple[Span, Family]]] = defaultdict(list)
        for family in self.all:
            for member in family.members:
                self._of[member.report] += ((span, family) for span in member.passages)

    def at(self, report: str, start: int, end: int) -> Family | None:
        """The family in whose text [start, end) of a report mostly stands; None if it is the report's own.

        `report` is a digest. Claims whose evidence stands in one family have one origin.
        """
        covered = defaultdict[Family, int](int)
        for span, family in self._of.get(report, ()):
            covered[family] += _overlap(span, start, end)
        most = max(covered, key=lambda family: (covered[family], family.id), default=None)
        return most if most and covered[most] >= STANDS_IN * (end - start) else None


def families(reports: Mapping[str, Report], matches: Iterable[Match]) -> Families:
    """The families of matched reports, by digest: the same in whatever order the matches come.

    To bring families up to date after a report was added, it is enough to give the matches that hang together
    with its own.
    """
    kept = sorted({match.reports: match for match in matches}.values(), key=lambda match: match.reports)
    digests = sorted({digest for match in kept for digest in match.reports})
    circles = Circles({digest: len(words(reports[digest].text)) for digest in digests}, kept)
    travelling = together(circles)
    members = defaultdict[int, list[Member]](list)
    for digest in digests:
        numbers = [travelling.get(number, -1) for number in circles.of(digest).tolist()]
        for family, passages in _passages(reports[digest].text, numbers).items():
            members[family].append(Member(digest, tuple(passages)))
    return Families(_family(reports, each) for each in members.values() if len(each) > 1)


def _passages(text: str, families: list[int]) -> dict[int, list[Span]]:
    """Where the words of each family stand, small gaps bridged; -1 is a word of none."""
    found = defaultdict[int, list[range]](list)
    for n, family in enumerate(families):
        last = found[family][-1] if found[family] else None
        if last is not None and n - last.stop <= BRIDGE:
            found[family][-1] = range(last.start, n + 1)
        else:
            found[family].append(range(n, n + 1))
    found.pop(-1, None)
    longer = {family: [r for r in ranges if len(r) > SEED] for family, ranges in found.items()}
    return {family: [_span(text, r) for r in ranges] for family, ranges in longer.items() if ranges}


def _span(text: str, stretch: range) -> Span:
    compared = words(text)
    return Span.of(text, int(compared.starts[stretch.start]), int(compared.ends[stretch.stop - 1]))


def _family(reports: Mapping[str, Report], members: list[Member]) -> Family:
    content = [[member.report, *((span.start, span.end) for span in member.passages)] for member in members]
    name = blake2b(json.dumps(content).encode(), digest_size=8).hexdigest()
    return Family(name, tuple(members), original([reports[member.report] for member in members]))


def _overlap(span: Span, start: int, end: int) -> int:
    return max(0, min(span.end, end) - max(span.start, start))
