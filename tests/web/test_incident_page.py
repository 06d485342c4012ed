"""The page of an incident in a browser: who blames whom, on whose word, and what a person makes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from typer.testing import CliRunner

from tests.web.accessibility import grave_findings
from whosays.cli.main import app

STRIKE = "Bombing, Ariha, 14 March 2008"


def open_strike(tab: Page) -> None:
    """Find the contested strike in the list of disputes, as a reader would."""
    tab.goto("/#/incidents?disputed=true")
    tab.get_by_role("link", name="bombing, Ariha, 14 March 2008").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(STRIKE, ignore_case=True)


def test_it_shows_who_blames_whom_on_whose_word(tab: Page) -> None:
    open_strike(tab)
    row = tab.get_by_role("row").filter(has=tab.get_by_role("rowheader", name="Barada Press Agency"))
    actor = row.locator("td[data-slot=actor]")
    expect(actor).to_have_attribute("data-agreement", "contested")
    actor.get_by_role("button", name="not Syrian warplane").click()
    words = tab.get_by_role("complementary")
    expect(words).to_contain_text("Defence Ministry")
    expect(words.locator("blockquote").first).to_contain_text("rejected as baseless the allegations")
    expect(words.locator(".said-trigger").first).to_have_text("bombed")
    expect(words.get_by_role("link", name="Barada Press Agency").first).to_be_visible()


def test_closing_the_sentences_gives_the_focus_back(tab: Page) -> None:
    open_strike(tab)
    cell = tab.locator(".value").first
    cell.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#evidence-title")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(cell).to_be_focused()


def test_agreement_is_marked_by_sign_and_word(tab: Page) -> None:
    open_strike(tab)
    told = tab.locator(".parting li").filter(has_text="kind")
    expect(told.locator(".agreement")).to_have_text("⊘contested")
    expect(tab.locator(".parting li").first).to_have_attribute("data-agreement", "contested")


def test_one_ledger_gives_as_many_answers_as_there_are_rules(tab: Page) -> None:
    open_strike(tab)
    expect(tab.locator(".answers")).to_contain_text("14 (14 to 17)")
    for rule, answer in (("majority", "no number"), ("pending", "no number"), ("most conservative", "14")):
        tab.get_by_text(rule, exact=True).click()
        expect(tab.locator(".answers")).to_contain_text(answer)
    tab.reload()
    expect(tab.get_by_role("radio", name="most conservative")).to_be_checked()


def test_an_incident_is_shown_as_it_was_known(tab: Page) -> None:
    open_strike(tab)
    tab.get_by_label("As known at").fill("2020-01-01T00:00")
    tab.get_by_role("button", name="Show").click()
    expect(tab.get_by_role("alert")).to_contain_text("no incident")
    tab.go_back()
    tab.get_by_label("As known at").fill("2999-01-01T00:00")
    tab.get_by_role("button", name="Show").click()
    expect(tab.get_by_role("button", name="Now", exact=True)).to_be_visible()
    expect(tab.get_by_role("heading", level=1)).to_have_text(STRIKE, ignore_case=True)


def test_figures_are_drawn_with_their_open_ends(tab: Page) -> None:
    open_strike(tab)
    chart = tab.get_by_role("img", name="killed, by day and origin")
    expect(chart.locator(".figure-open").first).to_be_attached()
    expect(chart).to_contain_text("5+")


def test_two_incidents_are_merged_and_the_change_stands(desk: Page, ledger: Path) -> None:
    before = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S}"
    open_strike(desk)
    desk.get_by_role("button", name="Merge with another incident").click()
    desk.get_by_role("combobox", name="Incident").fill("displaced")
    desk.get_by_role("option").first.click()
    desk.get_by_label("Why?").fill("one flight from one strike")
    desk.get_by_role("button", name="They are the same").click()
    expect(desk.get_by_role("status")).to_have_text("Kept: same, since “one flight from one strike”.")
    (judged,) = desk.request.get("/api/v1/judgements").json()
    assert (judged["decision"], judged["why"], judged["by"]) == ("same", "one flight from one strike", "mara")
    changes = CliRunner().invoke(app, ["changes", "--since", before, "--ledger", str(ledger)])
    assert "038874208b" in changes.output


def test_an_account_is_split_off(desk: Page) -> None:
    open_strike(desk)
    desk.get_by_role("row", name="Hala Mardini").get_by_role("button", name="split off").click()
    desk.get_by_label("Why?").fill("another market")
    desk.get_by_role("button", name="They are different").click()
    expect(desk.get_by_role("status")).to_have_text("Kept: different, since “another market”.")
    (judged,) = desk.request.get("/api/v1/judgements").json()
    assert (judged["subject"], judged["decision"]) == ("pair", "different")


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (800, "light"), (1280, "light")])
def test_nothing_grave_stands_in_anybodys_way(
    tab: Page, width: int, scheme: Literal["light", "dark"]
) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    open_strike(tab)
    tab.locator(".value").first.click()
    assert grave_findings(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
