"""Take the pictures of the page and of a brief that the documents show: `python -m tools.pictures`.

Needs Chromium and the built page. The ledger is that of the samples, made anew.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright
from typer.testing import CliRunner

from tests.web.conftest import CHROMIUM, SAMPLES, served
from whosays.cli.main import app
from whosays.ledger import Ledger

FOLDER = Path(__file__).parents[1] / "docs" / "images"
WIDTH = 1200
HEIGHT = 720
SHEET = 860, 1750
DAYS = ("--since", "2008-03-14", "--until", "2008-03-15")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def incident(page: Page) -> None:
    """The contested strike, with the words behind a denial."""
    page.goto("/#/incidents?disputed=true")
    page.get_by_role("link", name="bombing, Ariha").click()
    page.get_by_role("button", name="not Syrian warplane").click()
    page.locator("#accounts-title").evaluate("element => element.scrollIntoView()")


def report(page: Page) -> None:
    """A news report, with the chain of voices behind a word."""
    (found,) = page.request.get("/api/v1/reports", params={"text": "M5 highway intensifies"}).json()["items"]
    page.goto(f"/#/reports/{found['digest']}")
    page.get_by_role("button", name="cleansed").click()


def queue(page: Page) -> None:
    """What wants a person."""
    page.goto("/#/queue")
    page.get_by_text("1 of ").wait_for()


def picture(page: Page) -> None:
    """Where and when, and the incidents that are told most."""
    page.goto("/#/picture")
    page.get_by_role("heading", name="Most told").wait_for()


def parties(page: Page) -> None:
    """Who stands with whom, by whose word."""
    page.goto("/#/parties")
    page.get_by_role("table").wait_for()


def incidents(page: Page) -> None:
    """The incidents that accounts part on."""
    page.goto("/#/incidents?disputed=true")
    page.get_by_role("link", name="bombing, Ariha").wait_for()


def reports(page: Page) -> None:
    """All reports, the newest first."""
    page.goto("/#/reports")
    page.get_by_role("heading", name="Reports").wait_for()


def changes(page: Page) -> None:
    """What is new since a day."""
    page.goto("/#/changes")
    page.get_by_role("heading", name="Changes").wait_for()


VIEWS: dict[str, Callable[[Page], None]] = {
    "picture": picture,
    "incidents": incidents,
    "incident": incident,
    "reports": reports,
    "report": report,
    "queue": queue,
    "parties": parties,
    "changes": changes,
}


def main() -> None:
    """Take every view in both schemes."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "samples.db"
        CliRunner().invoke(app, ["add", "--ledger", str(ledger), *map(str, SAMPLES)])
        page = Path(folder) / "brief.html"
        CliRunner().invoke(app, ["brief", "--ledger", str(ledger), *DAYS, "-o", str(page)])
        with (
            Ledger.open(ledger) as opened,
            served(opened, "mara") as address,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for name in VIEWS:
                take(browser, address, name)
            take_brief(browser, page)


def take(browser: Browser, address: str, name: str) -> None:
    """A view in both schemes."""
    for scheme in SCHEMES:
        page = browser.new_page(
            base_url=address, viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme
        )
        VIEWS[name](page)
        page.wait_for_timeout(500)  # charts and fonts come after the words
        page.screenshot(path=FOLDER / f"{name}-{scheme}.png")
        page.close()


def take_brief(browser: Browser, page: Path) -> None:
    """The start of the brief, as it is on paper: in one scheme."""
    sheet = browser.new_page(viewport={"width": SHEET[0], "height": SHEET[1]})
    sheet.goto(page.as_uri())
    sheet.screenshot(path=FOLDER / "brief.png")
    sheet.close()


if __name__ == "__main__":
    main()
