"""What the report says that a voice is, or where it belongs."""

from __future__ import annotations

import pytest

from tests.read.reading import claim_of, read
from whosays.model import Voice, VoiceSort

HAPPENED = "rebels had shelled the barracks"


def last_voice(text: str) -> Voice:
    """The innermost voice of the claim that something was shelled."""
    return claim_of(text, "shelled").voices[-1]


@pytest.mark.parametrize(
    ("source", "role"),
    [
        # after a comma, in brackets, between dashes
        ("Abu Omar, a resident of the town,", "a resident of the town"),
        ("Col. Anwar Saleh, spokesman for the coalition,", "spokesman for the coalition"),
        ("Salim Idris, the head of the local council in Ariha,", "the head of the local council in Ariha"),
        ("Petro Bondar, Kharkiv's governor,", "Kharkiv's governor"),
        ("Salim Idris, 43, a farmer,", "a farmer"),
        ("Omar Siddiq (a teacher in Ariha)", "a teacher in Ariha"),
        ("Oleh Petrenko — a volunteer with a rescue team —", "a volunteer with a rescue team"),
        ("Lina Farah, the mother of two of the dead,", "the mother of two of the dead"),
        (
            "Lt. Gen. Petro Bondar, commander of the eastern front,",
            "commander of the eastern front",
        ),
        (
            "Amina Yusuf, director of the Sahel Documentation Network,",
            "director of the Sahel Documentation Network",
        ),
        ("Dr. Yusuf Bello, head of surgery at the Kano clinic,", "head of surgery at the Kano clinic"),
        ("Rami Haddad, an economist who fled last week,", "an economist"),
        ("The Coastal Observatory, a UK-based monitoring group,", "a UK-based monitoring group"),
        (
            "Dareen Halabi, a senior analyst at the Falcon Institute,",
            "a senior analyst at the Falcon Institute",
        ),
        # before the name
        ("The ministry's spokesman, Karim Nasser,", "The ministry's spokesman"),
        ("The head of the local council, Salim Idris,", "The head of the local council"),
        ("A spokesman for the coalition, Col. Hadi Mansour,", "A spokesman for the coalition"),
        ("A monitoring group, the Coastal Observatory,", "A monitoring group"),
        ("Police spokesman Omar Siddiq", "Police spokesman"),
        ("Turkish Foreign Minister Kemal Aydin", "Turkish Foreign Minister"),
        ("Rebel commander Abu Yazan", "Rebel commander"),
        ("Syrian army spokesman Brig. Gen. Ali Mahmud", "Syrian army spokesman"),
        ("UN special envoy Jan Keller", "UN special envoy"),
        ("Former prime minister Hani Tarek", "Former prime minister"),
        ("The governor's brother Ali Hassan", "The governor's brother"),
        pytest.param(
            "Hodeidah governor Said al-Ward",
            "Hodeidah governor",
            marks=pytest.mark.xfail(reason="the tagger takes the first name for a verb"),
        ),
        # a rank is what somebody is where nothing else says so
        ("Colonel Anwar Saleh", "Colonel"),
        # clauses
        ("Rami Haddad, who heads the hospital,", "who heads the hospital"),
        ("Salim Idris, who works for the White Crescent,", "who works for the White Crescent"),
        ("Ahmed Jaber, who lives in the camp,", "who lives in the camp"),
        ("The Coastal Observatory, which monitors the war,", "which monitors the war"),
        # where somebody belongs
        ("Dareen Halabi of the Falcon Institute", "of the Falcon Institute"),
        ("Omar Siddiq, from the Falcon Institute,", "from the Falcon Institute"),
        ("Oleh Petrenko, of the regional administration,", "of the regional administration"),
        ("Lina Farah from the town of Ariha", "from the town of Ariha"),
        ("A source close to the government", "close to the government"),
        ("Security sources familiar with the operation", "familiar with the operation"),
        ("Sources inside the ministry", "inside the ministry"),
        ("A spokesman for the coalition", "for the coalition"),
        ("A doctor at the Ariha hospital", "at the Ariha hospital"),
        ("A commander with the Falcon Brigade", "with the Falcon Brigade"),
        ("Activists in Ariha", "in Ariha"),
        # several
        (
            "Activist Rami Haddad of the Falcon Institute, a former teacher,",
            "Activist, of the Falcon Institute, a former teacher",
        ),
    ],
)
def test_role_as_stated(source: str, role: str) -> None:
    assert last_voice(f"{source} said {HAPPENED}.").role == role


@pytest.mark.parametrize(
    "text",
    [
        "Rami Haddad said rebels had shelled the barracks.",
        "Mr. Haddad said rebels had shelled the barracks.",
        "Rami Haddad, who was injured, said rebels had shelled the barracks.",
        "Rami Haddad, who was visiting the town, said rebels had shelled the barracks.",
        "Rami Haddad, Omar Siddiq and Lina Farah said rebels had shelled the barracks.",
        "Rami Haddad said from his bed that rebels had shelled the barracks.",
        "Rami Haddad, with a smile, said that rebels had shelled the barracks.",
        "Two residents of the town said rebels had shelled the barracks.",
        "The mayor resigned. Rami Haddad said rebels had shelled the barracks.",
        "In Aleppo, a resident said rebels had shelled the barracks.",
        "The group's spokesman said rebels had shelled the barracks.",
        "Rami Haddad said on Friday that rebels had shelled the barracks.",
    ],
)
def test_no_role_where_none_is_stated(text: str) -> None:
    assert last_voice(text).role is None


@pytest.mark.parametrize("monitor", ["Rami Haddad", "the Coastal Observatory"])
def test_who_acts_describes_nobody_before(monitor: str) -> None:
    text = f"According to {monitor}, the army, backed by jets, shelled the barracks."
    assert [voice.role for voice in claim_of(text, "shelled").voices] == [None]


def test_what_follows_a_source_of_another_sort_does_not_describe_it() -> None:
    text = "According to local media, at least one officer of the brigade, a captain, shelled the barracks."
    assert [voice.role for voice in claim_of(text, "shelled").voices] == [None]


def test_the_mayor_whose_deed_is_passed_on_is_somebody_else() -> None:
    assert last_voice("The mayor, Rami Haddad said, had shelled the barracks.").role is None


@pytest.mark.parametrize(
    "later",
    [
        "Halabi said rebels had shelled the barracks.",
        "She said rebels had shelled the barracks.",
        '"Rebels shelled the barracks," Halabi added.',
    ],
)
def test_the_role_stated_at_the_full_name_stands_at_the_short_one(later: str) -> None:
    text = f"Dareen Halabi of the Falcon Institute said jets had bombed a bridge near Ariha. {later}"
    voice = last_voice(text)
    assert (voice.name, voice.role, voice.sort) == (
        "Dareen Halabi",
        "of the Falcon Institute",
        VoiceSort.PERSON,
    )


def test_a_role_stated_later_in_the_report_counts() -> None:
    text = "Halabi said rebels had shelled the barracks. Dareen Halabi, a nurse, said four men had died."
    assert {v.role for c in read(text).claims for v in c.voices} == {"a nurse"}


def test_the_role_of_a_namesake_is_not_taken() -> None:
    text = "Omar Halabi, the mayor, fled. Dareen Halabi said rebels had shelled the barracks."
    assert last_voice(text).role is None


@pytest.mark.parametrize(
    ("source", "sort"),
    [
        ("Rami Haddad", VoiceSort.PERSON),
        ("Rami Haddad, a resident of the town,", VoiceSort.PERSON),
        ("Former prime minister Hani Tarek", VoiceSort.PERSON),
        ("Rami Haddad, the mayor's brother,", VoiceSort.PERSON),
        ("Defence Minister Hani Tarek", VoiceSort.OFFICIAL),
        ("Rami Haddad, spokesman for the coalition,", VoiceSort.OFFICIAL),
        ("Col. Rami Haddad", VoiceSort.OFFICIAL),
        ("The defence minister", VoiceSort.OFFICIAL),
        ("A police spokesman", VoiceSort.OFFICIAL),
        ("A security official", VoiceSort.UNNAMED_OFFICIAL),
        ("Turkish security sources", VoiceSort.UNNAMED_OFFICIAL),
        ("A source close to the government", VoiceSort.UNNAMED_OFFICIAL),
        ("Western diplomats", VoiceSort.UNNAMED_OFFICIAL),
        ("Two army officers", VoiceSort.UNNAMED_OFFICIAL),
        ("A minister, who spoke on condition of anonymity,", VoiceSort.UNNAMED_OFFICIAL),
        ("The Coastal Observatory", VoiceSort.MONITOR),
        ("The Sahel Network for Human Rights", VoiceSort.MONITOR),
        ("The Centre for the Documentation of Violations", VoiceSort.MONITOR),
        ("Doctors Without Borders", VoiceSort.MONITOR),
        ("The Red Crescent", VoiceSort.MONITOR),
        ("A monitoring group", VoiceSort.MONITOR),
        ("Aid agencies", VoiceSort.MONITOR),
        ("The Falcon Brigade", VoiceSort.ARMED_GROUP),
        ("The Harbour Front", VoiceSort.ARMED_GROUP),
        ("A local militia", VoiceSort.ARMED_GROUP),
        ("The rebels", VoiceSort.ARMED_GROUP),
        ("The Orontes News Agency", VoiceSort.OUTLET),
        ("State media", VoiceSort.OUTLET),
        ("The interior ministry", VoiceSort.INSTITUTION),
        ("The United Nations", VoiceSort.INSTITUTION),
        ("Residents", VoiceSort.RESIDENT),
        ("Witnesses", VoiceSort.RESIDENT),
        ("A leaked letter", VoiceSort.DOCUMENT),
        ("A video", VoiceSort.FOOTAGE),
    ],
)
def test_sort_of_voice(source: str, sort: VoiceSort) -> None:
    assert last_voice(f"{source} said {HAPPENED}.").sort is sort
