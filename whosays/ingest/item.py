"""What reading a source yields, and what its caller says of it beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from whosays.ingest.language import language
from whosays.ingest.published import doubt
from whosays.model import InputError, Published, Report
from whosays.model.report import LONGEST


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the user should know of a source that was read all the same.

    `where` names the source ("notes.jsonl, line 17"), `what` is a clause without a capital or full stop.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


Item = Report | Notice | InputError


@dataclass(frozen=True, slots=True)
class Stated:
    """What the caller says of the source: the day of publication and the outlet."""

    published: Published = None
    publisher: str | None = None


def finished(report: Report, where: str) -> Iterator[Item]:
    """The report with its language, after a notice if its day of publication is hard to believe.

    An error in its place if it is too long for one report.
    """
    if len(report.text) > LONGEST:
        yield InputError(where, f"{len(report.text):,} characters are too many for one report; split it")
        return
    doubtful = doubt(report.published)
    if doubtful:
        yield Notice(where, doubtful)
    yield replace(report, language=language(report.text))
