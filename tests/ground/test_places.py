"""Phrases that name places, and what they must come to.

An expectation is "kind country name", the name being part of the gazetteer's; "?" is a place that
cannot be resolved; "-" is no place at all.
"""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.ground.places import PlaceFinder
from whosays.model import NameMention, NameSort, PlaceMention, Span

# One line a phrase: the text, the words in question, the place.
TOWNS = [
    ("Jets hit the town of Khan Sheikhoun at dawn.", "Khan Sheikhoun", "city SY Khān Shaykhūn"),
    ("Syrian medics in Khan Shaykhun treated dozens.", "Khan Shaykhun", "city SY Khān Shaykhūn"),
    ("Syrian army shells fell on Douma and Harasta.", "Douma", "city SY Dūmā"),
    ("Syrian army shells fell on Douma and Harasta.", "Harasta", "city SY Ḩarastā"),
    ("Residents fled the Syrian town of al-Bab.", "al-Bab", "city SY Al Bāb"),
    ("Turkish tanks rolled into Afrin, Syria.", "Afrin", "city SY ‘Afrīn"),
    ("Kurdish forces in Kobani, Syria, said they held on.", "Kobani", "city SY ‘Ayn al ‘Arab"),
    ("Syrian troops retook Palmyra from the militants.", "Palmyra", "city SY Tadmur"),
    ("A bomb went off in Raqqa, activists said.", "Raqqa", "city SY Ar Raqqah"),
    ("The siege of Deir ez-Zor, Syria, was broken.", "Deir ez-Zor", "city SY Deir ez-Zor"),
    ("Fighting near Saraqeb in Idlib went on.", "Saraqeb", "city SY Saraqib"),
    ("Saraqeeb, in Syria's Idlib province, was shelled.", "Saraqeeb", "-"),
    ("They were buried in Saraqeeb, in Syria's Idlib province.", "Saraqeeb", "city SY Saraqib"),
    ("Shells landed in Zamalka near Damascus.", "Zamalka", "city SY Zamalka"),
    ("The village of Kafraya near Idlib was cut off.", "Kafraya", "city SY Kafraya"),
    ("Iraqi troops entered Fallujah and Ramadi.", "Fallujah", "city IQ Al Fallūjah"),
    ("Iraqi troops entered Fallujah and Ramadi.", "Ramadi", "city IQ Ramadi"),
    ("A drone struck Sanaa, Yemen.", "Sanaa", "city YE"),
    ("Ukrainian units left Bakhmut overnight.", "Bakhmut", "city UA Bakhmut"),
    ("Explosions were heard in Kyiv and Kharkiv.", "Kyiv", "city UA Kyiv"),
    ("Explosions were heard in Kiev and Kharkov.", "Kiev", "city UA Kyiv"),
    ("Sudanese soldiers shelled Omdurman.", "Omdurman", "city SD Omdurman"),
    ("Aid reached Khan Younis in the Gaza Strip.", "Khan Younis", "city PS Khān Yūnis"),
    ("An Israeli raid on Jenin in the West Bank killed two.", "Jenin", "city PS"),
    ("The convoy left Goma in Congo.", "Goma", "city CD Goma"),
    ("IDLIB, Syria - Warplanes returned on Monday.", "IDLIB", "city SY Idlib"),
    ("HOMS, Syria - Shells fell on Monday.", "HOMS", "city SY Homs"),
    ("Gunmen crossed into Lebanon's Arsal.", "Arsal", "city LB"),
    ("A bomb went off in Lebanon's Tripoli.", "Tripoli", "city LB"),
    ("Moscow said it had hit no hospital.", "Moscow", "city RU Moscow"),
    ("Officials in Washington declined to comment.", "Washington", "city US Washington"),
    ("The envoy flew to Geneva for talks.", "Geneva", "city CH"),
]

DIVISIONS = [
    ("Fighting spread across Idlib province.", "Idlib", "province SY Idlib Governorate"),
    ("Homs countryside saw heavy shelling.", "Homs", "province SY Homs Governorate"),
    ("The Aleppo governorate was calm.", "Aleppo", "province SY Aleppo Governorate"),
    ("Two died in the province of Hama, Syria.", "Hama", "province SY Hama Governorate"),
    ("Rebels shelled Deir Ezzor province.", "Deir Ezzor", "province SY Deir ez-Zor Governorate"),
    ("Clashes went on in Hasakeh province.", "Hasakeh", "province SY Al-Hasakah Governorate"),
    ("Five died in Raqqah Province, Syria.", "Raqqah", "province SY Raqqa Governorate"),
    ("Barrels fell on Latakia's northern countryside.", "Latakia", "province SY Latakia Governorate"),
    ("Jets bombed northern Homs on Friday.", "Homs", "province SY Homs Governorate"),
    ("Villages in Aleppo were hit.", "Aleppo", "province SY Aleppo Governorate"),
    ("A convoy reached the town of Saraqib in southern Idlib.", "Idlib", "province SY Idlib Governorate"),
    ("Shells hit the Damascus countryside.", "Damascus", "province SY Rif-dimashq Governorate"),
    ("Aid reached Rural Damascus, Syria.", "Rural Damascus", "province SY Rif-dimashq"),
    ("People left the Afrin region, Syria.", "Afrin", "district SY Afrin District"),
    ("The Douma district of Syria was shelled.", "Douma", "district SY Douma District"),
    ("Drones crossed Donetsk region.", "Donetsk", "province UA Donetsk Oblast"),
    ("Snow closed roads in Washington state.", "Washington", "province US Washington State"),
    ("A storm hit Henry County, Tennessee.", "Henry County", "district US Henry County"),
    ("A storm hit Henry County, Tennessee.", "Tennessee", "province US Tennessee"),
    ("Militias took El Fasher in North Darfur.", "North Darfur", "province SD North Darfur"),
    ("Drones hit a depot in Belgorod region, Russia.", "Belgorod", "province RU Belgorodskaya"),
    ("Clashes went on in Sweida province, Syria.", "Sweida", "province SY Suwayda Governorate"),
    ("Daraa's western countryside was shelled, Syrian medics said.", "Daraa", "province SY Daraa"),
    ("The Jobar district of Damascus was hit.", "Damascus", "city SY Damascus"),
    ("Shots rang out in an eastern district of Aleppo.", "Aleppo", "city SY Aleppo"),
    ("Iraqi police searched Anbar province.", "Anbar", "province IQ Al-Anbar Governorate"),
]

CAPITALS = [
    ("Idlib city was quiet, its mayor said.", "Idlib", "city SY Idlib"),
    ("They marched through the city of Homs.", "Homs", "city SY Homs"),
    ("A blast shook Aleppo on Sunday.", "Aleppo", "city SY Aleppo"),
    ("Snipers fired on the outskirts of Daraa, Syria.", "Daraa", "city SY Dar‘ā"),
    ("The bus left Hama for Damascus.", "Hama", "city SY Ḩamāh"),
    ("Gaza City was bombed again.", "Gaza City", "city PS Gaza"),
    ("He lives in New York.", "New York", "city US New York City"),
]

WIDER = [
    ("Strikes on Eastern Ghouta killed six.", "Eastern Ghouta", "region SY Eastern Ghouta"),
    ("Troops massed in the Donbas.", "Donbas", "region UA Donbas"),
    ("Militias burned villages in Darfur.", "Darfur", "region SD Darfur"),
    ("Rockets fell on the Golan Heights.", "Golan Heights", "region SY Golan Heights"),
    ("Violence grew across the Sahel.", "Sahel", "region Sahel"),
    ("Tankers avoided the Strait of Hormuz.", "Strait of Hormuz", "strait Strait of Hormuz"),
    ("Boats crossed the Euphrates at night.", "Euphrates", "river Euphrates"),
    ("Families left Yarmouk camp, Damascus.", "Yarmouk", "camp SY Yarmouk"),
    ("Lorries waited at Bab al-Hawa, Syria.", "Bab al-Hawa", "crossing SY Bab al-Hawa"),
    ("Mortars hit Jobar in Damascus.", "Jobar", "district SY Jobar"),
    ("Calm returned to the Middle East.", "Middle East", "region Middle East"),
    ("A ship burned near Bab al-Mandab.", "Bab al-Mandab", "strait Bab el-Mandeb"),
    ("They seized Goma in eastern Congo.", "Congo", "country CD Democratic Republic of the Congo"),
    ("The war in Syria goes on.", "Syria", "country SY Syria"),
    ("The US and Britain objected.", "US", "country US United States"),
    ("The US and Britain objected.", "Britain", "country GB United Kingdom"),
    ("U.S. officials said so.", "U.S.", "country US United States"),
    ("Aid agencies left Ivory Coast.", "Ivory Coast", "country CI"),
    ("Traders across Africa complained.", "Africa", "continent Africa"),
]

AMBIGUOUS = [
    ("He was born in Paris, Texas.", "Paris", "city US Paris"),
    ("She moved to London, Ontario, last year.", "London", "city CA London"),
    ("The fire in Springfield, Ill., spread.", "Springfield", "city US Springfield"),
    ("The fire in Springfield, Ill., spread.", "Ill", "province US Illinois"),
    ("Police in Athens, Ga., arrested him.", "Athens", "city US Athens"),
    ("Tripoli, Lebanon, was tense.", "Tripoli", "city LB"),
    ("Tripoli, Libya, was tense.", "Tripoli", "city LY Tripoli"),
    ("Talks in Paris ended without a deal.", "Paris", "city FR Paris"),
    (
        "Georgian police said the border with Russia near Tbilisi was shut in Georgia.",
        "Georgia",
        "country GE",
    ),
    ("Shops in Atlanta and Savannah shut as Georgia, U.S., braced.", "Georgia", "province US Georgia"),
]

UNRESOLVED = [
    ("Four died in the village of Kafr Quxa.", "Kafr Quxa", "?"),
    ("The town of Blorbington was hit.", "Blorbington", "?"),
    ("Homes burned in Zorblax district.", "Zorblax", "?"),
]

NO_PLACES = [
    ("Syrian and Russian jets flew over.", "Syrian", "-"),
    ("Syrian and Russian jets flew over.", "Russian", "-"),
    ("He fought with Hayat Tahrir al-Sham.", "al-Sham", "-"),
    ("Paris Hilton spoke first.", "Paris", "-"),
    ("President Clinton agreed.", "Clinton", "-"),
    ("Gen. Houston resigned.", "Houston", "-"),
    ("The Washington Post reported it.", "Washington", "-"),
    ("Nobody came on March 3.", "March", "-"),
    ("We're done, he said.", "We're", "-"),
    ("The NGO said it had left.", "NGO", "-"),
    ("Reading is hard, Mobile phones are not.", "Reading", "-"),
    ("Reading is hard, Mobile phones are not.", "Mobile", "-"),
]

ALL = [*TOWNS, *DIVISIONS, *CAPITALS, *WIDER, *AMBIGUOUS, *UNRESOLVED, *NO_PLACES]


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder()


def told(mention: PlaceMention) -> str:
    place = mention.place
    return f"{place.kind} {place.country or ''} {place.name}".replace("  ", " ") if place else "?"


@pytest.mark.parametrize(("text", "quote", "expected"), ALL)
def test_a_phrase_comes_to_its_place(finder: PlaceFinder, text: str, quote: str, expected: str) -> None:
    found = {mention.span.quote: told(mention) for mention in finder.find(text, ())}
    assert found.get(quote, "-").startswith(expected)


def named(text: str, **sorts: NameSort) -> list[NameMention]:
    """Mentions of words of `text` (underscores stand for spaces)."""
    quotes = {word.replace("_", " "): sort for word, sort in sorts.items()}
    return [
        NameMention(Span.of(text, text.index(quote), text.index(quote) + len(quote)), sort)
        for quote, sort in quotes.items()
    ]


def test_a_name_that_a_parser_took_for_a_place_is_kept_unresolved(finder: PlaceFinder) -> None:
    text = "Shells fell on Quxabad at noon."
    (mention,) = finder.find(text, named(text, Quxabad=NameSort.PLACE))
    assert (mention.span.quote, mention.place) == ("Quxabad", None)


def test_a_parser_that_takes_a_town_for_a_person_does_little_harm(finder: PlaceFinder) -> None:
    text = "Syrian jets bombed Khan Sheikhoun and Idlib."
    found = finder.find(text, named(text, Khan_Sheikhoun=NameSort.PERSON))
    assert [mention.span.quote for mention in found] == ["Khan Sheikhoun", "Idlib"]


def test_a_part_of_a_persons_name_is_that_person(finder: PlaceFinder) -> None:
    text = "Anna Vienna left. Vienna was tired."
    assert finder.find(text, named(text, Anna_Vienna=NameSort.PERSON)) == ()


@pytest.mark.parametrize(
    ("text", "person"), [("Chad Miller spoke.", "Chad_Miller"), ("It was Ali Homs.", "Ali_Homs")]
)
def test_a_person_called_like_a_place_is_no_place(finder: PlaceFinder, text: str, person: str) -> None:
    found = finder.find(text, named(text, **{person: NameSort.PERSON}))
    assert found == ()


def test_a_publisher_draws_a_name_home(finder: PlaceFinder) -> None:
    text = "The council met in Alexandria on Monday."
    homes = {
        publisher: finder.find(text, (), publisher)[0].place
        for publisher in ("Virginia Herald", "Cairo Gazette")
    }
    assert [place.country if place else None for place in homes.values()] == ["US", "EG"]


def test_lost_apostrophes_are_no_part_of_a_name(finder: PlaceFinder) -> None:
    text = "Aleppo burns. Aleppos old city is gone."
    assert [mention.span.quote for mention in finder.find(text, ())] == ["Aleppo", "Aleppo"]


def test_one_name_keeps_one_meaning(finder: PlaceFinder) -> None:
    text = "He was born in Paris, Texas. Paris is small. Everyone in Paris knew him."
    places = [mention.place for mention in finder.find(text, ()) if mention.span.quote == "Paris"]
    assert len(places) == 3
    assert {place.admin1 for place in places if place} == {"Texas"}


def test_a_part_of_a_province_is_not_its_capital(finder: PlaceFinder) -> None:
    text = "Aleppo, Syria, was calm. Jets hit western Aleppo. Aleppo slept."
    kinds = [m.place.kind for m in finder.find(text, ()) if m.place and m.span.quote == "Aleppo"]
    assert kinds == ["city", "province", "city"]


def test_a_place_inside_a_longer_name_is_not_a_new_name(finder: PlaceFinder) -> None:
    text = "The Quxan Watch for Human Rights said so."
    assert finder.find(text, named(text, The_Quxan_Watch_for_Human_Rights=NameSort.PLACE))[1:] == ()


REPORT = (
    "Syrian jets struck Khan Sheikhoun in Idlib province, Mr Rami Homsi of the Aleppo Media Office said. "
    "The town of Saraqib, al-Bab and the village of Kafr Quxa were hit; Moscow and Washington objected."
)
PIECES = st.sampled_from(
    [
        "Idlib",
        "al-",
        "Bab",
        " ",
        ", ",
        "in ",
        "town of ",
        " province",
        "Texas",
        "Ill.",
        "US",
        "'s",
        "\n",
        "Paris",
        "é",
    ]
)
texts = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@st.composite
def texts_with_names(draw: st.DrawFn, text: str | None = None) -> tuple[str, list[NameMention]]:
    """A text and made-up names in it, as wild as a parser could give."""
    words = draw(texts) if text is None else text
    if not words:
        return words, []
    starts = st.integers(0, len(words) - 1)
    bounds = draw(st.lists(st.tuples(starts, st.integers(1, 20), st.sampled_from(NameSort)), max_size=12))
    return words, [
        NameMention(Span.of(words, start, min(start + size, len(words))), sort)
        for start, size, sort in bounds
    ]


@settings(deadline=None)
@given(texts_with_names(), st.one_of(st.none(), st.text()))
def test_mentions_quote_the_text_in_order(case: tuple[str, list[NameMention]], publisher: str | None) -> None:
    text, names = case
    spans = [mention.span for mention in PlaceFinder().find(text, names, publisher)]
    assert all(text[span.start : span.end] == span.quote for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@settings(max_examples=50, deadline=None)
@given(texts_with_names(REPORT), st.randoms(use_true_random=False))
def test_the_order_of_names_does_not_matter(case: tuple[str, list[NameMention]], random: Random) -> None:
    text, names = case
    shuffled = random.sample(names, len(names))
    assert PlaceFinder().find(text, shuffled) == PlaceFinder().find(text, names)


def test_the_country_of_a_currency_is_no_place() -> None:
    assert PlaceFinder().find("An additional US$9.4 million is needed in Idlib.", ())[0].span.quote == "Idlib"
