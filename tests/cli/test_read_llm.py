"""`whosays read --reader llm`, with a model that is served on this machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.read.llm.served import claims, completion, served
from whosays.cli.main import app

KILLED = {"sentence": 1, "trigger": "killed", "kind": "harm", "voices": ["a doctor"]}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    texts = {"a": "Shells killed a man, a doctor said.", "b": "It rained."}
    lines = (json.dumps({"id": key, "text": text}) for key, text in texts.items())
    path.write_text("\n".join(lines), "utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(app, ["read", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def ask(reports: Path, url: str) -> Result:
    return run(reports, "--reader", "llm", "--base-url", url, "--model", "large")


def test_a_model_reads(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAYS_LLM_KEY", "s3cret")
    with served(claims(KILLED), claims()) as model:
        result = ask(reports, model.url)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "  doctor: harm “killed”" in result.stdout
    assert model.keys == ["Bearer s3cret"] * 2


def test_what_the_text_does_not_hold_is_a_warning_that_steers_no_terminal(reports: Path) -> None:
    with served(claims(KILLED | {"actor": ["\x1b[2Jthe devil"]}), claims()) as model:
        result = ask(reports, model.url)
    assert result.exit_code == 0
    assert result.stderr == "warning: a: the actor “\ufffd[2Jthe devil” is not in the text and left out\n"
    assert "harm “killed”" in result.stdout


def test_a_report_that_fails_costs_no_other(reports: Path) -> None:
    with served((400, '{"error": {"message": "too long"}}'), claims()) as model:
        result = ask(reports, model.url)
    assert result.exit_code == 1
    assert result.stderr == f"error: a: {model.url} refuses with status 400: too long\n"
    assert "b" in result.stdout


def test_nobody_serving_is_a_sentence_a_report(reports: Path) -> None:
    with served(completion("")) as model:
        pass
    result = ask(reports, model.url)
    assert result.exit_code == 1
    assert result.stderr.count("does not answer; check that a model is served there") == 2


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--reader", "llm"], "--reader llm needs --base-url and --model"),
        (["--reader", "llm", "--model", "large"], "--reader llm needs --base-url and --model"),
        (["--base-url", "http://127.0.0.1:1/v1"], "belong to --reader llm"),
        (["--model", "large"], "belong to --reader llm"),
    ],
)
def test_options_that_do_not_fit_are_told(reports: Path, options: list[str], says: str) -> None:
    result = run(reports, *options)
    assert result.exit_code == 2
    assert says in result.stderr
