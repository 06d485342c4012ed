"""Reports are handed in at the page: by button, drop and paste, and what became of them is told."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.accessibility import grave_findings
from tests.web.conftest import opened, served, sign_in, token
from whosays.ledger import Ledger

TEXT = "Rebels shelled Aleppo on Friday, killing three people, a resident of the city told the Orontes Post."
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Wire</title><item>
<title>Blast at the port of Tartus</title><pubDate>Sat, 04 Mar 2017 09:00:00 GMT</pubDate>
<description>The harbour master said a blast had wounded two dockers in Tartus on Friday.</description>
</item></channel></rss>"""
BRING = """([type, files, text]) => {
    const data = new DataTransfer();
    for (const [name, words] of files) data.items.add(new File([words], name));
    if (text) data.setData("text/plain", text);
    const further = type === "paste" ? { clipboardData: data } : { dataTransfer: data };
    const Kind = type === "paste" ? ClipboardEvent : DragEvent;
    document.body.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, ...further }));
}"""


def bring(tab: Page, event: str, files: list[tuple[str, str]] = [], text: str = "") -> None:  # noqa: B006 - read only
    """Drop or paste, as a browser tells the page of it."""
    tab.evaluate(BRING, [event, files, text])


def start(tab: Page) -> None:
    tab.goto("/#/reports")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Reports")


def reading(tab: Page) -> Locator:
    return tab.get_by_role("complementary", name="What is being read").get_by_role("article")


def fits(tab: Page) -> bool:
    return bool(tab.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_words_are_pasted_with_what_they_do_not_say(
    desk: Page, width: int, scheme: Literal["light", "dark"]
) -> None:
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": width, "height": 900})
    start(desk)
    desk.get_by_role("button", name="Add reports").click()
    desk.get_by_label("Or a report’s words").fill(TEXT)
    desk.get_by_role("dialog").get_by_label("Outlet").fill("Orontes Post")
    desk.get_by_role("dialog").get_by_label("Day of publication").fill("2017-03-04")
    desk.get_by_role("dialog").get_by_label("Address").fill("https://orontes.example/1")
    assert grave_findings(desk) == []
    assert fits(desk)
    desk.get_by_role("button", name="Read", exact=True).click()
    expect(reading(desk).get_by_role("progressbar")).to_be_visible()
    expect(reading(desk).get_by_role("status")).to_have_text("Read", timeout=60_000)
    assert grave_findings(desk) == []
    assert fits(desk)
    reading(desk).get_by_role("link", name="Orontes Post").click()
    expect(desk.locator(".report-outlet")).to_contain_text("Orontes Post · 4 March 2017")
    expect(desk.get_by_role("link", name="published page")).to_have_attribute(
        "href", "https://orontes.example/1"
    )
    expect(desk.locator(".report-text")).to_contain_text("Rebels shelled Aleppo")


def test_files_are_dropped_anywhere_and_a_bad_one_spoils_no_other(desk: Page) -> None:
    start(desk)
    files = [("good.txt", f"Orontes Post\n\n{TEXT}"), ("bad.pdf", "%PDF-1.4 nothing")]
    bring(desk, "dragover", files)
    expect(desk.locator("body")).to_have_class("is-dropped-on")
    bring(desk, "drop", files)
    expect(reading(desk)).to_contain_text("2 files")
    expect(reading(desk).get_by_role("status")).to_have_text("Read, but not all of it", timeout=60_000)
    expect(reading(desk).get_by_role("listitem").first).to_contain_text("bad.pdf: ")
    expect(reading(desk).get_by_role("link")).to_have_count(2)
    reading(desk).get_by_role("button", name="Close the reading of 2 files").click()
    expect(reading(desk)).to_have_count(0)


def test_a_feed_is_pasted_and_names_its_outlet_itself(desk: Page) -> None:
    start(desk)
    bring(desk, "paste", text=FEED)
    dialog = desk.get_by_role("dialog", name="Add reports")
    expect(dialog).to_contain_text("outlets and days are taken from it")
    expect(dialog.get_by_label("Outlet")).to_have_count(0)
    dialog.get_by_role("button", name="Read", exact=True).click()
    reading(desk).get_by_role("link", name="Blast at the port of Tartus").click(timeout=60_000)
    expect(desk.locator(".report-outlet")).to_contain_text("Harbour Wire · 4 March 2017")


def test_what_the_server_refuses_is_told_in_its_words(desk: Page) -> None:
    start(desk)
    bring(desk, "drop", [("empty.txt", "")])
    expect(reading(desk).get_by_role("status")).to_have_text("Nothing could be read", timeout=60_000)
    expect(reading(desk).get_by_role("listitem")).to_contain_text("empty.txt: ")


def test_who_may_only_look_is_not_asked_for_reports(browser: Browser, ledger: Path) -> None:
    given = token(ledger, "jon", "reader")
    with Ledger.open(ledger) as team, served(team, None) as address, opened(browser, address) as page:
        sign_in(page, given)
        expect(page.locator("#person")).to_contain_text("jon, reader")
        expect(page.get_by_role("button", name="Add reports")).to_have_count(0)
        bring(page, "drop", [("good.txt", TEXT)])
        bring(page, "paste", text=TEXT)
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(reading(page)).to_have_count(0)
