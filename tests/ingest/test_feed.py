"""RSS and Atom feeds as files."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from tests.ingest.reading import complaints, only_report, read, read_reports
from tests.ingest.samples import BODY, MARKUP, PARAGRAPHS, TITLE, atom, rss, rss_item
from whosays.ingest import feed
from whosays.model import Report

EVENING = datetime(2024, 11, 29, 18, 5, tzinfo=timezone(timedelta(hours=3)))


def test_an_entry_is_a_report_with_its_own_time_title_and_address() -> None:
    report = only_report(rss(rss_item(full=MARKUP)))
    assert (report.title, report.text, report.url) == (TITLE, BODY, "https://mirror.example/1")
    assert (report.published, report.publisher) == (EVENING, "Agency Mirror: top stories")
    assert report.language == "en"


def test_the_source_that_an_entry_names_is_its_outlet() -> None:
    first, second = read_reports(
        rss(
            rss_item(title=f"{TITLE} - River Post", source="River Post", summary=PARAGRAPHS[0]),
            rss_item(source="Harbour Post", summary=PARAGRAPHS[0]),
        )
    )
    assert (first.publisher, first.title) == ("River Post", TITLE)
    assert second.publisher == "Harbour Post"


def test_what_is_stated_fills_the_gaps_alone() -> None:
    items = read(
        rss(rss_item(source="River Post", summary="Shells fell."), rss_item(summary="Shells fell.", date="")),
        published=date(2024, 1, 2),
        publisher="Harbour Post",
    )
    assert [(item.published, item.publisher) for item in items if isinstance(item, Report)] == [
        (EVENING, "River Post"),
        (date(2024, 1, 2), "Harbour Post"),
    ]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (rss_item(summary="Short.", full=MARKUP), BODY),
        (rss_item(summary=MARKUP), BODY),
        (rss_item(summary="R&D < guns, he said"), "R&D < guns, he said"),
        (rss_item(), TITLE),
        (rss_item(full=f"<h2>{TITLE}</h2>{MARKUP}"), BODY),
        (rss_item(full=f"{MARKUP}<script>x()</script><figure><figcaption>A dam</figcaption></figure>"), BODY),
        (rss_item(full=f"{MARKUP}<p>The post {TITLE} appeared first on River Post.</p>"), BODY),
        (
            rss_item(full=f"{MARKUP}<ul><li><a href='/2'>Truce</a></li><li><a href='/3'>Talks</a></li></ul>"),
            BODY,
        ),
    ],
)
def test_the_text_is_the_content_else_the_summary_else_the_title(item: str, text: str) -> None:
    assert only_report(rss(item)).text == text


def test_atom() -> None:
    report = only_report(atom())
    assert (report.title, report.publisher, report.text) == ("Four & killed", "River Post", BODY)
    assert (report.published, report.url) == (EVENING, "https://mirror.example/2")


def test_a_day_that_is_none_and_an_entry_without_words_are_told_and_the_rest_is_read() -> None:
    data = rss(rss_item(date="yesterday"), rss_item(title=""), rss_item(summary="Last."))
    assert complaints(data) == [
        ", entry 1: its day of publication cannot be told from what it says; left open",
        ", entry 2: this entry has neither text nor title",
    ]
    assert [item.text for item in read(data) if isinstance(item, Report)] == [TITLE, "Last."]


def test_a_feed_that_is_no_xml_is_read_as_far_as_it_can_be() -> None:
    broken = rss(rss_item(summary="Shells fell."), "<item><title>R&D &nbsp; <b>x</title>").replace(
        b"</channel>", b""
    )
    assert read_reports(broken)[0].text == "Shells fell."


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    data = rss(rss_item(title="&b;"), prologue=BOMB).decode().encode(encoding)
    assert complaints(data) == [": this feed defines entities of its own, which may be endless; remove them"]


def test_too_many_entries_are_refused() -> None:
    data = rss("<item/>" * (feed.MOST_ENTRIES + 1))
    assert complaints(data) == [": more than 5,000 entries are too many for one feed; split it"]


def test_a_feed_without_entries_is_told() -> None:
    assert complaints(rss()) == [": there is no entry in this feed"]
