"""How a brief reads: who says what, how many, where and since when, of ledgers made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.export.brief.ledgers import ledger
from tests.reconcile.accounts.telling import place
from tests.reconcile.incidents.articles import article, killed
from tests.reconcile.sentences import DAY, told
from whosays.export.brief import Document, Scope, brief
from whosays.export.brief.document import Heading, Map, Paragraph
from whosays.export.brief.reported import where
from whosays.model import Figure, Kind, Measure, NotFoundError, PlacePrecision, Reading, Span, Stance
from whosays.model import Scope as Over

NEXT = DAY + timedelta(days=1)
WHOLE = Scope(DAY, NEXT)
MONITOR = "Syrian Observatory for Human Rights"


def strike(
    outlet: str | None, *, by: str | None = None, dead: float | None = None, ending: str = ""
) -> Reading:
    """An outlet tells of an air strike on a market, and how many it killed."""
    hit = "<a syrian-air-force>Jets</a> <x>bombed</x> the <t>market</t> of <p>Marsa</p>"
    claims = [told(f"{hit}{ending}.", Kind.AIRSTRIKE, by=by, when=DAY)]
    if dead:
        toll = told(
            f"It <x>killed</x> {dead:g} in <p>Marsa</p>{ending}.",
            Kind.HARM,
            by=by,
            when=DAY,
            figures=killed(dead),
        )
        claims.append(toll)
    return article(*claims, outlet=outlet or "", published=NEXT, title=f"{outlet} {ending}")


DENIAL = article(
    told(
        "No <a syrian-air-force>Syrian jet</a> <x>bombed</x> <p>Marsa</p>, the ministry said.",
        Kind.AIRSTRIKE,
        Stance.DENIED,
        by="Defence Ministry",
        when=DAY,
    ),
    outlet="River News",
    published=NEXT,
)


def read(empty: Path, *readings: Reading, scope: Scope = WHOLE) -> Document:
    with ledger(empty, *readings) as opened:
        return brief(opened, scope)


def paragraphs(document: Document) -> list[str]:
    """Each paragraph with its label."""
    found = [block for block in document.blocks if isinstance(block, Paragraph)]
    return [f"{each.label}: {' '.join(one.words for one in each.sentences)}" for each in found]


def test_what_is_told_agreed_and_denied(empty_file: Path) -> None:
    found = paragraphs(
        read(
            empty_file, strike("Coast Post", dead=9), strike("Vale Radio", dead=14, ending=" at noon"), DENIAL
        )
    )
    assert found[0].startswith(
        "Marsa, 4 May 2031: Two origins tell of an airstrike; the “Defence Ministry”"
        " quoted by River News denies an airstrike; by their counts the dead number from 9"
        " to 14; they part over what it was, who did it"
    )
    assert (
        "What it was, contested: Coast Post and Vale Radio report an airstrike in Marsa on 4 May 2031."
        " The “Defence Ministry” quoted by River News denies an airstrike."
        " Coast Post and Vale Radio agree on the day, 4 May 2031, and the place, Marsa." in found
    )
    assert (
        "Who did it, contested: Coast Post and Vale Radio name “Jets” as the attacker."
        " The “Defence Ministry” quoted by River News denies that it was “Syrian jet”." in found
    )
    assert "What was hit: Coast Post and Vale Radio name “market”." in found
    assert (
        "The dead: Counts of the dead run from 9 to 14. Coast Post counts 9 killed."
        " Vale Radio counts 14 killed." in found
    )


def test_nine_outlets_that_quote_one_monitor_are_one_origin(empty_file: Path) -> None:
    echoes = [strike(f"Outlet {n}", by=MONITOR, dead=9, ending=f" {n}") for n in "abcdefghi"]
    found = paragraphs(read(empty_file, *echoes))
    assert found[0].startswith(
        f"Marsa, 4 May 2031: The {MONITOR} reports an airstrike; by their counts the dead number 9."
    )
    assert not any("nine" in words.casefold() for words in found)


def test_outlets_that_print_one_text_are_one(empty_file: Path) -> None:
    text = " while the whole town slept and no warning had been given to anybody who lives there or near it"
    found = read(empty_file, strike("Coast Post", ending=text), strike("Vale Radio", ending=text))
    words = paragraphs(found)
    assert words[0].startswith("Marsa, 4 May 2031: Coast Post and Vale Radio in one text report an airstrike")
    assert [note.outlets for note in found.notes] == [("Coast Post", "Vale Radio")]


def test_an_unknown_origin_is_said_to_be_unknown(empty_file: Path) -> None:
    several = paragraphs(read(empty_file, strike(None), strike(None, ending=" at noon")))
    assert "Marsa, 4 May 2031: Two reports of unknown origin report an airstrike." in several
    found = paragraphs(read(empty_file, strike(None)))
    assert found[0] == "Marsa, 4 May 2031: A report of unknown origin reports an airstrike."
    assert "confirm" not in " ".join(found)


def test_figures_keep_what_is_open_their_population_and_their_window(empty_file: Path) -> None:
    figures = (
        Figure(Measure.KILLED, 12, None, Span(0, 1, "?"), "civilians", Over("Sunport", "since Monday", True)),
        Figure(Measure.WOUNDED, 3, 5, Span(0, 1, "?"), "people"),
    )
    sentence = "<a>Jets</a> <x>bombed</x> <p>Marsa</p>: 12 civilians in Sunport since Monday, 3 to 5."
    toll = article(told(sentence, Kind.AIRSTRIKE, when=(DAY, NEXT), figures=figures), outlet="Vale Radio")
    found = paragraphs(read(empty_file, toll, strike("Coast Post")))
    assert (
        "The dead: Vale Radio counts at least 12 civilians killed in “Sunport” over the time “since Monday”."
        in found
    )
    assert "The wounded: Vale Radio counts 3 to 5 wounded." in found


@pytest.mark.parametrize(
    ("name", "precision", "expected"),
    [
        ("Marsa", PlacePrecision.TOWN, " in Marsa"),
        ("Upper Vale", PlacePrecision.PROVINCE, " in Upper Vale province (no closer place is named)"),
        ("Vale countryside", PlacePrecision.PROVINCE, " in Vale countryside (no closer place is named)"),
        ("Riverland", PlacePrecision.COUNTRY, " in Riverland (no closer place is named)"),
        ("the Marches", PlacePrecision.REGION, " in the wider area of the Marches"),
    ],
)
def test_vague_places_stay_vague(name: str, precision: PlacePrecision, expected: str) -> None:
    assert where(place(name, precision)) == expected


def test_a_province_is_no_point_of_the_map(empty_file: Path) -> None:
    sentence = "<a>Jets</a> <x>bombed</x> a <t>road</t> in <p>Upper Vale</p>."
    found = read(empty_file, article(told(sentence, Kind.AIRSTRIKE, when=DAY)))
    assert not any(isinstance(block, Map) for block in found.blocks)


def test_who_took_a_place_from_whom(empty_file: Path) -> None:
    first = article(told("<a>Hill Front</a> <x>captured</x> <p>Marsa</p>.", when=DAY), outlet="Coast Post")
    second = article(
        told("The <a syrian-army>army</a> <x>captured</x> <p>Marsa</p>.", when=NEXT),
        outlet="Vale Radio",
        published=NEXT,
    )
    found = paragraphs(read(empty_file, first, second))
    assert (
        ": Marsa is said to have changed hands: Coast Post says that “Hill Front” took it on 4 May 2031;"
        " Vale Radio says that the Syrian Arab Army took it on 5 May 2031." in found
    )
    assert "Marsa: Vale Radio says that the Syrian Arab Army took Marsa on 5 May 2031." in found


def test_what_was_foretold_stands_with_what_came_of_it(empty_file: Path) -> None:
    foretelling = "<a syrian-army>Troops</a> will <x>capture</x> <p>Marsa</p>, a colonel said."
    before = article(told(foretelling, stance=Stance.PREDICTED), outlet="Coast Post")
    taken = told("<a syrian-army>Troops</a> <x>captured</x> <p>Marsa</p>.", when=NEXT)
    after = article(taken, outlet="Vale Radio", published=NEXT)
    found = paragraphs(read(empty_file, before, after, scope=Scope(NEXT, NEXT)))
    assert (
        ": Coast Post writes: “Troops will capture Marsa, a colonel said.”"
        " It is later told as having come about;"
        " Vale Radio writes: “Troops captured Marsa.”" in found
    )


def test_the_worst_and_the_contested_come_first(empty_file: Path) -> None:
    quiet = [
        article(
            told(f"<a>Guns</a> <x>shelled</x> <p>Sunport</p> {n}.", Kind.SHELLING, when=DAY), outlet=outlet
        )
        for n, outlet in enumerate(("Coast Post", "Vale Radio", "River Courier"))
    ]
    found = read(
        empty_file,
        *quiet,
        strike("Coast Post", dead=90),
        strike("Vale Radio", dead=9, ending=" at noon"),
        DENIAL,
    )
    headings = [block.words for block in found.blocks if isinstance(block, Heading) and block.level == 3]
    assert headings == ["Marsa, 4 May 2031", "Sunport, 4 May 2031"]


def test_a_party_and_a_place_narrow_it(empty_file: Path) -> None:
    other = article(
        told("<a>Guns</a> <x>shelled</x> <p>Sunport</p>.", Kind.SHELLING, when=DAY), outlet="River Courier"
    )
    readings = [strike("Coast Post", dead=9), other]
    for scope in (replace(WHOLE, place="marsa"), replace(WHOLE, party="syrian-air-force")):
        words = " ".join(paragraphs(read(empty_file, *readings, scope=scope)))
        assert "9 killed" in words or "number 9" in words
        assert "Sunport" not in words
    with pytest.raises(NotFoundError, match=r"^no claim in the ledger is of 4 to 5 May 2031 and fits"):
        read(empty_file, *readings, scope=replace(WHOLE, party="russia"))
