"""Moveable feasts and the Islamic calendar: known pairs of days, and what sentences make of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ground.calendar import Calendar, easter, hijri

CALENDAR = Calendar()
WEDNESDAY = date(2016, 11, 16)

# The sentence with the feast in brackets | value | days. Published on Wednesday, 16 November 2016.
SENTENCES = """
The well was poisoned on [Easter Sunday 2017]. | 2017-04-16 | 2017-04-16
The well was poisoned on [Easter 2015]. | 2015-04 | 2015-04-05/2015-04-12
The well was poisoned on [Good Friday 2014]. | 2014-04-18 | 2014-04-18
The well was poisoned on [Orthodox Easter 2015]. | 2015-04-12 | 2015-04-12
The well was poisoned on [Western Easter 2015]. | 2015-04-05 | 2015-04-05
The well was poisoned on [Easter]. | 2016 | 2016-03-27/2016-05-01
The well was poisoned on [Palm Sunday 2017]. | 2017-04-09 | 2017-04-09
The well was poisoned on [Easter Monday 2017]. | 2017-04-17 | 2017-04-17
The well was poisoned on [Nowruz]. | 2016-03 | 2016-03-20/2016-03-21
The well was poisoned on [Newroz 2015]. | 2015-03 | 2015-03-20/2015-03-21
The well will be opened on [Nowruz]. | 2017-03 | 2017-03-20/2017-03-21
The well was poisoned on [Eid al-Fitr]. | 2016-07 | 2016-07-06/2016-07-10
The well was poisoned on [Eid al-Fitr 2015]. | 2015-07 | 2015-07-17/2015-07-21
The well was poisoned during [Eid al-Adha]. | 2016-09 | 2016-09-12/2016-09-17
The well was poisoned during [Eid ul-Adha last year]. | 2015-09 | 2015-09-23/2015-09-28
A truce will be kept during [Eid al-Adha]. | 2017-09 | 2017-09-01/2017-09-06
The well was poisoned on [the first day of Eid al-Adha]. | 2016-09 | 2016-09-12/2016-09-14
The well was poisoned on [the second day of Eid al-Fitr 2015]. | 2015-07 | 2015-07-18/2015-07-20
The well was poisoned on [Ashura]. | 2016-10 | 2016-10-11/2016-10-13
The well was poisoned on [Ashoura 2015]. | 2015-10 | 2015-10-23/2015-10-25
The well was poisoned during [Ramadan]. | 2016 | 2016-06-06/2016-07-07
The well was poisoned in [Ramadan], a guard said. | 2016 | 2016-06-06/2016-07-07
The well was poisoned during [Ramadan 2015]. | 2015 | 2015-06-17/2015-07-18
The well was poisoned in [Ramadan last year]. | 2015 | 2015-06-17/2015-07-18
The well was poisoned [last Ramadan]. | 2016 | 2016-06-06/2016-07-07
The well will be opened [next Ramadan]. | 2017 | 2017-05-26/2017-06-26
The well was poisoned in [the holy month of Ramadan]. | 2016 | 2016-06-06/2016-07-07
The well was poisoned in [the month of Rajab]. | 2016 | 2016-04-08/2016-05-09
The well was poisoned on [the third day of Ramadan]. | 2016-06 | 2016-06-08/2016-06-10
The well was poisoned on [17 Ramadan]. | 2016-06 | 2016-06-22/2016-06-24
The well was poisoned on [the 17th of Ramadan]. | 2016-06 | 2016-06-22/2016-06-24
The well was poisoned on [17 Ramadan 2015]. | 2015-07 | 2015-07-03/2015-07-05
The well was poisoned on [17 Ramadan 1437]. | 2016-06 | 2016-06-22/2016-06-24
The well was poisoned on [17 Ramadan 1437 AH]. | 2016-06 | 2016-06-22/2016-06-24
The well was poisoned on [Ramadan 17, 1437]. | 2016-06 | 2016-06-22/2016-06-24
The well was poisoned on [15 Sha'ban 1438]. | 2017-05 | 2017-05-11/2017-05-13
The well was poisoned on [15 Sha’ban 1438]. | 2017-05 | 2017-05-11/2017-05-13
The well was poisoned on [15 Shaaban, 1438 A.H.]. | 2017-05 | 2017-05-11/2017-05-13
The well was poisoned on [1 Dhu al-Hijjah 1437]. | 2016-09 | 2016-09-03/2016-09-05
The well was poisoned on [12 Rabi' al-Awwal 1438]. | 2016-12 | 2016-12-11/2016-12-13
The well was poisoned on [12 Rabi I 1438]. | 2016-12 | 2016-12-11/2016-12-13
The well was poisoned in [Muharram 1446]. | 2024 | 2024-07-07/2024-08-07
The well was poisoned in [Jumada al-Thani 1437 AH]. | 2016 | 2016-03-10/2016-04-10
The well was poisoned in [1437 AH]. | 201 | 2015-10-14/2016-10-04
The well was poisoned in [Ramadan 2030]. | 2030 | 2030-01-01/2030-12-31
"""


@pytest.mark.parametrize("row", SENTENCES.strip().splitlines())
def test_a_feast_is_dated_as_closely_as_it_is_known(row: str) -> None:
    sentence, value, days = row.split(" | ")
    (found,) = CALENDAR.find(sentence.replace("[", "").replace("]", ""), WEDNESDAY)
    assert found.span.quote == sentence[sentence.index("[") + 1 : sentence.index("]")]
    assert (found.value, str(found.interval)) == (value, days)


@pytest.mark.parametrize(
    "text",
    [
        "It held 17 Ramadan 900 lamps.",
        "He read 31 Ramadan poems.",
        "They fired on Rajab and Safar.",
        "The stone was cut in Easter week.",
        "They sold 1437 carpets.",
    ],
)
def test_what_only_looks_like_a_feast_is_left_alone(text: str) -> None:
    assert CALENDAR.find(text, WEDNESDAY) == ()


def test_a_day_too_many_is_no_day_of_a_feast() -> None:
    found = CALENDAR.find("It rained on the fifth day of Eid al-Adha.", WEDNESDAY)
    assert [mention.span.quote for mention in found] == ["Eid al-Adha"]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_at_the_rim_of_the_calendar_feasts_have_no_days(day: date) -> None:
    text = "Easter, Nowruz, Eid al-Fitr, last Ramadan and next Ramadan."
    assert len(CALENDAR.find(text, day)) == 5


# Hijri year, month, day | the day by the tables of 30 and 29 days.
TABULAR = [
    ((1, 1, 1), date(622, 7, 19)),
    ((1400, 1, 1), date(1979, 11, 21)),
    ((1421, 1, 1), date(2000, 4, 6)),
    ((1437, 9, 1), date(2016, 6, 7)),
    ((1446, 1, 1), date(2024, 7, 8)),
]


@pytest.mark.parametrize(("hijri_day", "expected"), TABULAR)
def test_a_hijri_day_lies_within_a_day_of_the_tables(hijri_day: tuple[int, int, int], expected: date) -> None:
    assert hijri.spell(*hijri_day) == (expected - timedelta(days=1), expected + timedelta(days=1))


# The days on which Saudi Arabia kept Eid al-Fitr and Eid al-Adha.
FITR = {
    1432: date(2011, 8, 30),
    1433: date(2012, 8, 19),
    1434: date(2013, 8, 8),
    1435: date(2014, 7, 28),
    1436: date(2015, 7, 17),
    1437: date(2016, 7, 6),
    1438: date(2017, 6, 25),
    1439: date(2018, 6, 15),
    1440: date(2019, 6, 4),
    1441: date(2020, 5, 24),
    1442: date(2021, 5, 13),
    1443: date(2022, 5, 2),
    1444: date(2023, 4, 21),
    1445: date(2024, 4, 10),
    1446: date(2025, 3, 30),
}
ADHA = {
    1432: date(2011, 11, 6),
    1433: date(2012, 10, 26),
    1434: date(2013, 10, 15),
    1435: date(2014, 10, 4),
    1436: date(2015, 9, 24),
    1437: date(2016, 9, 12),
    1438: date(2017, 9, 1),
    1439: date(2018, 8, 21),
    1440: date(2019, 8, 11),
    1441: date(2020, 7, 31),
    1442: date(2021, 7, 20),
    1443: date(2022, 7, 9),
    1444: date(2023, 6, 28),
    1445: date(2024, 6, 16),
    1446: date(2025, 6, 6),
}
SIGHTED = [(year, 10, 1, day) for year, day in FITR.items()]
SIGHTED += [(year, 12, 10, day) for year, day in ADHA.items()]


@pytest.mark.parametrize(("year", "month", "day", "kept"), SIGHTED)
def test_a_day_that_was_declared_lies_within_the_spell(year: int, month: int, day: int, kept: date) -> None:
    days = hijri.spell(year, month, day)
    assert days is not None
    assert days[0] <= kept <= days[1]


def test_a_feast_comes_twice_in_some_solar_years() -> None:
    assert [first.month for first, _ in hijri.within(2030, 9, 1)] == [1, 12]
    assert hijri.within(600, 9, 1) == []


@given(st.integers(1, 9000), st.integers(1, 12), st.integers(1, 29))
def test_hijri_days_follow_one_another(year: int, month: int, day: int) -> None:
    today, tomorrow = hijri.spell(year, month, day), hijri.spell(year, month, day + 1)
    assert today is not None
    assert tomorrow is not None
    assert tomorrow[0] - today[0] == timedelta(days=1)


@given(st.integers(630, 9000), st.integers(1, 12), st.integers(1, 29))
def test_every_solar_year_has_every_hijri_day_once_or_twice(year: int, month: int, day: int) -> None:
    spells = hijri.within(year, month, day)
    assert len(spells) in (1, 2)
    assert all((first + timedelta(days=1)).year == year for first, _ in spells)


# Easter Sunday in the West and in the East.
EASTER = [
    (1961, date(1961, 4, 2), date(1961, 4, 9)),
    (2000, date(2000, 4, 23), date(2000, 4, 30)),
    (2013, date(2013, 3, 31), date(2013, 5, 5)),
    (2016, date(2016, 3, 27), date(2016, 5, 1)),
    (2017, date(2017, 4, 16), date(2017, 4, 16)),
    (2024, date(2024, 3, 31), date(2024, 5, 5)),
    (2038, date(2038, 4, 25), date(2038, 4, 25)),
]


@pytest.mark.parametrize(("year", "west", "east"), EASTER)
def test_easter_of_both_rites(year: int, west: date, east: date) -> None:
    assert easter.sundays(year, ("west", "east")) == [west, east]


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring_and_never_earlier_in_the_east(year: int) -> None:
    west, east = easter.sundays(year, ("west", "east"))
    assert west.isoweekday() == east.isoweekday() == 7
    assert date(year, 3, 22) <= west <= date(year, 4, 25)
    assert west <= east


def test_before_the_gregorian_calendar_there_is_no_easter() -> None:
    assert easter.sundays(1582, ("west", "east")) == []
