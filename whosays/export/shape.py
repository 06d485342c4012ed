"""The shape of the output: what `whosays read --format jsonl` promises, as pydantic models.

Offsets are `[start, end)` in Unicode code points of the report's text. The JSON Schema that ships in
the documentation is generated from these classes; their docstrings are its descriptions.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from whosays.model import Basis, FigureSort, Kind, LoadedSort, Measure, Part, Stance, TimeType, VoiceSort

Offsets = tuple[int, int]
"""Start and end of a stretch of text, end excluded."""


class Shape(BaseModel):
    """An object with exactly these keys, in this order, all of them always there."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class AttributionShape(Shape):
    """One reported statement: who says it, by which words, and what."""

    source: list[Offsets]
    cue: list[Offsets]
    content: list[Offsets]
    parent: int | None
    """Index of the attribution within whose content this one stands."""


class PlaceShape(Shape):
    """Words that name a place, and the entry of the gazetteer they were resolved to."""

    span: Offsets
    text: str
    name: str | None
    """The gazetteer's name; null, like all that follow, when the place is not resolved."""
    lat: float | None
    """WGS84 degrees."""
    lon: float | None
    """WGS84 degrees."""
    geonames_id: int | None
    country: str | None
    """ISO 3166 alpha-2 code."""
    kind: str | None
    precision: str | None
    """How closely the point stands for the place: exact, town, district, province, country, region."""


class TimeShape(Shape):
    """Words that name a time."""

    span: Offsets
    text: str
    type: TimeType
    value: str
    """TIMEX3 value."""
    start: str | None
    """First day, ISO 8601; null when open or unknown."""
    end: str | None
    """Last day, ISO 8601; null when open or unknown."""


class VoiceShape(Shape):
    """One link of the chain of voices."""

    name: str
    span: Offsets
    sort: VoiceSort
    party: str | None
    """Id in the registry of parties; null when unknown."""
    role: str | None
    """What the report says that it is, or belongs to, in its own words; null when it does not say."""


class NamedShape(Shape):
    """Somebody or something in a slot, by the report's fullest name."""

    name: str
    span: Offsets
    party: str | None
    """Id in the registry of parties; null when unknown."""


class LocationShape(Shape):
    """Where it happened."""

    name: str
    span: Offsets
    lat: float | None
    lon: float | None
    geonames_id: int | None


class ScopeShape(Shape):
    """What a figure is counted over, in the report's words; null is unsaid."""

    area: str | None
    window: str | None
    cumulative: bool | None


class FigureShape(Shape):
    """A number from `low` to `high`; null is open."""

    measure: Measure
    low: int | float | None
    high: int | float | None
    span: Offsets
    text: str
    of: str | None
    scope: ScopeShape | None
    sort: FigureSort
    """What the claim counts, a part of another figure of the claim, or what was counted before."""


class ClaimShape(Shape):
    """Who says that what happened."""

    id: str
    trigger: Offsets
    kind: Kind
    stance: Stance
    evidence: Offsets
    voices: list[VoiceShape]
    """From the outermost to the innermost; empty is the report's own voice."""
    actor: list[NamedShape]
    target: list[NamedShape]
    place: LocationShape | None
    time: str | None
    """A day, or first and last day with a slash between, ISO 8601."""
    figures: list[FigureShape]


class ReportedClaimShape(ClaimShape):
    """A claim on its own: with the words it rests on and the report they stand in."""

    quote: str
    """The words at `evidence`."""
    report: str
    """The report's id."""
    publisher: str | None
    published: str | None
    title: str | None


class LoadedShape(Shape):
    """A word that judges or takes a side. It says how somebody speaks, never whether it is true."""

    span: Offsets
    text: str
    sort: LoadedSort
    said_by: int | None
    """Index of the attribution whose speaker's word it is; null for the report's own word."""
    note: str | None
    """Who uses the word for whom, where that is known."""


class CauseShape(Shape):
    """Words that make one claim the cause of another."""

    cause: str
    """Id of a claim."""
    effect: str
    """Id of a claim."""
    span: Offsets
    text: str
    said_by: int | None
    """Index of the attribution whose speaker explains it so; null for the report's own word."""


class ReasonShape(Shape):
    """Why one part of a claim is what it is."""

    claim: str
    """Id of a claim."""
    part: Part
    span: Offsets | None
    text: str | None
    basis: Basis
    logit: float | None
    """What the network gives the words; 0 is even odds, null where it was not asked."""
    confidence: float | None
    """The share of such values that coders wrote down too, as measured; null where it was not."""


class ReadingShape(Shape):
    """A report and everything read in it."""

    id: str
    publisher: str | None
    published: str | None
    """ISO 8601: a day, or an instant where the source gives one."""
    title: str | None
    language: str | None
    """ISO 639 code."""
    text: str
    sha256: str
    """Hex digest of the text's UTF-8 bytes."""
    attributions: list[AttributionShape]
    places: list[PlaceShape]
    times: list[TimeShape]
    claims: list[ClaimShape]
    loaded: list[LoadedShape]
    causes: list[CauseShape]
    reasons: list[ReasonShape] | None
    """Why the claims are what they are, part by part; null unless `--explain` asks for it."""
