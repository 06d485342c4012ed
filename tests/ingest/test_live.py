"""Live pages and texts, and those that only look like some."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.ingest.reading import only_report, read_reports
from tests.ingest.samples import BODY, MARKUP, PARAGRAPHS, web_page

ZONE = timezone(timedelta(hours=3))


def entry(hour: int, *, tag: str = "article", kind: str = "entry", words: str = "") -> str:
    said = words or PARAGRAPHS[hour % 2]
    return (
        f'<{tag} class="{kind}"><time datetime="2024-11-29T{hour}:10:00+03:00">{hour}:10</time>'
        f"<h3>At {hour}</h3><p>{said}</p><figure><figcaption>The dam</figcaption></figure>"
        f"<ul><li><a href='/2'>More on this</a></li></ul></{tag}>"
    )


def listed(*hours: int, tag: str = "article", kind: str = "entry") -> str:
    return "<div class='posts'>" + "".join(entry(hour, tag=tag, kind=kind) for hour in hours) + "</div>"


@pytest.mark.parametrize("hours", [(15, 14, 13, 12), (12, 13, 14, 15)])
@pytest.mark.parametrize("tag", ["article", "li", "section", "div"])
def test_entries_with_times_are_reports_of_their_own(hours: tuple[int, ...], tag: str) -> None:
    found = read_reports(web_page(title="Battle near the dam: live updates", body=listed(*hours, tag=tag)))
    assert [report.published for report in found] == [
        datetime(2024, 11, 29, h, 10, tzinfo=ZONE) for h in hours
    ]
    assert [report.title for report in found] == [f"At {hour}" for hour in hours]
    assert [report.text for report in found] == [PARAGRAPHS[hour % 2] for hour in hours]


def test_entries_that_the_page_lists_as_data() -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"At {hour}",
            "articleBody": MARKUP,
            "datePublished": f"2024-11-29T{hour}:10Z",
        }
        for hour in (15, 14, 13)
    ]
    data = json.dumps({"@graph": [{"@type": "LiveBlogPosting", "liveBlogUpdate": updates}]})
    found = read_reports(web_page(body=f'<script type="application/ld+json">{data}</script>'))
    assert [(report.title, report.text) for report in found] == [
        (f"At {hour}", BODY) for hour in (15, 14, 13)
    ]
    assert found[0].published == datetime(2024, 11, 29, 15, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "page",
    [
        web_page(title="Families that live in fear", body=MARKUP),
        web_page(title="Battle near the dam", body=listed(15, 14, 13)),
        web_page(title="Live: the dam", body=listed(15, 14)),
        web_page(title="Live: the dam", body=listed(15, 12, 14, 13)),
        web_page(title="Live: the dam", body=MARKUP * 4 + listed(15, 14, 13)),
        web_page(title="How families live", body=MARKUP + listed(12, 13, 14, tag="li", kind="comment")),
        web_page(title="Live: the dam", body=MARKUP + listed(12, 13, 14, kind="related-story")),
        web_page(title="Live: the dam", body=MARKUP + "".join(f"<div>{entry(h)}</div>" for h in (12, 13))),
        web_page(body=f'{MARKUP}<script type="application/ld+json">{{"@type": "LiveBlogPosting"</script>'),
        web_page(title="Live: the dam", body=MARKUP + "<time>12:10</time>" * 20),
    ],
)
def test_an_ordinary_page_is_never_parted(page: str) -> None:
    assert len(read_reports(page)) == 1


LIVE = """Title: Marwa live updates
Outlet: River Post
Published: 2024-11-29

What we know so far.

15:10 GMT
Shells fell on the market.

Two were wounded.

14:05 GMT – The army denied it.

13:00 GMT: All was quiet.
"""


def test_a_text_that_calls_itself_live_is_a_report_an_entry() -> None:
    found = read_reports(LIVE)
    assert [(report.published, report.text) for report in found] == [
        (datetime(2024, 11, 29, 15, 10, tzinfo=UTC), "Shells fell on the market.\n\nTwo were wounded."),
        (datetime(2024, 11, 29, 14, 5, tzinfo=UTC), "The army denied it."),
        (datetime(2024, 11, 29, 13, 0, tzinfo=UTC), "All was quiet."),
    ]
    assert {report.publisher for report in found} == {"River Post"}


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("Marwa live updates", "How the day in Marwa went"),
        ("Marwa live updates", "How people live in Marwa today, hour by hour"),
        ("Published: 2024-11-29\n", ""),
        ("14:05 GMT – ", "16:05 GMT – "),
        ("13:00 GMT: All", "All"),
        ("What we know so far.", "One.\n\nTwo.\n\nThree.\n\nFour."),
    ],
)
def test_an_ordinary_text_is_never_parted(written: str, instead: str) -> None:
    assert only_report(LIVE.replace(written, instead)).published in (date(2024, 11, 29), None)
