"""What a newcomer does in the first minutes, at the page of a team, and where it stands afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from typer.testing import CliRunner

from tests.web.conftest import opened, served, sign_in, token
from whosays.cli.main import app
from whosays.ledger import Ledger

STRIKE = "038874208b"
FLIGHT = "5f2ea33cc7"


@pytest.fixture
def editor(browser: Browser, ledger: Path) -> Iterator[Page]:
    """The page of an editor who has signed in."""
    given = token(ledger, "mara", "editor")
    with Ledger.open(ledger) as team, served(team, None) as address, opened(browser, address) as page:
        sign_in(page, given)
        yield page


def told(ledger: Path, *command: str) -> str:
    done = CliRunner().invoke(app, [*command, "--ledger", str(ledger)], env={"COLUMNS": "160"})
    assert done.exit_code == 0, done.output
    return done.output


def test_from_the_samples_to_two_judgements_that_stand(editor: Page, ledger: Path) -> None:
    before = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S}"
    find_the_contested_strike(editor)
    see_who_blames_whom_on_whose_word(editor)
    correct_a_place(editor)
    merge_two_incidents(editor)
    changes = told(ledger, "changes", "--since", before)
    assert re.search(rf"{STRIKE} +revised +airstrike, Kafranbel", changes)
    assert re.search(rf"{FLIGHT} +withdrawn +now in", changes)
    corrected, merged = (
        each for each in told(ledger, "audit").splitlines() if "POST /api/v1/judgements" in each
    )
    assert "mara" in corrected
    assert "mara" in merged


def find_the_contested_strike(page: Page) -> None:
    page.get_by_role("link", name="Picture").click()
    page.get_by_role("button", name="what accounts part on").click()
    page.get_by_role("link", name="bombing, Ariha, 14 March 2008").click()
    expect(page.get_by_text("market").first).to_be_attached()


def see_who_blames_whom_on_whose_word(page: Page) -> None:
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Barada Press Agency"))
    row.locator("td[data-slot=actor]").get_by_role("button", name="not Syrian warplane").click()
    expect(page.get_by_role("complementary").first).to_contain_text("Defence Ministry")


def correct_a_place(page: Page) -> None:
    page.get_by_role("complementary").locator("a.source").first.click()
    claim = page.get_by_role("region", name="Claim: ").first
    claim.get_by_role("button", name="correct place").click()
    page.get_by_role("combobox", name="Place in the gazetteer").fill("Kafr Nabl")
    page.get_by_role("option").first.click()
    page.get_by_label("Why?").fill("the market of the next town")
    page.get_by_label("Why?").press("Enter")
    expect(claim.locator("[data-slot=place]")).to_contain_text("GeoNames 168661")


def merge_two_incidents(page: Page) -> None:
    page.get_by_role("link", name="Incidents").click()
    page.get_by_role("link", name="bombing, Ariha, 14 March 2008").first.click()
    page.get_by_role("button", name="Merge with another incident").click()
    page.get_by_role("combobox", name="Incident").fill("displaced")
    page.get_by_role("option").first.click()
    page.get_by_label("Why?").fill("one flight from one strike")
    page.get_by_role("button", name="They are the same").click()
    expect(page.get_by_role("status")).to_have_text("Kept: same, since “one flight from one strike”.")
