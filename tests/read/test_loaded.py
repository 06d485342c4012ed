"""Words with which a report judges or takes a side, and those that only look so."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.read.reading import read
from whosays.model import Loaded, LoadedSort, Report
from whosays.pipeline import Pipeline
from whosays.read import lexicon
from whosays.read.wording import WORD

LABEL, DEED, JUDGEMENT, SCARE = (
    LoadedSort.LABEL,
    LoadedSort.DEED,
    LoadedSort.JUDGEMENT,
    LoadedSort.SCARE_QUOTES,
)


def words(text: str) -> list[tuple[str, LoadedSort]]:
    return [(word.span.quote, word.sort) for word in read(text).loaded]


def speaker(text: str, quote: str) -> str | None:
    """Who says the loaded word `quote`; None is the report itself."""
    reading = read(text)
    (word,) = [w for w in reading.loaded if w.span.quote == quote]
    return None if word.said_by is None else reading.attributions[word.said_by].source[0].quote


@pytest.mark.parametrize(
    ("text", "quote", "sort"),
    [
        # names for armed opponents
        ("The terrorists withdrew to the hills on Friday.", "terrorists", LABEL),
        ("Armed terrorist groups fired shells at the market.", "Armed terrorist groups", LABEL),
        ("A terrorist attack killed two guards.", "terrorist", LABEL),
        ("Takfiri fighters left the village.", "Takfiri", LABEL),
        ("Daesh-held villages were shelled.", "Daesh", LABEL),
        ("Mercenaries burned the post near the river.", "Mercenaries", LABEL),
        ("Bandits killed 12 farmers near the river.", "Bandits", LABEL),
        ("Russian occupiers shelled the port.", "occupiers", LABEL),
        ("The invaders burned two mills.", "invaders", LABEL),
        ("Occupation forces stormed the camp at dawn.", "Occupation forces", LABEL),
        ("The occupying army closed the road.", "occupying army", LABEL),
        ("The Zionist entity bombed the depot.", "Zionist entity", LABEL),
        ("Enemy drones struck the bridge.", "Enemy drones", LABEL),
        ("Our soldiers repelled the attack.", "Our soldiers", LABEL),
        ("The Janjaweed burned three villages.", "Janjaweed", LABEL),
        ("Coup militias shelled the port of Hodeidah.", "Coup militias", LABEL),
        ("Banderite units fired at the town.", "Banderite", LABEL),
        ("Iranian proxies fired rockets at the base.", "proxies", LABEL),
        ("The warlord's men took the airport.", "warlord", LABEL),
        ("Apostate soldiers were killed, the group's magazine wrote.", "Apostate", LABEL),
        # names for governments
        ("Regime forces shelled the town of Saraqib.", "Regime forces", LABEL),
        ("The regime bombed the market.", "regime", LABEL),
        ("Anti-regime protesters were shot.", "regime", LABEL),
        ("The Kiev regime shelled the port.", "Kiev regime", LABEL),
        ("The junta's troops burned the village.", "junta", LABEL),
        # names that praise
        ("Four martyrs were buried on Friday.", "martyrs", LABEL),
        ("Two medics were martyred in the raid.", "martyred", DEED),
        ("The revolutionaries took the checkpoint.", "revolutionaries", LABEL),
        ("The resistance fighters fired rockets.", "resistance fighters", LABEL),
        # deeds
        ("The army liberated the village of Tell Zayt.", "liberated", DEED),
        ("The town was liberated on Friday.", "liberated", DEED),
        ("The liberation of the airport took a week.", "liberation", DEED),
        ("Troops cleansed the farms of militants.", "cleansed", DEED),
        ("Jets neutralised four fighters in the valley.", "neutralised", DEED),
        ("Saudi aggression killed three farmers.", "Saudi aggression", LABEL),
        # judgements
        ("The ministry falsely claims that its jets struck a depot.", "falsely", JUDGEMENT),
        ("Ankara's ministry amusingly claimed that nobody was hurt.", "amusingly", JUDGEMENT),
        ("The council ridiculously denied the raid.", "ridiculously", JUDGEMENT),
        ("Baseless allegations were made by the ministry.", "Baseless", JUDGEMENT),
        ("The so-called elections were held on Monday.", "so-called", JUDGEMENT),
        ("The so called Harbour Republic closed the port.", "so called", JUDGEMENT),
        ("A sham referendum was held in the town.", "sham", JUDGEMENT),
        ("The cowardly attack killed two guards.", "cowardly", JUDGEMENT),
        ("Our heroic army took the hill.", "Our heroic army", LABEL),
        # scare quotes
        ('The "elections" were held on Monday.', "elections", SCARE),
        ("The “moderate rebels” shelled the market.", "moderate rebels", SCARE),
        ("Its ‘volunteers’ crossed the border.", "volunteers", SCARE),
        ("The 'referendum,' held on Monday, lasted a day.", "referendum", SCARE),
    ],
)
def test_words_that_judge(text: str, quote: str, sort: LoadedSort) -> None:
    assert words(text)[0] == (quote, sort)


@pytest.mark.parametrize(
    "text",
    [
        "The sanctions regime was extended on Monday.",
        "The ceasefire regime held in the north.",
        "A visa regime was agreed on.",
        "The regime of silence began at dawn.",
        "The report spoke of regime change.",
        "Counter-terrorism police arrested two men.",
        "Anti-terrorist units searched the port.",
        "The terrorist designation was lifted on Monday.",
        "The group is a designated terrorist organisation in three countries.",
        "The front was designated a terrorist organisation by the council.",
        "The brigades joined Operation Response to the Aggression.",
        "Protesters gathered in Martyrs' Square on Friday.",
        "The Al-Aqsa Martyrs Brigades fired two rockets.",
        "The Martyr Salim Hospital was hit.",
        "The wounded lay in Heroes Hospital.",
        "The alleged massacre took place near the river.",
        "The alleged attack killed two guards.",
        "A liberated society needs schools.",
        "Women's liberation was the topic of the talk.",
        "The army captured the village of Tell Zayt.",
        "Rebels shelled the town on Friday.",
        "Militants fired rockets at the base.",
        "It was a proxy war.",
        "A false alarm sounded in the town.",
        "A man was lying on the road.",
        "The village lies in the valley.",
        "The occupying power is bound by the convention.",
        "The occupants of the house fled.",
        "Residents put up resistance to the troops.",
        "The convention against the use of mercenaries was signed.",
        "The crusader castle was damaged by shells.",
        "The lions of the zoo were moved.",
        "A mine was neutralised near the school.",
        "They slaughtered sheep for the feast.",
        "Police purged the files of the clerk.",
        'The minister called the raid "barbaric".',
        'The operation, dubbed "Spring Storm", began on Monday.',
        'The word "liberation" was painted on a wall.',
        'The paper "Valley Post" was closed.',
        'The town, known as "the gate", was shelled.',
        "The rebels' tanks and the army's jets met.",
        "He was the rightful owner of the mill.",
    ],
)
def test_words_that_do_not(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "quote", "said_by"),
    [
        ("The terrorists fled, the army said.", "terrorists", "the army"),
        ("The army said the terrorists had fled.", "terrorists", "The army"),
        ("According to the ministry, the terrorists had fled.", "terrorists", "the ministry"),
        (
            '"We will drive out the terrorists," General Idris Malouf said.',
            "terrorists",
            "General Idris Malouf",
        ),
        ("The terrorists said that their men had left.", "terrorists", None),
        ("Regime officials said that the road was open.", "Regime", None),
        ("The ministry falsely claimed that the road was open.", "falsely", None),
        ("The terrorists reportedly fled on Friday.", "terrorists", None),
    ],
)
def test_whose_word_it_is(text: str, quote: str, said_by: str | None) -> None:
    assert speaker(text, quote) == said_by


def test_the_innermost_speaker_says_it() -> None:
    text = "The Valley Post reported that the army had said that the terrorists had fled."
    assert speaker(text, "terrorists") == "the army"


def test_quotations_of_nobody_are_left_out() -> None:
    assert words('It was a day like others. "We will drive out the terrorists and go home."') == []


def test_a_word_in_scare_quotes_is_not_the_reports_label() -> None:
    assert words('The "terrorists" were farmers.') == [("terrorists", SCARE)]


def test_a_title_in_capitals_is_no_proper_name() -> None:
    report = Report(
        "Regime Kills Five Near Ariha\n\nShells hit a market on Friday.", title="Regime Kills Five Near Ariha"
    )
    assert [w.span.quote for w in Pipeline.default().read(report).loaded] == ["Regime"]


def test_a_note_says_who_uses_the_word() -> None:
    (word,) = read("The Kiev regime shelled the port.").loaded
    assert word.note == "Russia's government and media, for Ukraine's government"


def test_every_entry_of_the_lexicon_can_be_found() -> None:
    """No word twice in an entry, and none that the scan cannot see."""
    entries = lexicon.load("loaded")["entry"]
    seen = [word for entry in entries for word in entry["words"]]
    assert [e["words"] for e in entries if len(e["words"]) != len(set(e["words"]))] == []
    assert [w for w in seen if not WORD.search(w) or w != w.lower()] == []
    assert [e["words"] for e in entries if not e["note"].strip()] == []


@pytest.mark.parametrize("entry", lexicon.load("loaded")["entry"], ids=lambda entry: entry["words"][0])
def test_conditions_are_lists_of_words_or_known_groups(entry: dict[str, list[str]]) -> None:
    known = {f"@{group}" for group in lexicon.load("loaded")["groups"]} | {"@places"}
    conditions = ("unless_previous", "unless_next", "only_previous", "only_next", "only_near")
    given = [word for key in conditions for word in entry.get(key, [])]
    assert [w for w in given if w.startswith("@") and w not in known] == []
    assert set(entry) <= {"words", "sort", "note", "in_names", "within", *conditions}


PIECES = st.sampled_from(
    [
        "terrorists",
        "regime",
        "The Martyrs'",
        "“elections”",
        "'vote'",
        '"so-called"',
        "falsely claimed",
        "liberated the town of",
        "Hama",
        "said",
        "the army",
        ".",
        ",",
        "\n\n",
        "🚀",
        "’s",
        "İ",
        "-",
    ]
)
texts = st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=16).map(
    " ".join
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_loaded_words_quote_the_text_in_its_order_and_never_overlap(text: str) -> None:
    reading = read(text)
    found: tuple[Loaded, ...] = reading.loaded
    assert [w for w in found if text[w.span.start : w.span.end] != w.span.quote] == []
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(w.said_by is None or 0 <= w.said_by < len(reading.attributions) for w in found)
