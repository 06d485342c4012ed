"""The page: the files that are built from `web/` into `page/`, or one sentence that says what is missing."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from fastapi.staticfiles import StaticFiles

FOLDER = Path(str(files("whosays.serve").joinpath("page")))
MISSING = (
    "The page is not in this installation, because it was built without Node.js: the API is at /api/v1."
    " To have the page, install Node.js 20 or newer and install whosays again, or install a released wheel.\n"
)


def is_built() -> bool:
    """Whether the page is there."""
    return (FOLDER / "index.html").is_file()


def add(app: FastAPI) -> None:
    """Serve the page at `/`."""
    if is_built():
        app.mount("/", StaticFiles(directory=FOLDER, html=True), name="page")
    else:
        app.add_api_route("/", lambda: PlainTextResponse(MISSING), include_in_schema=False)
