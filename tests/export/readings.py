"""A reading made by hand, with every slot filled and every slot empty."""

from __future__ import annotations

from datetime import date

from whosays.model import (
    Attribution,
    Cause,
    Claim,
    Figure,
    FigureSort,
    Interval,
    Kind,
    Loaded,
    LoadedSort,
    Location,
    Measure,
    Named,
    Place,
    PlaceMention,
    PlacePrecision,
    Reading,
    Report,
    Scope,
    Span,
    Stance,
    TimeMention,
    TimePrecision,
    TimeType,
    Voice,
    VoiceSort,
)

TEXT = "🚀 Residents of Marwa told River Post that shelling on Friday killed at least 4 farmers. It rained."
REPORT = Report(TEXT, "rp-1", "Farmers killed", "River Post", date(2024, 11, 29), language="en")
MARWA = Place(900001, "Marwa", "city", "SY", "Idlib", 35.5, 36.25, PlacePrecision.TOWN)
FRIDAY = Interval(date(2024, 11, 29), date(2024, 11, 29), TimePrecision.DAY)


def span(quote: str) -> Span:
    """The first place in TEXT that reads `quote`."""
    start = TEXT.index(quote)
    return Span.of(TEXT, start, start + len(quote))


EVIDENCE = span(TEXT.removesuffix(" It rained."))
FULL = Claim(
    id="c1",
    trigger=span("shelling"),
    kind=Kind.SHELLING,
    stance=Stance.ASSERTED,
    evidence=EVIDENCE,
    voices=(
        Voice("River Post", span("River Post"), VoiceSort.OUTLET, "river-post"),
        Voice("Residents of Marwa", span("Residents of Marwa"), VoiceSort.RESIDENT, role="of Marwa"),
    ),
    actor=(Named("army", span("shelling"), "army"),),
    target=(Named("farmers", span("farmers")), Named("Marwa", span("Marwa"))),
    place=Location("Marwa", span("Marwa"), MARWA),
    time=FRIDAY,
    figures=(
        Figure(
            Measure.KILLED,
            4.0,
            None,
            span("at least 4"),
            "farmers",
            Scope("Marwa", "Friday", cumulative=False),
        ),
        Figure(Measure.DURATION, 0.5, 1.0, span("4"), sort=FigureSort.PART),
    ),
)
BARE = Claim("c2", span("rained"), Kind.HARM, Stance.DENIED, span("It rained."))
READING = Reading(
    report=REPORT,
    reader="by hand",
    attributions=(
        Attribution((span("Residents of Marwa"),), (span("told"),), (span("shelling on Friday"),)),
        Attribution((), (span("that"),), (span("shelling"), span("killed")), parent=0),
    ),
    places=(PlaceMention(span("Marwa"), MARWA), PlaceMention(span("River"), None)),
    times=(
        TimeMention(span("on Friday"), TimeType.DATE, "2024-11-29", FRIDAY),
        TimeMention(span("rained"), TimeType.DURATION, "PT3H", None),
    ),
    claims=(FULL, BARE),
    causes=(Cause("c2", FULL.id, span("that"), 0),),
    loaded=(
        Loaded(span("farmers"), LoadedSort.LABEL, 0, "those who farm"),
        Loaded(span("rained"), LoadedSort.SCARE_QUOTES),
    ),
)
