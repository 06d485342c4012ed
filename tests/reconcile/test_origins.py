"""Who a claim rests on, and how many origins claims have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.accounts.telling import MINISTRY, MONITOR, PARTIES, named, tell, voice
from whosays.model import Kind, OriginSort, Told, Voice, VoiceSort
from whosays.reconcile.naming import brief, identity, key, known_outlet
from whosays.reconcile.origins import Origins, corroboration, origin

PERSON, OFFICIAL, RESIDENT = VoiceSort.PERSON, VoiceSort.OFFICIAL, VoiceSort.RESIDENT
OUTLET, INSTITUTION, DOCUMENT = VoiceSort.OUTLET, VoiceSort.INSTITUTION, VoiceSort.DOCUMENT
UNNAMED, GROUP, WATCH = VoiceSort.UNNAMED_OFFICIAL, VoiceSort.ARMED_GROUP, VoiceSort.MONITOR


@pytest.mark.parametrize(
    ("name", "sort", "expected"),
    [
        ("Rima Sayegh", PERSON, "Rima Sayegh"),
        ("Dr. Rima Sayegh", PERSON, "Rima Sayegh"),
        ("media activist Abu Salem", PERSON, "Abu Salem"),
        ("coalition spokesman Lt. Col. Tom Harding", OFFICIAL, "Tom Harding"),
        ("Rima Sayegh head of the clinic", OFFICIAL, "Rima Sayegh"),
        ("Homs-based resident Amal Deeb", RESIDENT, "Amal Deeb"),
        ("Marwa Governor", OFFICIAL, "Marwa Governor"),
        ("provincial governor", OFFICIAL, None),
        ("spokesman", OFFICIAL, None),
        ("residents", RESIDENT, None),
        ("Marwa residents", RESIDENT, None),
        ("resident of Marwa", RESIDENT, None),
        ("Activists", RESIDENT, None),
        ("military source", UNNAMED, None),
        ("Riverland A military source", UNNAMED, None),
        ("commander Abu Taha well-informed sources", UNNAMED, None),
        ("Shaky video footage", VoiceSort.FOOTAGE, None),
        ("state-run Barada Press Agency", OUTLET, "Barada Press Agency"),
        ("Barada reporter", OUTLET, "Barada"),
        ("local media", OUTLET, None),
        ("Riverland state media", OUTLET, None),
        ("Harbour Institute report", DOCUMENT, "Harbour Institute"),
        ("statement", DOCUMENT, None),
        ("Britain-based Harbour Monitor", WATCH, "Harbour Monitor"),
        ("Britain-based monitoring group", WATCH, None),
        ("Rebels", GROUP, None),
        ("the Wadi Brigade", GROUP, "Wadi Brigade"),
        ("Riverland's Defence Ministry", INSTITUTION, "Riverland's Defence Ministry"),
        ("defence ministry", INSTITUTION, None),
        ("المرصد السوري", WATCH, "المرصد السوري"),
        ("…", INSTITUTION, None),
        ("", PERSON, None),
    ],
)
def test_what_of_a_name_says_who_it_is(name: str, sort: VoiceSort, expected: str | None) -> None:
    assert identity(name, sort) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Talal al-Barazi", "Talal Barazi"),
        ("the Coast Herald", "COAST HERALD"),
        ("Müller's", "Muller"),
        ("Jaysh ash-Sham", "Jaysh Sham"),
        ("U.N.", "UN"),
        ("Hay’at", "Hayat"),
    ],
)
def test_spellings_that_meet(one: str, other: str) -> None:
    assert key(one) == key(other)


@given(st.text())
def test_folding_again_changes_nothing(name: str) -> None:
    assert key(key(name)) == key(name)


@given(st.text(), st.sampled_from(list(VoiceSort)))
def test_any_name_can_be_asked_about(name: str, sort: VoiceSort) -> None:
    found = identity(name, sort)
    assert found is None or found.strip()


@given(st.text())
def test_a_name_in_a_sentence_is_one_short_line(name: str) -> None:
    assert brief(name).isprintable()
    assert len(brief(name)) <= 80


@pytest.mark.parametrize("name", [None, "", "  ", "Unknown", "N/A", "-", "anonymous", "?!"])
def test_what_is_no_outlet(name: str | None) -> None:
    assert known_outlet(name) is None


def chain(*voices: Voice, outlet: str | None = "River Post", original: str | None = None) -> str:
    return origin(tell(*voices, outlet=outlet, original=original)).key


BARADA = voice("Barada Press Agency", OUTLET, "barada")


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ((), "river post"),
        ((BARADA,), "barada"),
        ((BARADA, voice("military source", UNNAMED)), "barada"),
        ((BARADA, MONITOR), "harbour-monitor"),
        ((MONITOR, voice("residents", RESIDENT)), "harbour-monitor"),
        ((voice("residents", RESIDENT),), "river post"),
        ((BARADA, voice("Riverland officials", UNNAMED, "river-gov")), "river-gov"),
        ((BARADA, voice("Dr Rima Sayegh", PERSON)), "rima sayegh"),
        ((voice("video", VoiceSort.FOOTAGE),), "river post"),
    ],
)
def test_the_innermost_voice_that_can_be_told_from_others(voices: tuple[Voice, ...], expected: str) -> None:
    assert chain(*voices) == expected


def test_whose_words_an_outlet_prints() -> None:
    assert chain(original="Meridian Wire") == "meridian wire"
    printed = tell(family="f1", outlet="River Post"), tell(family="f1", outlet="Coast Herald")
    assert {origin(told).key for told in printed} == {"family:f1"}
    assert origin(printed[0]).sort is OriginSort.FAMILY


def test_unknown_is_one_with_nothing() -> None:
    unknown = [tell(outlet=outlet) for outlet in (None, "Unknown", "n/a")]
    found = [origin(told) for told in unknown]
    assert {one.sort for one in found} == {OriginSort.UNKNOWN}
    assert len({one.key for one in found}) == 3
    assert corroboration(unknown) == 0


def test_a_person_speaks_for_his_body_and_an_outlet_has_other_names() -> None:
    director = tell(voice("Idris Malouf", PERSON, "idris-malouf"))
    bare = tell(voice("Monitor head Idris Malouf", OFFICIAL))
    noisy = tell(voice("Director of the watch Idris Malouf", OFFICIAL))
    told = tell(MONITOR)
    assert {origin(one, PARTIES).key for one in (director, bare, noisy, told)} == {"harbour-monitor"}
    assert origin(tell(outlet="BPA"), PARTIES).key == "barada"
    assert origin(tell(outlet="BPA")).key == "bpa"
    assert origin(tell(outlet="Evening BPA"), PARTIES).key == "evening bpa"


def test_a_name_for_short_is_that_of_its_report() -> None:
    full = tell(voice("Coast Observatory for Rights", WATCH), text="one report", outlet="A")
    short = tell(voice("Observatory", WATCH), text="one report", outlet="A")
    generic = tell(voice("Britain-based monitoring group", WATCH), text="one report", outlet="A")
    elsewhere = tell(voice("Observatory", WATCH), outlet="A")
    origins = Origins((full, short, generic, elsewhere))
    assert [origins.of(told).key for told in (full, short, generic)] == ["coast observatory for rights"] * 3
    assert origins.of(elsewhere).key == "observatory"


def test_a_name_that_is_short_for_two_stays_itself() -> None:
    tolds = [tell(voice(name, PERSON), text="one") for name in ("Adnan Haddad", "Rima Haddad", "Haddad")]
    assert len({Origins(tolds).of(told).key for told in tolds}) == 3


def test_an_accusation_rests_on_the_accuser() -> None:
    blame = tell(kind=Kind.ACCUSATION, actor=named(("River government", "river-gov")), target=named("rebels"))
    assert origin(blame).key == "river-gov"
    unnamed = tell(MONITOR, kind=Kind.ACCUSATION, actor=named("Residents"), target=named("rebels"))
    assert origin(unnamed).key == "harbour-monitor"


def test_nine_outlets_that_quote_one_monitor_are_one() -> None:
    nine = [tell(MONITOR, outlet=f"Outlet {n}") for n in range(9)]
    assert corroboration(nine) == 1
    assert corroboration([*nine, tell(MINISTRY)]) == 2


TELLERS = st.sampled_from([(), (MONITOR,), (MINISTRY,), (BARADA, voice("source", UNNAMED))])


@st.composite
def some_claims(draw: st.DrawFn) -> list[Told]:
    outlets = st.sampled_from(["River Post", "Coast Herald", None])
    return [tell(*draw(TELLERS), outlet=draw(outlets)) for _ in range(draw(st.integers(0, 8)))]


@given(some_claims())
def test_corroboration_hears_no_order_and_no_echo(tolds: list[Told]) -> None:
    before = corroboration(tolds)
    assert corroboration(tolds[::-1]) == before
    assert corroboration([*tolds, tell(outlet=None)]) == before
    if any(MONITOR in told.claim.voices for told in tolds):
        assert corroboration([*tolds, tell(MONITOR, outlet="Yet Another Gazette")]) == before
