"""Which reports carry one text, and whose it is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.copies.texts import BRIDGE, DENIAL, SHELLING, VISIT, report, reports
from whosays.model import Report
from whosays.reconcile.copies import Families, Family, Ground, Index

WEATHER = (
    "Forecasters at Orlen expect sleet over the passes and warned shepherds to bring flocks below the trees."
)
STRIKE = (
    "Dockers in the free port voted by a show of hands to stop work until crane inspectors are paid again."
)


def indexed(*given: Report) -> Index:
    index = Index()
    for one in given:
        index.add(one)
    return index


def at(families: Families, where: Report, passage: str) -> Family | None:
    start = where.text.index(passage)
    return families.at(where.digest, start, start + len(passage))


def digests(family: Family | None) -> set[str]:
    return {member.report for member in family.members} if family else set()


def test_origins_go_by_passage() -> None:
    one = report(f"{SHELLING} {VISIT}", "Harbour Post", 3)
    two = report(f"{WEATHER} {SHELLING}", "Tolvey Star", 4)
    families = indexed(one, two).families()
    assert (
        digests(at(families, one, SHELLING))
        == digests(at(families, two, SHELLING))
        == {one.digest, two.digest}
    )
    assert at(families, one, VISIT) is None
    assert at(families, two, WEATHER) is None


def test_a_passage_in_nine_different_articles_is_one_family() -> None:
    marks = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india"]
    given = [
        report(f"{mark.title()} desk notes. {SHELLING} Filed by {mark}.", f"The {mark}") for mark in marks
    ]
    (family,) = indexed(*given).families().all
    assert digests(family) == {one.digest for one in given}


def test_papers_that_cut_other_sentences_are_one_family() -> None:
    parts = (SHELLING, BRIDGE, DENIAL, VISIT)
    given = [report(" ".join(parts), "Orlen Wire")]
    given += [report(" ".join(p for p in parts if p != cut), f"Without {n}") for n, cut in enumerate(parts)]
    (family,) = indexed(*given).families().all
    assert len(family.members) == 5


def test_a_background_sentence_does_not_tie_two_stories_together() -> None:
    first = [report(f"{SHELLING} {DENIAL} {BRIDGE}", outlet, 3) for outlet in ("Harbour Post", "Tolvey Star")]
    second = [report(f"{VISIT} {WEATHER} {BRIDGE}", outlet, 9) for outlet in ("Orlen News", "Mill Echo")]
    families = indexed(*first, *second).families()
    assert digests(at(families, first[0], SHELLING)) == {one.digest for one in first}
    assert digests(at(families, second[0], VISIT)) == {one.digest for one in second}
    assert digests(at(families, second[0], BRIDGE)) == {one.digest for one in (*first, *second)}


def origin(*given: Report) -> tuple[Ground, str | None, str | None] | None:
    (family,) = indexed(*given).families().all
    found = family.original
    return (found.ground, found.report, found.agency.id if found.agency else None) if found else None


def test_an_agency_that_all_credit_is_the_origin_whether_its_report_is_there_or_not() -> None:
    early = report(SHELLING, "Harbour Post", 2)
    credit = report(f"{SHELLING} - Reuters", "Tolvey Star", 4)
    own = report(SHELLING, "Reuters", 3)
    assert origin(early, credit) == (Ground.CREDIT, None, "reuters")
    assert origin(early, credit, own) == (Ground.CREDIT, own.digest, "reuters")


def test_two_agencies_credited_leave_it_open() -> None:
    given = (report(f"{SHELLING} - Reuters", "Tolvey Star", 4), report(f"{SHELLING} - AFP", "Mill Echo", 3))
    assert origin(*given) is None


def test_without_credit_the_earliest_is_and_only_if_that_is_known() -> None:
    first, second = report(SHELLING, "Harbour Post", 2), report(SHELLING, "Tolvey Star", 4)
    assert origin(first, second) == (Ground.EARLIEST, first.digest, None)
    assert origin(first, report(SHELLING, "Tolvey Star", 2)) is None
    assert origin(first, report(SHELLING, "Tolvey Star")) is None
    assert origin(report(f"{SHELLING} (Agencies)", "Harbour Post", 2), second) is None


def test_a_quotation_is_no_credit() -> None:
    first = report(f"{SHELLING} Reuters quoted the mayor as well.", "Harbour Post", 2)
    assert origin(first, report(SHELLING, "Tolvey Star", 4)) == (Ground.EARLIEST, first.digest, None)


def test_an_empty_index_has_no_families() -> None:
    assert Index().families().all == ()


def test_adding_twice_changes_nothing() -> None:
    given = (report(SHELLING, "Harbour Post", 2), report(SHELLING, "Tolvey Star", 4))
    index = indexed(*given)
    before = index.families().all
    assert index.add(given[0]) == ()
    assert index.families().all == before


@settings(max_examples=50, deadline=None)
@given(st.lists(reports, max_size=7))
def test_order_does_not_matter(given: list[Report]) -> None:
    shuffled = sorted(given, key=lambda one: one.digest)
    one, other = indexed(*given), indexed(*shuffled)
    assert one.families().all == other.families().all
    for report_ in given:
        assert one.matches(report_) == other.matches(report_)


@settings(max_examples=50, deadline=None)
@given(st.lists(reports, max_size=6))
def test_an_unrelated_report_changes_nothing(given: list[Report]) -> None:
    index = indexed(*given)
    before = index.families().all
    assert index.add(report(f"{WEATHER} {STRIKE}", "Orlen News", 1)) == ()
    assert index.families().all == before


@settings(max_examples=50, deadline=None)
@given(st.lists(reports, max_size=6))
def test_passages_quote_their_report_and_belong_to_the_family(given: list[Report]) -> None:
    by_digest = {one.digest: one for one in given}
    families = indexed(*given).families()
    for family in families.all:
        assert len(family.members) > 1
        for member in family.members:
            for span in member.passages:
                assert by_digest[member.report].text[span.start : span.end] == span.quote
                assert member.report in digests(families.at(member.report, span.start, span.end))
