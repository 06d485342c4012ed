"""What becomes of errors, whichever verb meets them."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import distributions, version
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

from whosays.cli.main import app
from whosays.model import InputError, LedgerError, NotFoundError, UsageError


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def fail(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> Result:
    """The result of a verb that meets `error`."""

    def default() -> None:
        raise error

    module = SimpleNamespace(Pipeline=SimpleNamespace(default=default))
    monkeypatch.setitem(sys.modules, "whosays.pipeline", module)
    return run("read", "report.txt")


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (
            InputError("a.txt", "there is no text in this file"),
            1,
            "error: a.txt: there is no text in this file\n",
        ),
        (LedgerError("w.db: locked"), 1, "error: w.db: locked\n"),
        (NotFoundError("nothing has the id \x1b[2J[red]"), 1, "error: nothing has the id \ufffd[2J[red]\n"),
        (UsageError("--since is after --until"), 2, "error: --since is after --until\n"),
        (OSError(28, "No space left on device"), 1, "error: output: No space left on device\n"),
        (
            FileNotFoundError(2, "No such file or directory", "x.db"),
            1,
            "error: x.db: No such file or directory\n",
        ),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_an_expected_error_is_one_sentence_and_a_status(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, told: str
) -> None:
    result = fail(monkeypatch, error)
    assert (result.exit_code, result.stdout, result.stderr) == (status, "", told)


def test_an_error_of_our_own_making_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(fail(monkeypatch, ZeroDivisionError()).exception, ZeroDivisionError)


@pytest.mark.skipif(not list(distributions(name="whosays")), reason="needs the package installed")
def test_the_version_is_the_packages() -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"whosays {version('whosays')}\n")


@pytest.mark.parametrize("verb", [[], ["read"], ["add"], ["claims"], ["show"]])
def test_every_verb_has_help(verb: list[str]) -> None:
    result = run(*verb, "--help")
    assert result.exit_code == 0
    assert "Usage: " in result.stdout


def test_the_module_runs_as_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "whosays", "--help"], capture_output=True, check=True, text=True
    )
    assert "Usage: whosays" in done.stdout
