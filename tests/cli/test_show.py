"""`whosays show`: a claim inside its report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from tests.ledger.readings import TEXT, claim, numbered, reading, report, span
from whosays.cli.console import safe
from whosays.cli.main import app
from whosays.cli.marks import bracketed, coloured
from whosays.ledger import Ledger
from whosays.model import Claim, Figure, Location, Measure, Named, Scope, Span, Voice, VoiceSort


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def show(folder: Path, claim_id: str) -> Result:
    return CliRunner().invoke(app, ["show", claim_id, "--ledger", str(folder / "test.db")])


def rows(output: str) -> dict[str, str]:
    """The slots at the end, by name; of several, the last."""
    lines = output.split("marked: ")[1].split("\nloaded words")[0].splitlines()[2:]
    return dict(line.strip().split(maxsplit=1) for line in lines if line.strip())


def test_header_text_and_slots(tmp_path: Path, ledger: Ledger) -> None:
    made = claim(f"Before. {TEXT} After.", id="abc0")
    ledger.add(reading(report(text=f"Before. {TEXT} After.", url="https://post.example/1"), made))
    result = show(tmp_path, "abc")
    assert result.exit_code == 0
    assert result.stdout.startswith("Farmers killed\n──────────────\nHarbour Post · 2031-03-08\n")
    assert (
        "Before. [[<<Officials>> in Marwa told the <<Harbour Post>> on Friday that {{shelling}} killed"
        in result.stdout
    )
    found = rows(result.stdout)
    assert found["claim"] == "abc0"
    assert found["report"].endswith(", https://post.example/1")
    assert (found["kind"], found["stance"], found["target"]) == ("shelling", "asserted", "farmers")
    assert found["voice"] == "Officials in Marwa (of the council), “Officials”, party marwa-council, official"
    assert found["place"] == "Marwa (North, XA), 35.5000 36.2500 to the town, GeoNames 900001"
    assert found["time"] == "2031-03-07 (day)"
    assert found["figure"] == "at least 4 killed, “at least 4”, of farmers, in Marwa"


def test_loaded_words_below_the_slots(tmp_path: Path, ledger: Ledger) -> None:
    added = numbered(1)
    ledger.add(added)
    output = show(tmp_path, added.claims[0].id).stdout
    assert output.endswith(
        "\nloaded words\n"
        "  “farmers”: the report itself\n    those who farm\n"
        "  “shelling”: Officials in Marwa\n    deed\n"
    )


def test_a_claim_without_loaded_words_has_no_such_block(tmp_path: Path, ledger: Ledger) -> None:
    ledger.add(replace(numbered(1), loaded=()))
    assert "loaded" not in show(tmp_path, numbered(1).claims[0].id).stdout


def test_what_is_not_known_is_left_out(tmp_path: Path, ledger: Ledger) -> None:
    bare = claim(
        id="a0", voices=(), target=(), time=None, figures=(), place=Location("Marwa", span(TEXT, "Marwa"))
    )
    ledger.add(reading(report(), bare))
    found = rows(show(tmp_path, "a0").stdout)
    assert list(found) == ["claim", "report", "kind", "stance", "place"]
    assert found["place"] == "Marwa, not on the map"


@pytest.mark.parametrize(
    ("scope", "shown"),
    [
        (None, "4 killed, “4”"),
        (Scope(window="since Monday"), "4 killed, “4”, since Monday"),
        (Scope(cumulative=True), "4 killed, “4”, cumulative"),
        (Scope("Marwa", None, False), "4 killed, “4”, in Marwa, not cumulative"),
    ],
)
def test_a_figures_scope(tmp_path: Path, ledger: Ledger, scope: Scope | None, shown: str) -> None:
    figure = Figure(Measure.KILLED, 4, 4, span(TEXT, "4"), None, scope)
    ledger.add(reading(report(), claim(id="a0", figures=(figure,))))
    assert rows(show(tmp_path, "a0").stdout)["figure"] == shown


def test_unknown_and_ambiguous_ids_are_one_sentence(tmp_path: Path, ledger: Ledger) -> None:
    ledger.add(reading(report(), claim(id="abc0"), claim(id="abc1")))
    unknown, ambiguous = show(tmp_path, "fff"), show(tmp_path, "abc")
    assert (unknown.exit_code, ambiguous.exit_code) == (1, 1)
    assert unknown.stderr == "error: no claim in the ledger has the id 'fff'\n"
    assert "abc0, abc1; give more of it" in ambiguous.stderr


def test_no_ledger_is_one_sentence(tmp_path: Path) -> None:
    assert "there is no ledger here" in show(tmp_path, "abc").stderr


def test_paragraphs_stay_and_hostile_text_does_no_harm(tmp_path: Path, ledger: Ledger) -> None:
    text = f"First\x1b[31m.\n\n{TEXT}\r\n\u202elast\x07"
    hostile = "\x1b]0;x\x07[bold]name[/bold]\u2066"
    made = claim(text, id="a0", target=(Named(hostile, span(text, "farmers")),))
    ledger.add(reading(report(text=text, title=hostile, publisher=hostile), made))
    output = show(tmp_path, "a0").stdout
    assert not set(output) & set("\x1b\x07\u202e\u2066\r")
    assert "First\ufffd[31m.\n\n[[<<Officials>>" in output
    assert "[bold]name[/bold]" in output


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, Claim]:
    """Any text without brackets, and a claim whose spans lie and overlap in any way."""
    text = draw(st.text(alphabet=st.characters(exclude_characters="[]{}<>"), min_size=1, max_size=40))
    starts = st.integers(0, len(text) - 1)

    def any_span() -> Span:
        start = draw(starts)
        return Span.of(text, start, draw(st.integers(start + 1, len(text))))

    voices = tuple(Voice("n", any_span(), VoiceSort.PERSON) for _ in range(draw(st.integers(0, 3))))
    return text, replace(numbered(1).claims[0], trigger=any_span(), evidence=any_span(), voices=voices)


@given(marked())
def test_marks_change_nothing_of_the_text(case: tuple[str, Claim]) -> None:
    text, made = case
    lines = [safe(line) for line in text.split("\n")]
    without = [line.plain.translate(dict.fromkeys(map(ord, "[]{}<>"))) for line in bracketed(text, made)]
    assert without == lines
    assert [line.plain for line in coloured(text, made)] == lines


@given(marked())
def test_brackets_stand_around_what_they_mark(case: tuple[str, Claim]) -> None:
    text, made = case
    plain = "\n".join(line.plain for line in bracketed(text, made))
    before, after = plain.split("{{")[0], plain.split("}}")[1]
    bare = dict.fromkeys(map(ord, "[]{}<>"))
    assert len(before.translate(bare)) == made.trigger.start
    assert len(after.translate(bare)) == len(text) - made.trigger.end


@given(marked())
def test_colours_stand_on_what_they_mark(case: tuple[str, Claim]) -> None:
    text, made = case
    reversed_out = [
        character
        for line in coloured(text, made)
        for index, character in enumerate(line.plain)
        if any("reverse" in str(s.style) and s.start <= index < s.end for s in line.spans)
    ]
    assert reversed_out == [safe(character) for character in made.trigger.quote if character != "\n"]
