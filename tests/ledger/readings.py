"""Readings to fill a ledger with: made by hand, and any at all for properties."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, date, timedelta, timezone
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

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

READER = "test reader 1"
TEXT = "Officials in Marwa told the Harbour Post on Friday that shelling killed at least 4 farmers."
MARWA = Place(900001, "Marwa", "city", "XA", "North", 35.5, 36.25, PlacePrecision.TOWN)


def claim_id(*parts: object) -> str:
    """Hex, and another one for other parts."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:20]


def span(text: str, quote: str) -> Span:
    """The first place in `text` that reads `quote`."""
    start = text.index(quote)
    return Span.of(text, start, start + len(quote))


def report(**changes: Any) -> Report:
    """A report by an invented outlet."""
    given = {"text": TEXT, "title": "Farmers killed", "publisher": "Harbour Post"}
    return Report(**{**given, "published": date(2031, 3, 8), **changes})


def claim(text: str = TEXT, **changes: Any) -> Claim:
    """A claim with every slot filled, in `TEXT` or a text that contains it."""
    slots: dict[str, Any] = {
        "id": claim_id(text),
        "trigger": span(text, "shelling"),
        "kind": Kind.SHELLING,
        "stance": Stance.ASSERTED,
        "evidence": span(text, TEXT),
        "voices": (
            Voice("Harbour Post", span(text, "Harbour Post"), VoiceSort.OUTLET),
            Voice(
                "Officials in Marwa",
                span(text, "Officials"),
                VoiceSort.OFFICIAL,
                "marwa-council",
                "of the council",
            ),
        ),
        "actor": (),
        "target": (Named("farmers", span(text, "farmers")),),
        "place": Location("Marwa", span(text, "Marwa"), MARWA),
        "time": Interval(date(2031, 3, 7), date(2031, 3, 7), TimePrecision.DAY),
        "figures": (Figure(Measure.KILLED, 4, None, span(text, "at least 4"), "farmers", Scope("Marwa")),),
    }
    return Claim(**{**slots, **changes})


def reading(of: Report | None = None, *claims: Claim, reader: str = READER) -> Reading:
    """A reading of `of` with `claims`, or one claim of its own."""
    of = of or report()
    text = of.text
    told = Attribution(
        (span(text, "Officials in Marwa"),), (span(text, "told"),), (span(text, "shelling killed"),)
    )
    return Reading(
        report=of,
        reader=reader,
        attributions=(told,),
        places=(PlaceMention(span(text, "Marwa"), MARWA),),
        times=(TimeMention(span(text, "on Friday"), TimeType.DATE, "2031-03-07", None),),
        claims=claims or (claim(text, id=claim_id(of.digest)),),
        causes=(Cause(claim_id(of.digest), claim_id("else"), span(text, "killed"), 0),),
        loaded=(
            Loaded(span(text, "farmers"), LoadedSort.LABEL, None, "those who farm"),
            Loaded(span(text, "shelling"), LoadedSort.DEED, 0),
        ),
    )


def numbered(number: int) -> Reading:
    """One of many readings, each of another report."""
    day = date(2031, 1, 1) + timedelta(days=number % 60)
    return reading(report(text=f"{TEXT} No. {number}.", title=f"Report {number}", published=day))


# Any text at all: NUL, lone surrogates, right-to-left and astral characters are all drawn.
texts = st.text(alphabet=st.characters(), min_size=1, max_size=60) | st.sampled_from(
    ["قصف في مروة 🚀", "a\0b", "\ud83d\ude80 \udcff", "\x1a0000", "\u202eevil\u2066", "e\u0301 İ ß"]
)
maybe_texts = st.none() | texts
floats = st.none() | st.floats(allow_nan=False)
zones = st.sampled_from([UTC, None, timezone(timedelta(hours=3)), timezone(-timedelta(hours=3, minutes=30))])
published = st.none() | st.dates() | st.datetimes(timezones=zones)


@st.composite
def places(draw: DrawFn) -> Place:
    """Any entry of a gazetteer."""
    return Place(
        geonames_id=draw(st.none() | st.integers(1, 2**31)),
        name=draw(texts),
        kind=draw(texts),
        country=draw(maybe_texts),
        admin1=draw(maybe_texts),
        lat=draw(st.floats(-90, 90)),
        lon=draw(st.floats(-180, 180)),
        precision=draw(st.sampled_from(PlacePrecision)),
    )


@st.composite
def intervals(draw: DrawFn) -> Interval:
    """Any interval, open ends and all."""
    first, last = sorted([draw(st.dates()), draw(st.dates())])
    ends = draw(st.sampled_from([(first, last), (first, None), (None, last), (first, first)]))
    return Interval(*ends, draw(st.sampled_from(TimePrecision)))


@st.composite
def claims(draw: DrawFn, spans: SearchStrategy[Span]) -> Claim:
    """Any claim whose spans are drawn from `spans`."""
    named = st.builds(Named, texts, spans, maybe_texts)
    scopes = st.none() | st.builds(Scope, maybe_texts, maybe_texts, st.none() | st.booleans())
    sorts = st.sampled_from(FigureSort)
    figure = st.builds(Figure, st.sampled_from(Measure), floats, floats, spans, maybe_texts, scopes, sorts)
    return Claim(
        id=draw(st.text("0123456789abcdef", min_size=12, max_size=20)),
        trigger=draw(spans),
        kind=draw(st.sampled_from(Kind)),
        stance=draw(st.sampled_from(Stance)),
        evidence=draw(spans),
        voices=draw(
            tuples(st.builds(Voice, texts, spans, st.sampled_from(VoiceSort), maybe_texts, maybe_texts))
        ),
        actor=draw(tuples(named)),
        target=draw(tuples(named)),
        place=draw(st.none() | st.builds(Location, texts, spans, st.none() | places())),
        time=draw(st.none() | intervals()),
        figures=draw(tuples(figure)),
    )


@st.composite
def readings(draw: DrawFn) -> Reading:
    """Any reading of any report."""
    of = draw(
        st.builds(Report, texts, maybe_texts, maybe_texts, maybe_texts, published, maybe_texts, maybe_texts)
    )
    spans = st.builds(_span_of(of.text), st.integers(0, len(of.text) - 1), st.integers(1, 30))
    parts = tuples(spans)
    return Reading(
        report=of,
        reader=draw(texts),
        attributions=draw(tuples(st.builds(Attribution, parts, parts, parts, st.none() | st.integers(0, 3)))),
        places=draw(tuples(st.builds(PlaceMention, spans, st.none() | places()))),
        times=draw(
            tuples(st.builds(TimeMention, spans, st.sampled_from(TimeType), texts, st.none() | intervals()))
        ),
        claims=draw(tuples(claims(spans))),
        causes=draw(tuples(st.builds(Cause, texts, texts, spans, st.none() | st.integers(0, 3)))),
        loaded=draw(
            tuples(
                st.builds(
                    Loaded, spans, st.sampled_from(LoadedSort), st.none() | st.integers(0, 3), maybe_texts
                )
            )
        ),
    )


def tuples(elements: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    """A few of `elements`."""
    return st.lists(elements, max_size=3).map(tuple)


def _span_of(text: str) -> Callable[[int, int], Span]:
    return lambda start, length: Span.of(text, start, min(start + length, len(text)))
