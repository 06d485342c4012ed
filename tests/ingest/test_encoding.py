"""Bytes to characters."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ingest.encoding import UnknownEncodingError, decode

ENGLISH = "The governor’s office said four were killed; the café on the square was hit."
FRENCH = "Le ministère a déclaré que quatre soldats ont été tués près du barrage, à l'est de la ville."
POLISH = "Wojsko poinformowało, że czterech żołnierzy zginęło w pobliżu zapory w piątek."
TURKISH = "Ordu, barajın yakınında dört askerin öldüğünü, on kişinin yaralandığını açıkladı."
RUSSIAN = "Министерство обороны сообщило, что четыре солдата погибли у плотины в пятницу."
ARABIC = "قال الجيش يوم الاثنين إن أربعة مقاتلين قتلوا قرب السد في اشتباكات عنيفة"
HEBREW = "הצבא הודיע ביום שישי כי ארבעה לוחמים נהרגו סמוך לסכר לאחר קרב ארוך"
CHINESE = "军方星期五表示,四名叛军在大坝附近被打死,十人受伤。战斗持续了一整天。"
JAPANESE = "軍は金曜日、ダム付近で反政府勢力四人が死亡したと発表した。"


@pytest.mark.parametrize("text", [ENGLISH, ARABIC, CHINESE, "plain", "🚀 “x”"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_no_assumption(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.doubt) == (text, None)


@pytest.mark.parametrize("text", [ENGLISH, ARABIC, RUSSIAN])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised_and_said(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.doubt) == (text, "no byte order mark, read as UTF-16")


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        ("Quatre tués à Ménagh.", "cp1252"),
        (POLISH, "cp1250"),
        (TURKISH, "cp1254"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859-6"),
        (HEBREW, "cp1255"),
        (CHINESE, "gb18030"),
        (JAPANESE, "cp932"),
    ],
)
def test_older_encodings_are_guessed_and_said(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.doubt) == (text, f"encoding not stated, read as {codec}")


def test_the_guess_looks_where_the_letters_are() -> None:
    text = "plain words " * 20_000 + FRENCH
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("data", "text", "doubt"),
    [
        (f"{ARABIC} x".encode() + b"\xff", f"{ARABIC} x\ufffd", "1 broken character replaced by U+FFFD"),
        (b"mostly plain\0text", "mostly plain\ufffdtext", "1 broken character replaced by U+FFFD"),
        (ENGLISH.encode("utf-16") + b"\x00\xd8", f"{ENGLISH}\ufffd", "1 broken character replaced by U+FFFD"),
    ],
)
def test_a_few_broken_bytes_cost_no_more_than_themselves(data: bytes, text: str, doubt: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.doubt) == (text, doubt)


@pytest.mark.parametrize(
    ("declared", "text", "codec"),
    [
        ("windows-1256", ARABIC, "cp1256"),
        ("iso-8859-1", ENGLISH, "cp1252"),
        ("us-ascii", ENGLISH, "cp1252"),
        ("Shift_JIS", JAPANESE, "shift_jis"),
        ("utf-8", ARABIC, "utf-8"),
    ],
)
def test_a_declared_encoding_is_believed(declared: str, text: str, codec: str) -> None:
    assert decode(text.encode(codec), declared).text == text


@pytest.mark.parametrize(
    "declared", ["no-such", "rot13", "hex", "idna", "punycode", "unicode_escape", "", "a\0b"]
)
def test_labels_that_are_no_encoding_of_pages_are_ignored(declared: str) -> None:
    assert decode(b"\\ud800 is six characters", declared).text == "\\ud800 is six characters"


def test_a_wrong_declaration_does_not_win_over_the_bytes() -> None:
    assert decode(ARABIC.encode("cp1256"), "utf-8").text == ARABIC


@given(st.binary(max_size=400), st.none() | st.sampled_from(["utf-16", "cp1252", "gb18030", "utf-7"]))
def test_any_bytes_give_text_that_can_be_written_or_are_refused(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, declared).text
    except UnknownEncodingError:
        return
    assert text.encode("utf-8").decode("utf-8") == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf_8_survives_to_the_character(text: str) -> None:
    data = text.encode()
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        assert decode(data).text == text
