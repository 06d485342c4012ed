"""What `whosays incident` shows of tolls and grades: every answer with the rule that gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from whosays.cli import console
from whosays.cli.claims import ID
from whosays.cli.console import safe
from whosays.cli.render import Line
from whosays.model import Incident, Measure, UsageError
from whosays.reconcile.aggregate import Aggregate, Number, Rule

if TYPE_CHECKING:
    from whosays.reconcile.grades import Admiralty, Grading
    from whosays.reconcile.reckoning import Reckoning
    from whosays.reconcile.tolls import Toll, TollEntry

MOST = 3
"""Names or ids that a line shows before it counts the others."""

RuleOption = Annotated[
    Rule | None, typer.Option(help="The rule by which figures become a number; without it, all six answers.")
]
RatingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--rating",
        metavar="KEY=LETTER",
        help="How far you trust an origin, A to F; once for each. Nobody is rated unless you do.",
    ),
]


def reckoned(found: Incident, rule: Rule | None, ratings: Sequence[str] | None) -> Reckoning:
    """What the incident comes to by that rule, or by all; ratings as they were typed.

    Raises UsageError for a rating that is none. One for nobody in the incident is told on stderr.
    """
    from whosays.ground.parties import Registry  # slow to load: not for --help
    from whosays.reconcile.reckoning import reckoning

    letters = letters_of(ratings)
    made = reckoning(found.told, Registry.default().parties, (rule,) if rule else tuple(Rule), letters)
    for key in letters.keys() - {each.origin.key for each in made.admiralty}:
        console.stderr().print(safe(f"nobody in this incident has the key {key!r}: it rates no one here"))
    return made


def letters_of(ratings: Sequence[str] | None) -> dict[str, str]:
    """Letters by the keys of origins, of ratings as they were typed. Raises UsageError for what is none."""
    return dict(map(_rating, ratings or ()))


def _rating(typed: str) -> tuple[str, str]:
    key, found, letter = typed.rpartition("=")
    if not found or not key:
        raise UsageError(f"the rating {typed!r} is not KEY=LETTER, as in sohr=B")
    return key, letter


def blocks(made: Reckoning, rule: Rule | None) -> Iterator[RenderableType]:
    """The answers, how each toll went on by whose word, and the grades."""
    if made.tolls:
        yield from _by_rule(made.aggregates) if rule else (_answers(made),)
        yield Text()
        yield _histories(made.tolls)
        yield Text()
    if made.airwars:
        yield from _airwars(made.airwars)
        yield Text()
    if made.admiralty:
        yield _admiralty(made.admiralty)


def _answers(made: Reckoning) -> Table:
    """How each toll went on, and the answers of the rules, beside each other."""
    out = _table("tolls", *made.measures)
    out.add_row("history", *(Text(_history(made, measure)) for measure in made.measures))
    for rule in Rule:
        found = {each.measure: each for each in made.aggregates if each.rule is rule}
        out.add_row(rule, *(Text(_numbers(found[measure])) for measure in made.measures))
    return out


def _history(made: Reckoning, measure: Measure) -> str:
    """As in "43, 70, 100; children 24, 67": the toll of all in front."""
    found = [toll for toll in made.tolls if toll.measure is measure]
    ordered = sorted(found, key=lambda toll: toll.population != "all")
    return "; ".join(f"{_of(toll.population)}{toll.history}" for toll in ordered)


def _of(population: str) -> str:
    return "" if population == "all" else f"{safe(population)} "


def _by_rule(aggregates: Iterable[Aggregate]) -> Iterator[Line]:
    for each in aggregates:
        yield Line(Text(f"{each.measure}: {_numbers(each)}", "bold"))
        yield Line(Text(safe(each.receipt)), 2)
        for number in each.numbers:
            claims = " ".join(claim[:ID] for claim in number.claims)
            yield Line(Text(safe(f"{number.population}: by {claims}"), "dim"), 2)


def _numbers(found: Aggregate) -> str:
    """As in "24", "112 (24 to 126)", "children 3; civilians 24 to 80"."""
    if found.rule is Rule.PENDING:
        return "left open"
    return "; ".join(_number(each, found.rule) for each in found.numbers) or "none"


def _number(number: Number, rule: Rule) -> str:
    low, high = f"{number.low:,.10g}", f"{number.high:,.10g}"
    ends = low if low == high else f"{low} to {high}"
    if rule is Rule.RANGE:
        return f"{_of(number.population)}{ends}"
    if rule is Rule.BEST and number.best is not None and low != high:
        return f"{number.best:,.10g} ({ends})"
    return ends


def _histories(tolls: Iterable[Toll]) -> Table:
    out = _table("how it went on", "day", "figure", "who says", "claim")
    for toll in tolls:
        label = toll.measure if toll.population == "all" else f"{toll.measure}, {safe(toll.population)}"
        beside = chain([Text(label, "bold"), Text(toll.course, "dim")], repeat(Text()))
        for name, row in zip(beside, _steps(toll), strict=False):
            out.add_row(name, *row)
        out.add_section()
    return out


def _steps(toll: Toll) -> Iterator[tuple[Text, ...]]:
    """A row a number, the first who gives it in front; what one line would repeat is counted."""
    from whosays.reconcile.accounts.counts import representative

    order: dict[float, list[TollEntry]] = {}
    for entry in toll.entries:
        order.setdefault(representative(entry.figure), []).append(entry)
    for entries in order.values():
        first = entries[0]
        yield (
            Text(str(first.day or "?")),
            Text(safe(first.words + _mark(first))),
            Text(_who(entries), "cyan"),
            Text(first.claim[:ID], "dim"),
        )


def _mark(entry: TollEntry) -> str:
    if entry.former:
        return ", as counted before"
    return ", a correction" if entry.correction else ""


def _who(entries: Iterable[TollEntry]) -> str:
    names = list(dict.fromkeys(safe(entry.origin.name) for entry in entries))
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + more


def _airwars(grading: Grading) -> Iterator[Line]:
    said = (
        Text("Airwars' grade: ")
        .append(f"{grading.grade}", "bold")
        .append(f", for {safe(grading.belligerent)}")
    )
    yield Line(said)
    ids = " ".join(claim[:ID] for claim in grading.claims[:MOST])
    yield Line(Text(safe(grading.reason)).append(f"  {ids}", "dim"), 2)


def _admiralty(graded: Iterable[Admiralty]) -> Table:
    out = _table("who says", "key", "letter", "number", "why")
    for each in graded:
        number = f"{each.credibility.value} {each.credibility.name.lower()}"
        out.add_row(
            Text(safe(each.origin.name), "cyan"),
            Text(safe(each.origin.key)),
            each.reliability,
            number,
            Text(safe(each.reason)),
        )
    return out


def _table(*columns: str) -> Table:
    out = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False)
    for name in columns:
        width = _WIDTHS.get(name)
        out.add_column(name, width=width, ratio=None if width else 1, overflow="fold")
    return out


_WIDTHS = {"tolls": 15, "day": 10, "claim": ID, "letter": 6, "number": 12}
