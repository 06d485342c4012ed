"""The site of the documentation builds without a warning, and has what is described from the code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import whosays
from whosays.cli.main import app

ROOT = Path(__file__).parents[2]


def test_it_builds_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    verbs = {
        each.name or (each.callback.__name__ if each.callback else "") for each in app.registered_commands
    }
    shown = (tmp_path / "reference" / "command-line.html").read_text(encoding="utf-8")
    assert [verb for verb in verbs if f"whosays {verb.rstrip('_')}" not in shown] == []
    names = (tmp_path / "reference" / "python.html").read_text(encoding="utf-8")
    assert [name for name in whosays.__all__ if f'id="whosays.{name}"' not in names] == []
