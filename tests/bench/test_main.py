from __future__ import annotations

from pathlib import Path

import pytest

from bench import __main__ as bench


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["geo"], ["geo/lgl", "geo/gwn"]),
        (["speed", "geo/gwn"], ["geo/gwn", "speed"]),
        ([], list(bench.NAMES)),
    ],
)
def test_a_kind_a_set_or_everything(wanted: list[str], names: list[str]) -> None:
    assert bench.chosen(wanted) == names


def test_unknown_set_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        bench.main(["weather"])
    assert stopped.value.code == 2
    assert "there is no set 'weather'; there are claims/gold" in capsys.readouterr().err


def test_without_the_data_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "DATA", tmp_path / "absent")
    assert bench.main([]) == 1
    assert capsys.readouterr().err.startswith(f"nothing to measure: there is no {tmp_path / 'absent'}")
