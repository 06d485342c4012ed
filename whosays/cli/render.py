"""Readings as people like to read them: each sentence once, and below it who says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.text import Text

from whosays.cli.console import safe
from whosays.model import (
    Claim,
    Figure,
    FigureSort,
    Interval,
    Location,
    Measure,
    Named,
    Reading,
    Report,
    Span,
    Stance,
    Voice,
)

RULE = 80
"""Columns that the line below a title has at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """Text that wraps at the console's width, every line `indent` columns from the left."""

    text: Text
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        for line in self.text.wrap(console, options.max_width - self.indent):
            line.rstrip()
            line.pad_left(self.indent)
            yield line


_STANCE_STYLES = {Stance.DENIED: "bold red", Stance.UNCONFIRMED: "bold yellow"}
_SORTS = {FigureSort.PART: "of them ", FigureSort.FORMER: "before that "}
YEAR = 365.25
"""Days."""

WEEKS = 0.16
"""Years, some eight weeks, below which days say more."""

_UNITS = {Measure.DISTANCE: "m", Measure.DURATION: "years"}


def reading_lines(reading: Reading, below: Mapping[str, list[Line]] | None = None) -> Iterator[Line]:
    """The report's header, then its claims in the order of the text, grouped by the words they rest on.

    `below` has lines to add to claims, by their ids.
    """
    yield from header_lines(reading.report)
    causes = _causes(reading)
    for evidence, claims in groupby(reading.claims, key=lambda claim: claim.evidence):
        group = list(claims)
        yield Line(Text())
        yield evidence_line(evidence, [claim.trigger for claim in group])
        for claim in group:
            yield from claim_lines(claim)
            yield from causes.get(claim.id, ())
            yield from (below or {}).get(claim.id, ())
    if not reading.claims:
        yield Line(Text("no claims found", style="dim"))


def header_lines(report: Report) -> Iterator[Line]:
    """The report's title, or id, and below it outlet, day and language."""
    title = safe(report.title or f"report {report.id}")
    yield Line(Text(title, style="bold"))
    yield Line(Text("─" * min(cell_len(title), RULE), style="dim"))
    known = [report.publisher, report.day and report.day.isoformat(), report.language]
    about = " · ".join(part for part in known if part)
    yield Line(Text(safe(about or "outlet and day unknown"), style="dim"))


def evidence_line(evidence: Span, triggers: Iterable[Span]) -> Line:
    """The evidence in quotation marks, its triggers highlighted."""
    quoted = Text(f"“{safe(evidence.quote)}”", style="italic")
    for trigger in triggers:
        quoted.stylize("bold underline", trigger.start - evidence.start + 1, trigger.end - evidence.start + 1)
    return Line(quoted)


def claim_lines(claim: Claim) -> Iterator[Line]:
    """Who says it and what it is on one line, the slots on the next."""
    said = Text.assemble(
        (voice_chain(claim), "cyan"), ": ", (claim.kind, "bold magenta"), f" “{safe(claim.trigger.quote)}”"
    )
    if claim.stance is not Stance.ASSERTED:
        said.append(", ").append(claim.stance, _STANCE_STYLES.get(claim.stance, "bold blue"))
    yield Line(said, 2)
    slots = Text(" · ").join(_slots(claim))
    if slots:
        yield Line(slots, 4)


def _causes(reading: Reading) -> dict[str, list[Line]]:
    """What each claim is said to be the effect of, by its id."""
    triggers = {claim.id: f"{claim.kind} “{safe(claim.trigger.quote)}”" for claim in reading.claims}
    found: dict[str, list[Line]] = {}
    for cause in reading.causes:
        words = Text.assemble(("because of ", "dim"), triggers.get(cause.cause, ""))
        found.setdefault(cause.effect, []).append(Line(words, 4))
    return found


def voice_chain(claim: Claim) -> str:
    """The voices from the outermost in: "Middle East Eye › Turkish security sources"."""
    return " › ".join(safe(voice_words(voice)) for voice in claim.voices) or "the report itself"


def voice_words(voice: Voice) -> str:
    """The voice's name, and its role unless the name tells it: "Omar Siddiq (the mayor of Ariha)"."""
    told = voice.role is None or voice.role.casefold() in voice.name.casefold()
    return voice.name if told else f"{voice.name} ({voice.role})"


def figure_words(figure: Figure) -> str:
    """As in "4 killed", "at least 12 wounded", "up to 200 people", "500 m", "3 days", "of them 2 killed"."""
    times, unit = _unit(figure)
    low, high = (
        end if end is None or times == 1 else round(end * times) for end in (figure.low, figure.high)
    )
    return f"{_SORTS.get(figure.sort, '')}{_range(low, high)} {unit}"


def _unit(figure: Figure) -> tuple[float, str]:
    """How often a unit goes into that of the measure, and its name: days for weeks, hours for less."""
    longest = figure.high or figure.low or 0
    if figure.measure is not Measure.DURATION or longest >= WEEKS:
        return 1, _UNITS.get(figure.measure, figure.measure)
    return (YEAR, "days") if longest * YEAR >= 1 else (24 * YEAR, "hours")


def day_words(interval: Interval) -> str:
    """As in "2024-11-29", "2024-11-27 – 2024-11-29", "since 2024-11-27", "until 2024-11-29"."""
    if interval.latest is None:
        return f"since {interval.earliest}"
    if interval.earliest is None:
        return f"until {interval.latest}"
    days = (str(interval.earliest), str(interval.latest))
    return days[0] if days[0] == days[1] else " – ".join(days)


def place_words(location: Location) -> str:
    """The report's name for the place, with province and country when it is resolved."""
    place = location.place
    around = [part for part in (place.admin1, place.country) if part] if place else []
    return safe(location.name + (f" ({', '.join(around)})" if around else ""))


def _slots(claim: Claim) -> Iterator[Text]:
    if claim.target:
        yield Text(f"{_names(claim.actor)} → {_names(claim.target)}".lstrip())
    elif claim.actor:
        yield Text(_names(claim.actor))
    if claim.place:
        yield Text(place_words(claim.place), style="green")
    if claim.time:
        yield Text(day_words(claim.time), style="blue")
    if claim.figures:
        yield Text(", ".join(map(figure_words, claim.figures)), style="bold")


def _names(slot: Iterable[Named]) -> str:
    return ", ".join(safe(named.name) for named in slot)


def _range(low: float | None, high: float | None) -> str:
    if high is None:
        return f"at least {_number(low)}" if low is not None else "some"
    if low is None:
        return f"up to {_number(high)}"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: float) -> str:
    return f"{value:,.15g}"
