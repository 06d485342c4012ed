"""HTML pages."""

from __future__ import annotations

import socket
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.ingest.html import read
from whosays.ingest.item import Item, Notice, Stated
from whosays.model import InputError, Report

UNSTATED = Stated()
PARAGRAPHS = (
    "The army said on Friday that four fighters were killed near the dam after a battle that began at dawn.",
    "Residents told River Post that shells fell on the market of Marwa, and that two children were wounded.",
)
META = """
<meta property="og:site_name" content="River Post">
<meta property="og:title" content="Four killed near the dam">
<meta property="article:published_time" content="2024-11-29T10:00:00+03:00">
<link rel="canonical" href="https://riverpost.example/world/1">
"""
ARABIC = (
    "قال الجيش يوم الجمعة إن أربعة مقاتلين قتلوا قرب السد في اشتباكات عنيفة بدأت عند الفجر.",
    "وقال سكان لصحيفة النهر إن قذائف سقطت على سوق مروة وإن طفلين أصيبا بجروح خلال القصف.",
)


def page(meta: str = META, paragraphs: tuple[str, ...] = PARAGRAPHS, charset: str = "utf-8") -> str:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return f"""<!DOCTYPE html><html><head><meta charset="{charset}">
<title>Four killed near the dam | River Post</title>
{meta}<style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Four killed near the dam</h1>{body}<script>var tracked = "everywhere";</script></article>
<footer>Copyright 2014 River Post. Last changed on 12 May 2014.</footer></body></html>"""


def read_page(data: str | bytes, stated: Stated = UNSTATED) -> list[Item]:
    return list(read(data.encode() if isinstance(data, str) else data, "r.html", stated))


def only_report(data: str | bytes, stated: Stated = UNSTATED) -> Report:
    (item,) = read_page(data, stated)
    assert isinstance(item, Report)
    return item


def test_the_main_text_is_kept_and_the_rest_is_dropped() -> None:
    assert only_report(page()).text == "\n\n".join(PARAGRAPHS)


def test_the_metadata_say_where_it_is_from() -> None:
    report = only_report(page())
    assert report.title == "Four killed near the dam"
    assert report.publisher == "River Post"
    assert report.published == date(2024, 11, 29)
    assert report.url == "https://riverpost.example/world/1"
    assert report.language == "en"


def test_a_year_in_the_footer_is_no_day_of_publication() -> None:
    assert only_report(page(meta="")).published is None


@pytest.mark.parametrize(("year", "why"), [("2999", "in the future"), ("1024", "before 1800")])
def test_an_unlikely_day_is_told_and_taken(year: str, why: str) -> None:
    notice, report = read_page(page().replace("2024-11-29", f"{year}-11-29"))
    assert notice == Notice("r.html", f"published {year}-11-29 is {why}; taken as it is")
    assert isinstance(report, Report)
    assert report.published == date(int(year), 11, 29)


def test_what_is_stated_wins() -> None:
    report = only_report(page(), Stated(date(2024, 1, 2), "Harbour Post"))
    assert (report.published, report.publisher) == (date(2024, 1, 2), "Harbour Post")


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("utf-8", "utf-8"),
        ("windows-1256", "cp1256"),
        ("utf-8", "utf-16"),
        ("utf-8", "utf-8-sig"),
        ("iso-8859-6", "iso8859-6"),
    ],
)
def test_the_declared_encoding_or_the_byte_order_mark_is_believed(charset: str, codec: str) -> None:
    data = page(paragraphs=ARABIC, charset=charset).encode(codec)
    report = only_report(data)
    assert ARABIC[0] in report.text
    assert report.language == "ar"


def test_an_encoding_that_must_be_guessed_is_told() -> None:
    notice, report = read_page(page(paragraphs=ARABIC, charset="").encode("cp1256"))
    assert notice == Notice("r.html", "encoding not stated, read as cp1256")
    assert isinstance(report, Report)
    assert ARABIC[1] in report.text


@pytest.mark.parametrize(
    "data",
    ["<html></html>", "<html><body><script>var x = 1;</script></body></html>", "<!doctype html>", "<p>"],
)
def test_a_page_without_text_is_refused(data: str) -> None:
    with pytest.raises(InputError) as caught:
        read_page(data)
    assert str(caught.value) == "r.html: no main text was found in this HTML page; save the article as text"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    linked = '<link rel="stylesheet" href="https://riverpost.example/a.css"><script src="https://a.example/"></script>'
    assert only_report(page(META + linked)).publisher == "River Post"


MARKUP = st.lists(
    st.sampled_from(
        ["<html>", "<p>", "</p>", "<article>", "<table><tr><td>", "<![CDATA[", "<!--", "&#xD800;", "&#0;"]
    )
    | st.sampled_from(
        [*PARAGRAPHS, "<meta charset=utf-7>", '<meta name="date" content="0000-99-99">', "\0", "\x1b["]
    )
    | st.text(max_size=20),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(MARKUP)
def test_any_markup_is_a_report_that_can_be_written_or_refused(parts: list[str]) -> None:
    try:
        items = read_page("".join(parts).encode("utf-8", "surrogatepass"))
    except InputError:
        return
    assert isinstance(items[-1], Report)
    items[-1].text.encode("utf-8")


@pytest.mark.parametrize("deep", ["<div>", "<table><tr><td>", "<b>", "<ul><li>"])
def test_deep_nesting_is_no_way_to_crash(deep: str) -> None:
    data = "<html><body>" + deep * 15_000 + f"<p>{PARAGRAPHS[0]}</p>"
    try:
        assert isinstance(read_page(data)[-1], Report)
    except InputError as error:
        assert "no main text" in str(error)  # noqa: PT017 - either outcome is right
