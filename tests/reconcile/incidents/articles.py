"""Articles of invented outlets with the claims that a reader finds in them, for comparing happenings.

    article(told("<a>Jets</a> <x>bombed</x> <p>Marsa</p>.", Kind.AIRSTRIKE), told("Four <x>died</x>."))

The sentences are marked as in `tests.reconcile.sentences`; here the towns lie apart, as POINTS says.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.reconcile.sentences import DAY
from whosays.model import Claim, Figure, Kind, Measure, Published, Reading, Report, Span, Told
from whosays.model.identity import claim_id
from whosays.reconcile.incidents import EventReport, Spot, Toll
from whosays.reconcile.incidents.vocabulary import VOCABULARY

READER = "by hand 1"
POINTS = {
    "Marsa": (35.0, 36.0),
    "Kafr Zed": (35.05, 36.05),
    "Sunport": (33.1, 35.2),
    "Tel Asal": (36.4, 37.1),
}
"""Kafr Zed lies seven kilometres from Marsa, the others a day's drive."""


def article(
    *told: Told,
    between: str = " ",
    outlet: str = "Coast Post",
    published: Published = DAY,
    title: str | None = None,
) -> Reading:
    """One report with those sentences, and the claims that they make; `between` stands between any two."""
    sentences = [each.claim.evidence.quote for each in told]
    report = Report(between.join(sentences), title=title, publisher=outlet, published=published)
    starts = [sum(len(before) + len(between) for before in sentences[:n]) for n in range(len(sentences))]
    claims = (_placed(_moved(each.claim, start)) for each, start in zip(told, starts, strict=True))
    made = (replace(claim, id=claim_id(report.digest, claim.trigger, claim.kind)) for claim in claims)
    return Reading(report, READER, (), (), (), tuple(made))


def killed(low: float | None, high: float | None = None) -> tuple[Figure, ...]:
    """Exactly `low`, or `low` to `high`; `article` has it stand where the trigger does."""
    return (Figure(Measure.KILLED, low, low if high is None else high, Span(0, 1, "?"), "people"),)


def _placed(claim: Claim) -> Claim:
    where = claim.place
    claim = replace(claim, figures=tuple(replace(figure, span=claim.trigger) for figure in claim.figures))
    if where is None or where.place is None or where.place.name not in POINTS:
        return claim
    lat, lon = POINTS[where.place.name]
    return replace(claim, place=replace(where, place=replace(where.place, lat=lat, lon=lon)))


def _moved(part: Any, by: int) -> Any:
    """A claim, or a part of one, with its spans `by` characters later."""
    if isinstance(part, Span):
        return Span(part.start + by, part.end + by, part.quote)
    if isinstance(part, tuple):
        return tuple(_moved(each, by) for each in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: _moved(getattr(part, f.name), by) for f in fields(part)})
    return part


MARSA = Spot("11", fine=True, within=frozenset(), country="XR", admin1="Vale", point=POINTS["Marsa"])


def event(id_: str = "a", **changes: Any) -> EventReport:
    """An air strike on Marsa, as an outlet of its own tells it on the day after."""
    day = DAY.toordinal()
    given: dict[str, Any] = {
        "id": id_,
        "claims": (id_,),
        "report": f"report {id_}",
        "source": f"source {id_}",
        "outlet": f"outlet {id_}",
        "published": day + 1,
        "kinds": frozenset({Kind.AIRSTRIKE}),
        "spots": (MARSA,),
        "first": day,
        "last": day,
        "sides": frozenset({"river-air-force"}),
        "hit": frozenset({"market"}),
        "killed": Toll(9, 9),
        "wounded": None,
        "words": frozenset(),
    }
    return EventReport(**{**given, **changes})


words = st.sampled_from(
    ["market", "bridge", "school", "hill-rebels", "river-army", "a/b", "\ud83d", "\0", "é"]
)
bags = st.frozensets(words, max_size=3)
points = st.tuples(st.floats(34, 36, width=32), st.floats(35, 37, width=32))


@st.composite
def spots(draw: DrawFn) -> Spot:
    """Any place on the map or off it."""
    key = draw(st.none() | st.sampled_from(["11", "12", "Marsa/XR"]))
    if key is None:
        return Spot(None, fine=True, within=draw(bags))
    country, admin1 = (
        draw(st.sampled_from(["XR", "XA", None])),
        draw(st.sampled_from(["Vale", "Coast", None])),
    )
    return Spot(key, draw(st.booleans()), draw(bags), country, admin1, draw(points))


@st.composite
def tolls(draw: DrawFn) -> Toll:
    """Any toll."""
    return Toll(*sorted(draw(st.tuples(*(st.integers(0, 400).map(float),) * 2))))


@st.composite
def events(draw: DrawFn, ids: SearchStrategy[str] | None = None) -> EventReport:
    """Any event report."""
    id_ = draw(ids or st.text("0123456789abcdef", min_size=16, max_size=16))
    days = st.none() | st.tuples(*(st.integers(date(2031, 4, 20).toordinal(), DAY.toordinal()),) * 2)
    first, last = sorted(draw(days) or ()) or (None, None)
    return EventReport(
        id=id_,
        claims=(id_,),
        report=draw(st.sampled_from(["r1", "r2", "r3"])),
        source=draw(st.sampled_from(["s1", "s2", "s3"])),
        outlet=draw(st.sampled_from(["", "post", "radio"])),
        published=draw(st.none() | st.integers(DAY.toordinal() - 3, DAY.toordinal() + 3)),
        kinds=draw(st.frozensets(st.sampled_from(sorted(VOCABULARY.family)), min_size=1, max_size=3)),
        spots=tuple(draw(st.lists(spots(), max_size=2))),
        first=first,
        last=last,
        sides=draw(bags),
        hit=draw(bags),
        killed=draw(st.none() | tolls()),
        wounded=draw(st.none() | tolls()),
        words=draw(bags),
    )
