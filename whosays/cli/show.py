"""`whosays show`: a claim inside its report, and what it says slot by slot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.console import safe
from whosays.cli.loaded import loaded_lines
from whosays.cli.marks import bracketed, coloured, legend
from whosays.cli.render import Line, day_words, figure_words, header_lines, place_words, voice_words
from whosays.model import (
    SLOTS,
    Claim,
    ClaimSlot,
    Decision,
    Figure,
    Judgement,
    Location,
    Measure,
    Named,
    Report,
    Subject,
    Voice,
)

if TYPE_CHECKING:
    from whosays.ledger import Rulings


def show(
    claim_id: Annotated[str, typer.Argument(metavar="ID", help="A claim's id, or the start of it.")],
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Show a claim inside its report: the words it rests on, and what was read from them."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    with Ledger.open(ledger, create=False) as opened:
        report, claim = opened.claim(claim_id)
        _, read = opened.claim(claim_id, judged=False)
        loaded = opened.loaded(claim_id)
        rulings = opened.rulings()
    out = console.stdout()
    for line in header_lines(report):
        out.print(line)
    _print_text(out, report, claim)
    out.print(_slots(report, claim, read, rulings))
    for line in loaded_lines(loaded):
        out.print(line)


def _print_text(out: Console, report: Report, claim: Claim) -> None:
    mark = coloured if out.is_terminal else bracketed
    out.print()
    for line in mark(report.text, claim):
        out.print(Line(line))
    out.print()
    if not out.is_terminal:
        out.print(legend(), end="\n\n")


def _slots(report: Report, claim: Claim, read: Claim, rulings: Rulings) -> Table:
    made = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    made.add_column(style="bold", no_wrap=True)
    made.add_column(overflow="fold")
    judged = (*_corrected(read, rulings), *_judged(report, claim, rulings))
    for name, value in (*_values(report, claim), *judged):
        made.add_row(name, Text(safe(value)))
    return made


def _judged(report: Report, claim: Claim, rulings: Rulings) -> Iterator[tuple[str, str]]:
    """What people have judged of the names above."""
    named = [voice.name for voice in claim.voices] + [each.name for each in (*claim.actor, *claim.target)]
    names = [(Subject.PARTY, name) for name in named]
    places = [(Subject.PLACE, claim.place.name)] if claim.place else []
    for subject, name in dict.fromkeys((*names, *places)):
        judgement = rulings.on(subject, name, report.digest)
        if judgement:
            yield "judged", f"{subject} {name}, {_by(judgement)}"


def _corrected(read: Claim, rulings: Rulings) -> Iterator[tuple[str, str]]:
    """What people have judged of the claim and its slots, with what was read there."""
    whole = rulings.on_claim(read.id)
    if whole:
        yield "judged", f"{whole.decision}, {_by(whole)}"
    for slot in SLOTS:
        judgement = rulings.on_slot(read.id, slot)
        if judgement:
            was = "; ".join(_read(read, slot)) or "nothing"
            yield "judged", f"{slot} {_DONE[judgement.decision]}, {_by(judgement)} (read as: {was})"


_DONE = {Decision.CORRECT: "corrected", Decision.REJECT: "rejected", Decision.ACCEPT: "accepted"}


def _by(judgement: Judgement) -> str:
    return f"by {judgement.by} on {judgement.at:%Y-%m-%d}: {judgement.why}"


def _read(read: Claim, slot: ClaimSlot) -> Iterator[str]:
    """What stands in a slot, in the words of `_values`."""
    figures = [_figure(figure) for figure in read.figures if figure.measure is slot]
    return iter(figures) if isinstance(slot, Measure) else (v for name, v in _filled(read) if name == slot)


def _values(report: Report, claim: Claim) -> Iterator[tuple[str, str]]:
    yield "claim", claim.id
    yield "report", f"{report.id}, {report.url}" if report.url else report.id
    yield from _filled(claim)


def _filled(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "kind", claim.kind
    yield "stance", claim.stance
    for voice in claim.voices:
        yield "voice", _voice(voice)
    for role, slot in (("actor", claim.actor), ("target", claim.target)):
        for named in slot:
            yield role, _named(named)
    if claim.place:
        yield "place", _place(claim.place)
    if claim.time:
        yield "time", f"{day_words(claim.time)} ({claim.time.precision})"
    for figure in claim.figures:
        yield "figure", _figure(figure)


def _voice(voice: Voice) -> str:
    return f"{voice_words(voice)}{_where_and_who(voice)}, {voice.sort}"


def _named(named: Named) -> str:
    return f"{named.name}{_where_and_who(named)}"


def _where_and_who(named: Named | Voice) -> str:
    written = "" if named.span.quote == named.name else f", “{named.span.quote}”"
    return f"{written}{f', party {named.party}' if named.party else ''}"


def _place(location: Location) -> str:
    place = location.place
    if place is None:
        return f"{location.name}, not on the map"
    id_ = "" if place.geonames_id is None else f", GeoNames {place.geonames_id}"
    return f"{place_words(location)}, {place.lat:.4f} {place.lon:.4f} to the {place.precision}{id_}"


def _figure(figure: Figure) -> str:
    of = f", of {figure.of}" if figure.of else ""
    return f"{figure_words(figure)}, “{figure.span.quote}”{of}{''.join(_scope(figure))}"


def _scope(figure: Figure) -> Iterator[str]:
    if figure.scope is None:
        return
    if figure.scope.area:
        yield f", in {figure.scope.area}"
    if figure.scope.window:
        yield f", {figure.scope.window}"
    if figure.scope.cumulative is not None:
        yield ", cumulative" if figure.scope.cumulative else ", not cumulative"
