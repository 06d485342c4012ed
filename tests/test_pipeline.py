"""What holds of every reading, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.ground.dumps import VILLAGES, dump
from whosays.ground.gazetteer import Gazetteer
from whosays.ground.gazetteer.adding import add_dumps
from whosays.ground.own import FOLDER
from whosays.ground.places import PlaceFinder
from whosays.model import Attribution, Claim, Interval, Reading, Report, Span
from whosays.pipeline import GROUNDING, Pipeline

PHRASES = (
    "Rebels shelled",
    "the army said",
    "according to a monitor,",
    "at least 12 people were killed",
    "in Aleppo",
    "on Friday.",
    "He denied it.",
    '"They bombed us,"',
    "reportedly",
    "Iran-backed militias",
    "(HTS)",
    "\n\n",
    "while",
    "to seize the town of Saraqib",
    "between 12 and 15",
    "$3 million",
    "two hundred and fifty",
    "which, citing sources,",
    "wounding dozens",
    "that",
    ";",
    "“",
    "killed",
    "12-15",
)
ODD = (
    "",
    " ",
    "\n",
    "\0",
    "\x00killed\x1b[31m 12\x07",
    "...!?—;:",
    '"' * 99,
    "“” «» `` ''",
    "((((((((",
    "-backed -held",
    "12",
    "killed",
    "said",
    "🚀🚀 killed 5 👨‍👩‍👧 in حلب",
    "\u202eقصف الجيش حلب\u202c and killed 12",
    "a" * 20_000,
    "killed" * 3_000,
    "9" * 500 + " killed",
    "Rebels shelled Idlib.\r\n\r\nTwo died.\u2028The army said so.\u00a0It denied it.\ufeff",
    "he said she said they said it said " * 40,
    "ﬁghters kılled İdlib ǅ",
)
SMALL = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
characters = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
newslike = st.lists(st.sampled_from(PHRASES) | characters, max_size=14).map(" ".join)
texts = newslike | characters | st.sampled_from(ODD)


def read(text: str, published: date | None = date(2016, 5, 4)) -> Reading:
    return Pipeline.default().read(Report(text=text, published=published))


def spans_of(reading: Reading) -> Iterator[Span]:
    yield from (place.span for place in reading.places)
    yield from (time.span for time in reading.times)
    yield from (word.span for word in reading.loaded)
    for attribution in reading.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
    for claim in reading.claims:
        yield from _spans_of_claim(claim)


def _spans_of_claim(claim: Claim) -> Iterator[Span]:
    yield from (claim.trigger, claim.evidence)
    yield from (voice.span for voice in claim.voices)
    yield from (named.span for named in (*claim.actor, *claim.target))
    yield from (figure.span for figure in claim.figures)
    if claim.place is not None:
        yield claim.place.span


def ancestors(index: int, found: tuple[Attribution, ...]) -> list[int]:
    """Indices of the attributions above one, the nearest first; stops where they come back."""
    above: list[int] = []
    parent = found[index].parent
    while parent is not None and parent not in above:
        above.append(parent)
        parent = found[parent].parent
    return above


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_are_read(text: str) -> None:
    assert read(text).report.text == text


@SMALL
@given(texts, st.none() | st.dates())
@example("Two men told the Post on Friday that rebels had killed 12.", None)
def test_spans_quote_the_text(text: str, published: date | None) -> None:
    reading = read(text, published)
    assert [s for s in spans_of(reading) if text[s.start : s.end] != s.quote] == []


@SMALL
@given(newslike)
def test_a_trigger_lies_within_its_evidence(text: str) -> None:
    assert [c for c in read(text).claims if not c.evidence.covers(c.trigger)] == []


@SMALL
@given(newslike)
def test_parents_are_attributions_and_never_their_own_ancestors(text: str) -> None:
    found = read(text).attributions
    assert all(a.parent is None or 0 <= a.parent < len(found) for a in found)
    assert [i for i in range(len(found)) if i in ancestors(i, found)] == []


@SMALL
@given(newslike)
def test_everything_stands_in_the_order_of_the_text(text: str) -> None:
    reading = read(text)
    for starts in (
        [a.cue[0].start for a in reading.attributions],
        [m.span.start for m in reading.places],
        [m.span.start for m in reading.times],
        [c.trigger.start for c in reading.claims],
        [w.span.start for w in reading.loaded],
    ):
        assert starts == sorted(starts)


@SMALL
@given(newslike)
def test_claims_have_ids_of_their_own(text: str) -> None:
    ids = [c.id for c in read(text).claims]
    assert len(ids) == len(set(ids))


@SMALL
@given(newslike)
def test_figures_have_an_end_and_run_upwards(text: str) -> None:
    for figure in (f for c in read(text).claims for f in c.figures):
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@SMALL
@given(texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@settings(SMALL, max_examples=15)
@given(st.lists(newslike, max_size=4))
def test_reading_in_a_batch_gives_the_same_as_alone(batch: list[str]) -> None:
    reports = [Report(text=text, published=date(2016, 5, 4)) for text in batch]
    alone = [Pipeline.default().read(report) for report in reports]
    assert list(Pipeline.default().read_all(reports)) == alone


def test_readings_come_as_soon_as_they_are_ready() -> None:
    taken: list[int] = []

    def reports() -> Iterator[Report]:
        for number in range(50):
            taken.append(number)
            yield Report(text="Rebels shelled Idlib.")

    next(Pipeline.default().read_all(reports()))
    assert len(taken) < 50


def test_no_reports_give_no_readings() -> None:
    assert list(Pipeline.default().read_all([])) == []


def test_a_report_in_another_language_is_kept_and_not_read() -> None:
    report = Report(text="Los rebeldes bombardearon Idlib el viernes.", language="es")
    reading = Pipeline.default().read(report)
    assert reading.report == report
    assert (reading.attributions, reading.claims, reading.places, reading.times) == ((), (), (), ())


def test_the_claims_of_another_publisher_have_other_ids() -> None:
    report = Report(text="Rebels shelled Idlib on Friday.", publisher="River Post")
    own, reprinted = (
        Pipeline.default().read(r).claims for r in (report, replace(report, publisher="Sahel News Agency"))
    )
    assert {c.id for c in own}.isdisjoint(c.id for c in reprinted)


def test_without_a_day_of_publication_weekdays_stay_open() -> None:
    text = "Rebels shelled Idlib on Friday."
    assert [c.time for c in read(text, None).claims] == [None]
    assert [c.time for c in read(text).claims] == [_day(date(2016, 4, 29))]


def _day(day: date) -> Interval:
    shelled = read(f"Rebels shelled Idlib on {day:%d %B %Y}.", day + timedelta(days=2)).claims[0]
    assert shelled.time is not None
    return shelled.time


def test_voices_actors_and_targets_are_linked_to_parties() -> None:
    text = "The Syrian army said the Islamic State had killed four of its soldiers near Palmyra."
    killed = read(text).claims[0]
    assert [v.party for v in killed.voices] == ["syrian-army"]
    assert [a.party for a in killed.actor] == ["islamic-state"]


def test_a_long_report_is_read_to_its_end() -> None:
    text = "Rebels shelled Idlib on Friday, a monitor said.\n\n" * 400
    reading = read(text)
    assert len(reading.claims) == 400
    assert reading.claims[-1].voices[0].name == "monitor"


def test_a_report_in_another_language_has_an_empty_reading() -> None:
    text = "قال ناشطون إن سبعة أشخاص قتلوا في غارة جوية على سوق المدينة يوم الجمعة."
    reading = Pipeline.default().read(Report(text=text, language="ar"))
    assert (reading.report.text, reading.claims, reading.attributions) == (text, (), ())


def test_places_of_a_users_own_make_another_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = Pipeline.default()
    assert shipped.name == f"{shipped.reader.name}/{GROUNDING}"
    monkeypatch.setenv(FOLDER, str(tmp_path))
    add_dumps([dump(tmp_path / "SY.txt", *VILLAGES)])
    own = replace(shipped, places=PlaceFinder())
    assert own.name == f"{shipped.name}+{Gazetteer.open().edition}"
    assert own.name != shipped.name
