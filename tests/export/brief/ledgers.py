"""Ledgers for briefs: made by hand, and any at all for properties."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.reconcile.incidents.articles import article
from tests.reconcile.sentences import DAY, told
from whosays.export.brief import Scope
from whosays.ledger import Ledger
from whosays.model import Figure, Kind, Measure, Reading, Span, Stance, Told, VoiceSort
from whosays.model import Scope as Over

PLACES = ("Marsa", "Kafr Zed", "Sunport", "Tel Asal", "Upper Vale", "Riverland", "the Long Bridge")
PEOPLE = {
    "jets": "syrian-air-force",
    "Wadi Brigade": None,
    "Coast Militia": None,
    "Russian troops": "russia",
    "gunmen": None,
}
OUTLETS = ("Coast Post", "Vale Radio", "River Courier", "Harbour Monitor", None)
VOICES = ("Idris Malouf", "Hill Council", "residents", "a surgeon", "Defence Ministry")
NAMES = (*PLACES, *PEOPLE, *filter(None, OUTLETS), *VOICES)
"""All names that a sentence can have."""

_ENDING = "since Monday in Sunport."
_SORTS = (VoiceSort.PERSON, VoiceSort.INSTITUTION, VoiceSort.RESIDENT, VoiceSort.UNKNOWN)
KINDS = {
    "bombed": Kind.AIRSTRIKE,
    "shelled": Kind.SHELLING,
    "captured": Kind.CONTROL,
    "left": Kind.CONTROL,
    "fought over": Kind.CLASH,
    "blamed": Kind.ACCUSATION,
    "fled": Kind.DISPLACE,
    "agreed on": Kind.AGREEMENT,
}


@contextmanager
def ledger(empty: Path, *readings: Reading) -> Iterator[Ledger]:
    """A ledger of its own with those readings, reconciled; `empty` is one without any."""
    with TemporaryDirectory() as folder:
        path = shutil.copy(empty, Path(folder) / "brief.db")
        with Ledger.open(path) as opened:
            for reading in readings:
                opened.add(reading)
            opened.reconcile()
            yield opened


@st.composite
def figures(draw: DrawFn) -> Figure:
    """A toll, open or not, with or without a window."""
    low = float(draw(st.integers(1, 4000)))
    high = draw(st.sampled_from([low, None, low + 7]))
    of = draw(st.sampled_from(["people", "civilians", "soldiers", "children", None]))
    over = draw(st.sampled_from([None, Over(None, "since Monday", True), Over("Sunport", None, None)]))
    measure = draw(st.sampled_from([Measure.KILLED, Measure.KILLED, Measure.WOUNDED, Measure.DISPLACED]))
    return Figure(measure, low, high, Span(0, 1, "?"), of, over)


@st.composite
def claims(draw: DrawFn) -> Told:
    """Somebody did something to somebody somewhere, or will, or did not, by anybody's word."""
    verb, place = draw(st.sampled_from(sorted(KINDS))), draw(st.sampled_from(PLACES))
    actor, target = (draw(st.sampled_from(sorted(PEOPLE))) for _ in range(2))
    mark = f"a {PEOPLE[actor]}" if PEOPLE[actor] else "a"
    counted = tuple(draw(st.lists(figures(), max_size=2)))
    numbers = " ".join(f"{end:g}" for figure in counted for end in (figure.low, figure.high) if end)
    by = draw(st.none() | st.sampled_from(VOICES))
    said = f"{by} said: " if by else ""
    made = told(
        f"{said}<{mark}>{actor}</a> <x>{verb}</x> <t>{target}</t> in <p>{place}</p> {numbers} {_ENDING}",
        KINDS[verb],
        draw(st.sampled_from([Stance.ASSERTED, Stance.ASSERTED, *Stance])),
        by=by,
        when=draw(st.sampled_from([None, DAY, DAY, (DAY, DAY + timedelta(days=1))])),
        figures=counted,
    )
    sort = draw(st.sampled_from(_SORTS))
    voices = tuple(replace(voice, sort=sort) for voice in made.claim.voices)
    return replace(made, claim=replace(made.claim, voices=voices))


@st.composite
def readings(draw: DrawFn) -> list[Reading]:
    """A few reports of those days; some carry one text."""
    made: list[Reading] = []
    for n in range(draw(st.integers(1, 5))):
        reading = article(
            *draw(st.lists(claims(), min_size=1, max_size=4)),
            outlet=draw(st.sampled_from(OUTLETS)) or "",
            published=DAY + timedelta(days=draw(st.integers(-1, 3))),
            title=f"report {n}",
        )
        made.append(reading)
    return made


@st.composite
def scopes(draw: DrawFn) -> Scope:
    """Any of those days, at a place or of a party or not."""
    first, last = sorted(draw(st.tuples(*(st.integers(-1, 3),) * 2)))
    return Scope(
        _day(first),
        _day(last),
        draw(st.sampled_from([None, None, "marsa", "11", "sun"])),
        draw(st.sampled_from([None, None, "russia", "syrian-air-force"])),
    )


def _day(number: int) -> date:
    return DAY + timedelta(days=number)
