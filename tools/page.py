"""The page, built from `web/` with Node.js where there is one; without it, all but the page works."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

SOURCES = ("index.html", "package-lock.json", "tsconfig.json", "vite.config.ts", "src", "public")


def ensure_page(root: Path) -> None:
    """Build the page if it is missing or older than what it is made from. Says so if that cannot be done."""
    web, made = root / "web", root / "whosays" / "serve" / "page" / "index.html"
    if made.exists() and made.stat().st_mtime >= _newest(web):
        return
    if shutil.which("npm") is None:
        print(
            "the page is left out: there is no npm; install Node.js 20 or newer to have it", file=sys.stderr
        )
        return
    try:
        for command in (
            ("npm", "ci", "--no-audit", "--no-fund", "--silent"),
            ("npm", "run", "build", "--silent"),
        ):
            subprocess.run(command, cwd=web, check=True, stdout=sys.stderr)  # noqa: S603
    except (subprocess.CalledProcessError, OSError) as error:
        print(
            f"the page is left out: {error}; `npm ci` and `npm run build` in web/ tell more", file=sys.stderr
        )


def _newest(web: Path) -> float:
    files = [path for name in SOURCES for path in (web / name, *(web / name).rglob("*")) if path.is_file()]
    return max((path.stat().st_mtime for path in files), default=0.0)
