"""What holds of the calendar whatever the text and the day."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.ground.test_calendar import WEDNESDAY, rows
from whosays.ground.calendar import Calendar, vocabulary
from whosays.model import Published, TimeMention

CALENDAR = Calendar()

WORDS = st.sampled_from(sorted(vocabulary.load().entries))
DIGITS = [
    "2016",
    "31",
    "29",
    "1800",
    "0600",
    "12:30",
    "29/02/2015",
    "0000-00-00",
    "9999-12-31",
    "1990s",
    "'90s",
    "3rd",
    "Q4",
    "٢٠١٦",
    "²",
]
STRANGE = ["\n\n", "'s", "5 1/2", "🔥", "الجمعة", "\u202e", "¼", "\ud800", "may", "MAY", "Sun"]
SCRAPS = st.sampled_from([*DIGITS, *STRANGE, *"-–/.,;:'’\n\0%$"])
NEWS = st.lists(st.one_of(WORDS, WORDS.map(str.title), WORDS.map(str.upper), SCRAPS), max_size=14).map(
    " ".join
)
TEXTS = st.one_of(st.text(), NEWS)
UNRELATED = st.sampled_from(
    [
        "bakery",
        "old",
        "river",
        "said",
        "of",
        "stones",
        "Idris",
        "carried",
        "the",
        "will",
        "in",
        "and",
        "clinic",
    ]
)
DAYS: st.SearchStrategy[Published] = st.one_of(
    st.none(), st.dates(), st.datetimes(), st.sampled_from([date.min, date.max, date(2016, 2, 29)])
)


@given(TEXTS, DAYS)
def test_spans_quote_the_text_in_order_and_apart(text: str, published: Published) -> None:
    found = CALENDAR.find(text, published)
    for mention in found:
        assert text[mention.span.start : mention.span.end] == mention.span.quote
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start


@given(TEXTS, DAYS)
def test_an_interval_holds_its_own_middle(text: str, published: Published) -> None:
    for mention in CALENDAR.find(text, published):
        if mention.interval is None:
            continue
        first, last = mention.interval.earliest, mention.interval.latest
        assert first is not None
        assert last is not None
        assert first <= first + (last - first) / 2 <= last


@given(NEWS, st.dates(date(1900, 1, 1), date(2090, 12, 31)))
def test_a_resolved_day_is_its_own_interval(text: str, published: date) -> None:
    for mention in CALENDAR.find(text, published):
        if len(mention.value) == len("2016-11-29") and mention.value.replace("-", "").isdigit():
            assert str(mention.interval) == mention.value


@given(NEWS, DAYS)
def test_finding_is_deterministic(text: str, published: Published) -> None:
    assert CALENDAR.find(text, published) == Calendar().find(text, published)


@given(st.sampled_from(rows()), st.lists(UNRELATED, min_size=1, max_size=30))
def test_unrelated_text_before_a_phrase_changes_nothing(
    row: tuple[str, str, str, str], words: list[str]
) -> None:
    text = row[0].replace("[", "").replace("]", "")
    before = f"The {' '.join(words)}. "
    (alone,), (behind,) = CALENDAR.find(text, WEDNESDAY), CALENDAR.find(before + text, WEDNESDAY)
    assert (behind.type, behind.value, behind.interval) == (alone.type, alone.value, alone.interval)
    assert (behind.span.start, behind.span.quote) == (alone.span.start + len(before), alone.span.quote)


@given(st.lists(NEWS, min_size=2, max_size=6), st.dates())
def test_one_calendar_serves_many_threads(texts: list[str], published: date) -> None:
    def find(text: str) -> tuple[TimeMention, ...]:
        return CALENDAR.find(text, published)

    with ThreadPoolExecutor(max_workers=2) as pool:
        assert list(pool.map(find, texts)) == list(map(find, texts))


@given(
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    st.dates(),
)
def test_a_past_weekday_is_within_the_week_that_ends_at_publication(name: str, published: date) -> None:
    (found,) = CALENDAR.find(f"The bridge was hit on {name}.", published)
    if found.interval is not None and found.interval.earliest is not None:
        assert timedelta(0) <= published - found.interval.earliest < timedelta(days=7)
        assert f"{found.interval.earliest:%A}" == name


@given(st.datetimes())
def test_the_hour_of_publication_changes_nothing(published: datetime) -> None:
    text = "Hit on Friday, three hours ago, last week and in the past 24 hours."
    assert CALENDAR.find(text, published) == CALENDAR.find(text, published.date())
