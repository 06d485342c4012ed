"""`whosays export`: the ledger, or a part of it, as a file for other tools, with a receipt beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.claims import DisputedOption, PartyOption, SinceOption, UntilOption
from whosays.cli.console import safe
from whosays.cli.incidents import AsOfOption, KindOption, PlaceOption, bring_up_to_date
from whosays.cli.tolls import RatingOption, letters_of
from whosays.export.formats import FORMATS, Format
from whosays.model import Stance, UsageError
from whosays.reconcile.aggregate import Rule

if TYPE_CHECKING:
    from whosays.ledger import ClaimFilter

NAMES = ", ".join(FORMATS)


def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {NAMES}.")],  # noqa: A002
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="The file; its receipt is put beside it.")
    ],
    voice: Annotated[str | None, typer.Option(help="Part of a voice's name, or a party's id.")] = None,
    kind: KindOption = None,
    place: PlaceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    stance: Annotated[Stance | None, typer.Option(help="How the voice stands to it.")] = None,
    text: Annotated[str | None, typer.Option(help="Words of the sentence or of names.")] = None,
    party: PartyOption = None,
    disputed: DisputedOption = False,
    reports: Annotated[
        int | None, typer.Option("--reports", min=1, help="The least number of reports of an incident.")
    ] = None,
    as_of: AsOfOption = None,
    rule: Annotated[
        Rule | None, typer.Option(help="The rule by which figures become a number; the format's own without.")
    ] = None,
    hxl: Annotated[
        bool, typer.Option("--hxl", help="With the row of HXL hashtags below the headers.")
    ] = False,
    rating: RatingOption = None,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Export the ledger, or what fits of it, as a file that other tools read.

    Beside FILE lies FILE.receipt.json: what was left out, put together or chosen, by which rule, and the ids
    of the claims behind each row.
    """
    from whosays.ledger import ClaimFilter  # slow to load: not for --help

    asked = _format(format, out)
    ratings = letters_of(rating)
    _require_use(asked, reports=reports, as_of=as_of, rule=rule, hxl=hxl, ratings=ratings)
    first, last = since.date() if since else None, until.date() if until else None
    wanted = ClaimFilter(voice, kind, place, first, last, stance, text, party, disputed)
    limits: dict[str, object] = {"rule": rule, "reports": reports, "as-of": as_of and as_of.isoformat()}
    limits |= {f"rating of {origin}": letter for origin, letter in ratings.items()}
    least = reports or 1
    _write(
        asked, out, wanted, limits, ledger, reports=least, as_of=as_of, rule=rule, hxl=hxl, ratings=ratings
    )


def _write(
    format_: Format,
    out: Path,
    wanted: ClaimFilter,
    limits: Mapping[str, object],
    ledger: str,
    *,
    reports: int,
    as_of: datetime | None,
    rule: Rule | None,
    hxl: bool,
    ratings: Mapping[str, str],
) -> None:
    from whosays.export import file
    from whosays.export.asked import Asked
    from whosays.export.choices import Choices
    from whosays.export.receipt import Receipt
    from whosays.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        bring_up_to_date(opened)
        asked = Asked(opened, wanted, reports, as_of)
        receipt = Receipt(format_.name, {"ledger": opened.name, **_said(wanted, limits)})
        file.write(format_, asked, out, Choices(rule, hxl, ratings=ratings), receipt, asked.account_for_rest)
    console.stdout().print(safe(f"{out}: {receipt.summary()}"), soft_wrap=True)
    console.stdout().print(safe(f"{file.receipt_of(out)} says which, and why"), soft_wrap=True)


def _format(name: str, out: Path) -> Format:
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}; it is one of {NAMES}")
    if out.is_dir():
        raise UsageError(f"{out} is a folder; name a file in it, as {out / f'whosays{FORMATS[name].suffix}'}")
    return FORMATS[name]


def _require_use(
    format_: Format,
    *,
    reports: int | None,
    as_of: datetime | None,
    rule: Rule | None,
    hxl: bool,
    ratings: Mapping[str, str],
) -> None:
    """Raise UsageError for an option that the format could only pass over in silence."""
    given = {"--reports": reports, "--as-of": as_of, "--rule": rule}
    idle = next((option for option, value in given.items() if value is not None), None)
    if format_.of_claims and idle:
        raise UsageError(f"{format_.name} lists claims, and {idle} is for formats that list incidents")
    if rule is Rule.HIERARCHY:
        raise UsageError("an export has no list of sources to go by; --rule takes any rule but hierarchy")
    if hxl and not format_.hxl:
        names = ", ".join(each.name for each in FORMATS.values() if each.hxl)
        raise UsageError(f"{format_.name} has no row of hashtags; --hxl is for {names}")
    if ratings and not format_.rated:
        names = ", ".join(each.name for each in FORMATS.values() if each.rated)
        raise UsageError(f"{format_.name} grades nobody; --rating is for {names}")


def _said(wanted: ClaimFilter, limits: Mapping[str, object]) -> dict[str, str]:
    """What was asked for, by the options that said so."""
    from dataclasses import asdict

    given = {**asdict(wanted), **limits}
    return {option: str(value) for option, value in given.items() if value not in (None, False)}
