"""Which claims a filter lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import NewLedger
from tests.ledger.readings import MARWA, TEXT, claim, reading, report, span
from whosays.ledger import ClaimFilter, Ledger
from whosays.model import Interval, Kind, Location, Named, Stance, TimePrecision, UsageError, Voice, VoiceSort

DAY = date(2031, 3, 8)
SAID = span(TEXT, "told")


def voices(*names: str, party: str | None = None) -> tuple[Voice, ...]:
    return tuple(Voice(name, SAID, VoiceSort.PERSON, party) for name in names)


def interval(first: date | None, last: date | None) -> Interval:
    return Interval(first, last, TimePrecision.DAYS)


# An id for each claim, by what is special about it.
CLAIMS = {
    "a0": claim(voices=voices("Lt. Rana Öztürk", party="navy")),
    "a1": claim(voices=voices("100% Radio", "Kifah_al-Nur")),
    "a2": claim(voices=voices("مرصد مروة"), kind=Kind.CLASH),
    "a3": claim(voices=(), stance=Stance.DENIED, place=None, time=None),
    "a4": claim(place=Location("the old port", SAID), time=interval(date(2031, 4, 1), None)),
    "a5": claim(target=(Named("the Ṣayda convoy", SAID),), time=interval(None, date(2031, 2, 1))),
    "a6": claim(
        actor=(Named('O\'Hara "Quote" Brigade', SAID),), time=interval(date(2031, 3, 1), date(2031, 3, 5))
    ),
}


@pytest.fixture(scope="module")
def filled(new_ledger: NewLedger) -> Iterator[Ledger]:
    with Ledger.open(new_ledger()) as opened:
        opened.add(reading(report(), *(replace(made, id=name) for name, made in CLAIMS.items())))
        undated = claim(f"{TEXT} Undated.", id="b0", time=None, voices=(), place=None)
        opened.add(reading(report(text=f"{TEXT} Undated.", published=None), undated))
        yield opened


def ids(ledger: Ledger, wanted: ClaimFilter) -> str:
    return " ".join(sorted(found.claim.id for found in ledger.claims(wanted)))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ClaimFilter(), "a0 a1 a2 a3 a4 a5 a6 b0"),
        (ClaimFilter(voice="ÖZTÜRK"), "a0"),
        (ClaimFilter(voice="ozturk"), "a0"),
        (ClaimFilter(voice="navy"), "a0"),
        (ClaimFilter(voice="NAVY"), ""),
        (ClaimFilter(voice="kifah_"), "a1"),
        (ClaimFilter(voice="%"), "a1"),
        (ClaimFilter(voice="_"), "a1"),
        (ClaimFilter(voice="a%d"), ""),
        (ClaimFilter(voice="مرصد"), "a2"),
        (ClaimFilter(voice="harbour post"), "a0 a1 a2 a3 a4 a5 a6 b0"),
        (ClaimFilter(kind=Kind.CLASH), "a2"),
        (ClaimFilter(stance=Stance.DENIED), "a3"),
        (ClaimFilter(place="OLD port"), "a4"),
        (ClaimFilter(place="marw"), "a0 a1 a2 a5 a6"),
        (ClaimFilter(place="900001"), "a0 a1 a2 a5 a6"),
        (ClaimFilter(place="90000"), ""),
        (ClaimFilter(place="9" * 40), ""),
        (ClaimFilter(place="9" * 5000), ""),
        (ClaimFilter(place="٩"), ""),
        (ClaimFilter(since=date(2031, 3, 6)), "a0 a1 a2 a3 a4"),
        (ClaimFilter(since=DAY), "a3 a4"),
        (ClaimFilter(since=date(2031, 3, 9)), "a4"),
        (ClaimFilter(until=date(2031, 2, 1)), "a5"),
        (ClaimFilter(until=date(2031, 3, 1)), "a5 a6"),
        (ClaimFilter(since=date(2031, 3, 2), until=date(2031, 3, 4)), "a6"),
        (ClaimFilter(text="convoy"), "a5"),
        (ClaimFilter(text="sayda"), "a5"),
        (ClaimFilter(text="SHELLING farmer"), "a0 a1 a2 a3 a4 a5 a6 b0"),
        (ClaimFilter(text='o\'hara "quote"'), "a6"),
        (ClaimFilter(text="old port"), "a4"),
        (ClaimFilter(text="مروة"), "a2"),
        (ClaimFilter(text="convoy OR port"), ""),
        (ClaimFilter(text="con*"), ""),
        (ClaimFilter(text="targets:convoy"), ""),
        (ClaimFilter(voice="rana", kind=Kind.SHELLING, place="marwa", text="farmers"), "a0"),
        (ClaimFilter(voice="rana", kind=Kind.CLASH), ""),
    ],
)
def test_filters(filled: Ledger, wanted: ClaimFilter, expected: str) -> None:
    assert ids(filled, wanted) == expected


@pytest.mark.parametrize(
    "hostile",
    [
        "'; DROP TABLE reports; --",
        '"*(',
        '" OR "',
        "NEAR(",
        "a AND",
        "-",
        "^",
        "\\",
        "\0",
        "\udcff",
        "\x1a",
        "[",
        "😀" * 9000,
    ],
)
def test_hostile_words_find_nothing_and_break_nothing(filled: Ledger, hostile: str) -> None:
    for wanted in (ClaimFilter(voice=hostile), ClaimFilter(place=hostile), ClaimFilter(text=hostile)):
        assert set(ids(filled, wanted).split()) <= {"a1", "a4", "a5", "a6"}
    assert ids(filled, ClaimFilter(text=f"convoy {hostile}")) in ("a5", "")
    assert len(ids(filled, ClaimFilter()).split()) == len(CLAIMS) + 1


@given(words=st.text(alphabet=st.characters(), max_size=30))
def test_no_words_are_a_syntax_error(filled: Ledger, words: str) -> None:
    found = ids(filled, ClaimFilter(voice=words, place=words, text=words))
    assert set(found.split()) <= {*CLAIMS, "b0"}


def test_the_gazetteers_name_finds_a_place_too(ledger: Ledger) -> None:
    ledger.add(reading(report(), claim(id="c0", place=Location("the town", SAID, MARWA))))
    assert ids(ledger, ClaimFilter(place="marwa")) == "c0"
    assert ids(ledger, ClaimFilter(place="the town")) == "c0"
    assert ids(ledger, ClaimFilter(text="marwa town")) == "c0"


def test_days_in_the_wrong_order_are_told() -> None:
    with pytest.raises(UsageError, match="since 2031-03-09 is after until 2031-03-08"):
        ClaimFilter(since=date(2031, 3, 9), until=DAY)
