"""A newcomer at the keyboard: runs a document's examples one after the other in a folder of their own."""

from __future__ import annotations

import io
import os
import runpy
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import Any

from tests.docs.document import Example, Language

ROOT = Path(__file__).parents[2]

WHOSAYS = 'whosays() { python -m whosays "$@"; }\n'
"""The command, whether it is installed or not."""


class Session:
    """A folder with the sample reports. Commands leave files in it, Python blocks leave names."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(ROOT / "examples", folder / "examples")
        self._folder = folder
        self._names: dict[str, Any] = {}

    def run(self, example: Example) -> list[str]:
        """The lines that the example prints, without white space at their ends."""
        run = self._run_console if example.language is Language.CONSOLE else self._run_python
        return [line.rstrip() for line in run(example.code).splitlines()]

    def _run_console(self, command: str) -> str:
        done = subprocess.run(
            ["sh", "-c", WHOSAYS + command],
            cwd=self._folder,
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,  # a document may show what goes wrong
        )
        return done.stdout

    def _run_python(self, code: str) -> str:
        script = self._folder / "example.py"
        script.write_text(code, encoding="utf-8")
        with chdir(self._folder), redirect_stdout(io.StringIO()) as printed:
            self._names = runpy.run_path(str(script), init_globals=self._names)
        return printed.getvalue()


def _environment() -> dict[str, str]:
    """This Python as `python`, this whosays, and the folder's ledger whatever the developer's own is."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "WHOSAYS_LEDGER": "whosays.db"}
