"""What `places` and `parties` share: names with what they mean, and a person's decision on one of them."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from whosays.cli import console
from whosays.cli.console import safe
from whosays.model import Decision, Judgement, NotFoundError, Place, Subject, UsageError

if TYPE_CHECKING:
    from whosays.ledger import Ledger, NameUse

NONE, UNDO = "none", "undo"
"""What `--is` takes besides an id: that the name means nothing known, and that the last judgement goes."""

NameArgument = Annotated[
    str,
    typer.Argument(metavar="[NAME]", help="Part of a name; the whole name, to judge it.", show_default=False),
]
WhyOption = Annotated[str | None, typer.Option(help="Why, in your own words: needed with --is.")]
ByOption = Annotated[str | None, typer.Option(help="Who judges; the user of this computer by default.")]
ReportOption = Annotated[
    str | None, typer.Option("--report", metavar="ID", help="Judge the name in that report only.")
]


class Format(StrEnum):
    """What a list of names is printed as."""

    TABLE = "table"
    JSONL = "jsonl"


FormatOption = Annotated[Format, typer.Option(help="For people, or one JSON object a name.")]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision as it was typed: the name, what it means, and by whom and why."""

    subject: Subject
    name: str
    meaning: str
    why: str | None
    by: str | None
    report: str | None

    def keep(self, ledger: Ledger, found: Callable[[str], Place | str]) -> Judgement:
        """Judge in `ledger`; `found` gives the place or party of an id, or raises NotFoundError."""
        if not self.name:
            raise UsageError(f"--is needs the name of a {self.subject} to judge; give it as an argument")
        if not self.why:
            raise UsageError("--is needs --why: whoever comes after you must be able to see the reason")
        made = self._made(ledger.digest(self.report) if self.report else None, found)
        self._require(ledger, made)
        ledger.judge(made)
        return made

    def _made(self, report: str | None, found: Callable[[str], Place | str]) -> Judgement:
        meant = None if self.meaning in (NONE, UNDO) else found(self.meaning)
        decision = {NONE: Decision.REJECT, UNDO: Decision.WITHDRAW}.get(self.meaning, Decision.CORRECT)
        return Judgement(
            subject=self.subject,
            name=self.name,
            decision=decision,
            by=self.by or getpass.getuser(),
            why=self.why or "",
            at=datetime.now(UTC),
            report=report,
            place=meant if isinstance(meant, Place) else None,
            party=meant if isinstance(meant, str) else None,
        )

    def _require(self, ledger: Ledger, made: Judgement) -> None:
        """Raise NotFoundError if there is nothing to take back."""
        if made.decision is Decision.WITHDRAW and not ledger.rulings().has(
            made.subject, made.name, made.report
        ):
            raise NotFoundError(f"nobody has judged what {self.name!r} means there; there is nothing to undo")


def tell(made: Judgement, meaning: str, claims: int) -> None:
    """Say what a name means now, and of how many claims that decides."""
    where = "in that report" if made.report else "in all reports"
    decides = "" if made.decision is Decision.WITHDRAW else f": {claims} claims"
    console.stdout().print(safe(f"{made.name} {meaning} {where}{decides}"), soft_wrap=True)


def judged_words(judgement: Judgement) -> str:
    """As in "judged by mara: the village, not the town"."""
    return safe(f"judged by {judgement.by}: {judgement.why}")


def write(found: Sequence[NameUse], format_: Format, columns: Callable[[NameUse], Iterable[str]]) -> None:
    """Print names; `columns` says in words what one means."""
    if not found:
        console.stderr().print("no name in the ledger fits")
    elif format_ is Format.JSONL:
        out = console.utf8(sys.stdout)
        out.writelines(json.dumps(_record(use), ensure_ascii=False) + "\n" for use in found)
    else:
        console.stdout().print(_table(found, columns))


def _record(use: NameUse) -> dict[str, Any]:
    record = {name: value for name, value in asdict(use).items() if name != "judgement"}
    judgement = use.judgement
    by = {"by": judgement.by, "why": judgement.why, "at": judgement.at.isoformat()} if judgement else None
    return {**record, "judgement": by}


def _table(found: Sequence[NameUse], columns: Callable[[NameUse], Iterable[str]]) -> Table:
    made = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False)
    made.add_column("name", ratio=3, style="bold", overflow="fold")
    made.add_column("means", ratio=4, style="green", overflow="fold")
    made.add_column("claims", justify="right", no_wrap=True)
    made.add_column("reports", justify="right", no_wrap=True)
    for use in found:
        words = [*columns(use), *([judged_words(use.judgement)] if use.judgement else [])]
        made.add_row(
            Text(safe(use.name)),
            Text(safe("; ".join(words))),
            Text(f"{use.claims:,}"),
            Text(f"{use.reports:,}"),
        )
    return made
