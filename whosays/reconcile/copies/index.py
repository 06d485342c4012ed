"""Reports in memory, each found by the passages that it shares with others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from whosays.model import Report
from whosays.reconcile.copies.families import Families, families
from whosays.reconcile.copies.relation import Match, relate
from whosays.reconcile.copies.signatures import COMMON, signatures, worth_comparing


class Index:
    """Finds copies among the reports added so far, in whatever order they were added.

    A report is compared once, when it is added, with the few that have signatures in common with it. Only of
    a passage in more than `COMMON` reports not every pair is found, and which ones hangs on the order.
    """

    def __init__(self) -> None:
        self._reports: dict[str, Report] = {}
        self._signatures: dict[str, int] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)
        self._matches: dict[str, list[Match]] = defaultdict(list)

    def add(self, report: Report) -> tuple[Match, ...]:
        """Take in a report and tell what it shares with those before; one that is there adds nothing."""
        if report.digest in self._reports:
            return ()
        found = self.matches(report)
        left = signatures(report.text)
        self._reports[report.digest], self._signatures[report.digest] = report, len(left)
        for signature in left:
            self._holders[signature].append(report.digest)
        for match in found:
            for digest in match.reports:
                self._matches[digest].append(match)
        return found

    def matches(self, report: Report) -> tuple[Match, ...]:
        """What a report shares with those added, itself not counted, whether it is among them or not."""
        if report.digest in self._reports:
            return _sorted(self._matches.get(report.digest, ()))
        return _sorted(filter(None, (relate(report, other) for other in self._candidates(report))))

    def families(self) -> Families:
        """The families of all reports added."""
        return families(self._reports, (match for found in self._matches.values() for match in found))

    def _candidates(self, report: Report) -> Iterator[Report]:
        left = signatures(report.text)
        holders = (self._holders.get(signature, ()) for signature in left)
        shared = Counter(digest for held in holders if len(held) <= COMMON for digest in held)
        for digest, count in shared.items():
            if worth_comparing(count, len(left), self._signatures[digest]):
                yield self._reports[digest]


def _sorted(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: match.reports))
