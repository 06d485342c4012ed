"""The page in a browser, over a server of its own with a copy of the ledger of the samples."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from typer.testing import CliRunner

from whosays.cli.main import app
from whosays.ledger import Ledger
from whosays.serve import create_app, frontend

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HERE = Path(__file__).parent
SAMPLES = sorted((HERE.parents[1] / "examples").glob("[0-9]-*"))
expect.set_options(timeout=20_000)

HOSTILE = HERE / "hostile.html"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave these tests out, and say why, where there is no browser or the page is not built."""
    reason = "no Chromium on the PATH" if CHROMIUM is None else "the page is not built: npm run build in web/"
    if CHROMIUM is None or not frontend.is_built():
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the samples, and with a report that means harm to whoever shows it."""
    ledger = tmp_path_factory.mktemp("web") / "read.db"
    done = CliRunner().invoke(app, ["add", "--ledger", str(ledger), *map(str, [*SAMPLES, HOSTILE])])
    assert done.exit_code == 0, done.output
    return ledger


@pytest.fixture(scope="session")
def shelf(read_once: Path) -> Iterator[str]:
    """The address of a server for tests that only look."""
    with Ledger.open(read_once) as opened, served(opened, "mara") as address:
        yield address


@pytest.fixture
def ledger(read_once: Path, tmp_path: Path) -> Path:
    """A copy of that ledger, which a test may change."""
    return Path(shutil.copy(read_once, tmp_path / "web.db"))


@pytest.fixture
def site(ledger: Path) -> Iterator[str]:
    """The address of a server of that copy."""
    with Ledger.open(ledger) as opened, served(opened, "mara") as address:
        yield address


def token(ledger: Path, name: str, role: str) -> str:
    """The token of a new user of the team of a ledger."""
    done = CliRunner().invoke(app, ["user", "add", name, "--role", role, "--ledger", str(ledger)])
    assert done.exit_code == 0, done.output
    return done.stdout.strip().splitlines()[-1].split()[-1]


def sign_in(tab: Page, given: str) -> None:
    """Open a team's page by a token."""
    tab.goto("/#/reports")
    tab.get_by_label("Token").fill(given)
    tab.get_by_role("button", name="Sign in").click()
    expect(tab.locator("#person")).not_to_be_empty()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Reports")


@contextmanager
def served(ledger: Ledger, user: str | None) -> Iterator[str]:
    """A server over a ledger for one person, or for its users, at a free port, as long as it is wanted."""
    server = uvicorn.Server(uvicorn.Config(create_app(ledger, user), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def tab(browser: Browser, shelf: str) -> Iterator[Page]:
    """A page of the browser, to look at."""
    with opened(browser, shelf) as page:
        yield page


@pytest.fixture
def desk(browser: Browser, site: str) -> Iterator[Page]:
    """A page of the browser, to judge on."""
    with opened(browser, site) as page:
        yield page


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page at a server; whatever its console complains of fails the test."""
    page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 900})
    page.set_default_timeout(20_000)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.extend(_complaint(said)))
    yield page
    page.close()
    assert complaints == []


def _complaint(said: ConsoleMessage) -> list[str]:
    """An error of the page's own; that the API refuses something is for the page to tell."""
    refused = "/api/v1/" in said.location["url"]
    return [said.text] if said.type == "error" and not refused else []
