"""The page of a team in a browser: nobody sees anything before the server knows who it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.web.conftest import served, token
from whosays.ledger import Ledger


@pytest.fixture
def team(ledger: Path) -> Iterator[tuple[str, str]]:
    """The address of a team's server, and a coder's token."""
    given = token(ledger, "mara", "coder")
    with Ledger.open(ledger) as opened, served(opened, None) as address:
        yield address, given


def test_a_token_opens_the_page_and_bounds_what_one_may_do(browser: Browser, team: tuple[str, str]) -> None:
    address, given = team
    page = browser.new_page(base_url=address)
    page.goto("/#/incidents?disputed=true")
    page.get_by_label("Token").fill("guessed")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).not_to_be_empty()
    page.get_by_label("Token").fill(given)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#person")).to_contain_text("mara, coder")
    page.get_by_role("link", name="bombing, Ariha").click()
    page.get_by_role("row", name="Hala Mardini").get_by_role("button", name="split off").click()
    page.get_by_label("Why?").fill("another market")
    page.get_by_role("button", name="They are different").click()
    expect(page.get_by_role("alert")).to_have_text("this takes the role editor; mara is coder")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Token")).to_be_visible()
    page.close()
