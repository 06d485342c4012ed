"""The main path: a report becomes a reading.

    text -> syntax -> times, places -> attributions, claims -> parties

Reading decides what is said and by whom; grounding decides where, when and which party. Neither
moves a span or changes the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from whosays.ground.calendar import Calendar
from whosays.ground.parties import Registry
from whosays.ground.places import PlaceFinder
from whosays.model import PlaceMention, Reading, Reason, Report
from whosays.read.attribution import LearntAttributions
from whosays.read.document import Document
from whosays.read.encoder import Encoder
from whosays.read.entities import names
from whosays.read.languages import is_read
from whosays.read.llm import Endpoint, LLMReader
from whosays.read.loaded import loaded_words
from whosays.read.protocols import ReportReader
from whosays.read.reader import default_reader
from whosays.read.syntax import Syntax

GROUNDING = "ground-3"
"""Changes whenever places, times or parties may be read otherwise, so that a ledger reads again."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Reads reports with one reader and one grounding of times, places and parties."""

    syntax: Syntax
    encoder: Encoder
    calendar: Calendar
    places: PlaceFinder
    reader: ReportReader
    parties: Registry

    @staticmethod
    @cache
    def default() -> Pipeline:
        """The pipeline that the command line uses; loaded once a process."""
        return Pipeline(Syntax(), Encoder(), Calendar(), PlaceFinder(), default_reader(), Registry.default())

    @classmethod
    def asking(cls, base_url: str, model: str, key: str | None = None) -> Pipeline:
        """The default pipeline with a language model behind an endpoint as reader.

        `base_url` is what OpenAI's chat protocol is served under ("http://127.0.0.1:8000/v1").
        """
        return replace(cls.default(), reader=LLMReader(Endpoint(base_url, model, key), LearntAttributions()))

    @property
    def name(self) -> str:
        """The reader and its version with that of the grounding, as readings carry it.

        Behind it stand the user's own places and parties, if there are any ("ground-3+3f2a91").
        """
        own = (self.places.edition, self.parties.edition)
        return "+".join((f"{self.reader.name}/{GROUNDING}", *filter(None, own)))

    def read_all(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The reading of each report, in order, as soon as it is ready."""
        return map(self.read, reports)

    def read(self, report: Report) -> Reading:
        """The reading of one report."""
        return self.explain(report)[0]

    def explain(self, report: Report) -> tuple[Reading, tuple[Reason, ...]]:
        """The reading of one report, and why each part of its claims is what it is."""
        if not is_read(report.language):
            return Reading(report, self.name, (), (), (), ()), ()  # kept, not garbled
        syntax, encoded = self.syntax.parse(report.text), self.encoder.encode(report.text)
        named = names(syntax, encoded)
        times = self.calendar.find(report.text, report.published)
        places = self.places.find(report.text, named, report.publisher)
        doc = Document.of(report, syntax, encoded, named, places, times)
        found = self.reader.read(report, doc)
        near = _setting(places)
        linked = tuple(self.parties.linked(claim, on=report.day, near=near) for claim in found.claims)
        loaded = loaded_words(doc, found.attributions)
        said = found.attributions
        reading = Reading(report, self.name, said, places, times, linked, loaded, found.causes)
        return reading, found.reasons


def _setting(places: tuple[PlaceMention, ...]) -> tuple[str, ...]:
    """The country that most places of a report lie in: whose army "the army" is."""
    countries = Counter(m.place.country for m in places if m.place and m.place.country)
    ((country, count),) = countries.most_common(1) or [("", 0)]
    return (country,) if count * 2 > countries.total() else ()
