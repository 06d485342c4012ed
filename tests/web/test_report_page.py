"""The page of a report in a browser: whose words stand where, and what was read in them."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.web.accessibility import grave_findings


def open_report(tab: Page, words: str) -> None:
    (found,) = tab.request.get("/api/v1/reports", params={"text": words}).json()["items"]
    tab.goto(f"/#/reports/{found['digest']}")
    expect(tab.get_by_role("heading", level=1)).to_be_visible()


def test_a_word_gives_its_claim_with_the_chain_of_voices(tab: Page) -> None:
    open_report(tab, "M5 highway intensifies")
    tab.get_by_role("button", name="cleansed").click()
    panel = tab.get_by_role("complementary")
    expect(panel.get_by_role("heading", level=2)).to_have_text("1 claim at “cleansed”")
    outer = panel.locator(".claim-voices > .voice")
    expect(outer.locator("> .voice-name")).to_have_text("state-run Barada Press Agency")
    expect(outer.locator("> .voice > .voice-name")).to_have_text("military source")
    expect(panel.locator("[data-slot=kind]")).to_contain_text("control")
    expect(panel.locator(".loaded-words")).to_contain_text("cleansed")
    expect(panel.get_by_text("incident", exact=False).first).to_be_visible()


def test_statements_within_statements_are_seen_as_such(tab: Page) -> None:
    open_report(tab, "M5 highway intensifies")
    expect(tab.get_by_role("button", name="cleansed")).to_have_attribute("data-depth", "2")
    expect(tab.locator(".bracket[data-depth='2']").first).to_be_attached()
    expect(tab.locator(".is-source", has_text="military source").first).to_be_visible()


def test_the_keyboard_goes_from_claim_to_claim(tab: Page) -> None:
    open_report(tab, "M5 highway intensifies")
    first, second = tab.locator("[data-start]").nth(0), tab.locator("[data-start]").nth(1)
    first.focus()
    tab.keyboard.press("ArrowRight")
    expect(second).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#evidence-title")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(second).to_be_focused()


def test_what_others_print_too_is_listed_and_marked(tab: Page) -> None:
    open_report(tab, "M5 highway intensifies")
    copies = tab.get_by_role("region", name="Printed elsewhere, too")
    expect(copies.get_by_role("listitem")).to_have_count(1)
    expect(copies.get_by_role("listitem")).to_contain_text("The Levant Courier")
    expect(copies).to_contain_text("Whose text it is cannot be told")
    expect(tab.locator(".report-text .copy-sign").first).to_be_attached()
    copies.get_by_role("button", name="show here").click()
    expect(tab.locator(".is-copied.is-shown").first).to_be_in_viewport()
    copies.get_by_role("link", name="The Levant Courier").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("retakes town near M5")
    expect(tab.get_by_role("region", name="Printed elsewhere, too")).to_contain_text("Meridian News Agency")


def test_a_link_to_a_claim_opens_it(tab: Page) -> None:
    claim = tab.request.get("/api/v1/claims", params={"text": "cleansed", "limit": 1}).json()["items"][0]
    tab.goto(f"/#/reports/{claim['report']['digest']}?claim={claim['id']}")
    expect(tab.locator("[aria-expanded=true]")).to_be_in_viewport()
    expect(tab.get_by_role("complementary")).to_contain_text(claim["kind"])


def test_what_a_report_says_is_only_ever_text(tab: Page) -> None:
    open_report(tab, "Shells fall on Marwa")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("<img src=x onerror=")
    expect(tab.locator("main img, main script, main b[onclick]")).to_have_count(0)
    expect(tab.get_by_role("link", name="published page")).to_have_count(0)
    assert "broken" not in tab.title() or "<img" in tab.title()


def test_marks_stand_right_after_signs_of_two_units(tab: Page) -> None:
    open_report(tab, "Shells fall on Marwa")
    expect(tab.locator(".is-trigger", has_text="killed").first).to_have_text("killed")
    arabic = tab.locator(".report-text p", has_text="القذائف")
    assert arabic.evaluate("element => getComputedStyle(element).direction") == "rtl"


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_nothing_grave_stands_in_anybodys_way(
    tab: Page, width: int, scheme: Literal["light", "dark"]
) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    open_report(tab, "M5 highway intensifies")
    tab.get_by_role("button", name="cleansed").click()
    assert grave_findings(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
