"""PDF files, set for the purpose: their text in the order of reading, title and day."""

from __future__ import annotations

import io
from datetime import date

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from tests.ingest.pdfs import (
    BODY,
    HEADING,
    PARAGRAPHS,
    TITLE,
    flash_update,
    lines,
    made_on,
    page,
    paragraphs,
    set_in_columns,
)
from tests.ingest.reading import complaints, only_report, read
from whosays.model import Report

LONG = [f"Day {number}: {text}" for number in range(5) for text in PARAGRAPHS]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other_and_paragraphs_kept(columns: int) -> None:
    report = only_report(set_in_columns(paragraphs(LONG), columns))
    assert report.text.split("\n\n") == LONG
    assert report.language == "en"


def test_a_headline_across_the_columns_comes_first_and_one_between_them_in_its_place() -> None:
    data = set_in_columns(paragraphs(LONG), 2, masthead=[Paragraph("Battle near the dam of Marwa", TITLE)])
    report = only_report(data)
    assert report.title == "Battle near the dam of Marwa"
    assert report.text.split("\n\n") == LONG


@pytest.mark.parametrize(
    "foot", ["Page {page}", "{page}", "- {page} -", "{page} of 3", "Coordination Office | {page}"]
)
def test_running_heads_feet_and_page_numbers_are_dropped(foot: str) -> None:
    data = set_in_columns(paragraphs(LONG * 2), 2, head="Marwa Monitor No. 12, December 2024", foot=foot)
    assert only_report(data).text.split("\n\n") == LONG * 2


def test_a_lone_number_in_a_text_is_no_page_number() -> None:
    report = only_report(page(lines("Killed in Marwa since Sunday:", "12", top=820)))
    assert report.text == "Killed in Marwa since Sunday: 12"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (("Shells fell on the mar-", "ket of Marwa."), "Shells fell on the market of Marwa."),
        (
            ("A spokesman for the state-", "run radio said so."),
            "A spokesman for the state-run radio said so.",
        ),
        (("Shells fell near Tel-", "Sira on Friday."), "Shells fell near Tel-Sira on Friday."),
        (("It was an anti-", "government march."), "It was an anti-government march."),
        (("A pro-army crowd of pro-", "army men met."), "A pro-army crowd of pro-army men met."),
        (("The cease-fire held; a cease-", "fire is rare."), "The cease-fire held; a cease-fire is rare."),
        (("It lasted from 2011-", "2014 or so."), "It lasted from 2011-2014 or so."),
        (("The army said -", "and denied later."), "The army said - and denied later."),
    ],
)
def test_words_cut_at_line_ends_are_whole_again(printed: tuple[str, str], read: str) -> None:
    assert only_report(page(lines(*printed))).text == read


def test_a_word_cut_at_the_end_of_a_column_is_whole_again() -> None:
    left = [f"The army said on Friday that {word} of its men were hurt" for word in ("ten", "six", "two")]
    right = ["mander of the brigade said that no man of his was hurt", *left]

    def draw(canvas: Canvas, _: int) -> None:
        lines(*left, "and that it had lost three cars on the road, but a com-", size=9)(canvas, 0)
        lines(*right, size=9, left=330)(canvas, 0)

    assert "but a commander of the brigade said" in only_report(page(draw)).text


def test_ligatures_are_letters_and_raised_figures_no_part_of_a_number() -> None:
    def draw(canvas: Canvas, _: int) -> None:
        lines("Shells killed 12")(canvas, 0)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(143, 764, "3")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(149, 760, "people on Friday.")

    assert only_report(page(draw)).text == "Shells killed 12 people on Friday."


@pytest.mark.parametrize("degrees", [0, 90, 270])
def test_a_page_may_lie_on_its_side(degrees: int) -> None:
    def draw(canvas: Canvas, _: int) -> None:
        canvas.translate(300, 400)
        canvas.rotate(degrees)
        lines("Shells fell on the market.", "Two died on Friday.", left=0, top=0)(canvas, 0)

    assert only_report(page(draw)).text == "Shells fell on the market. Two died on Friday."


def test_a_watermark_is_no_part_of_the_text() -> None:
    def draw(canvas: Canvas, _: int) -> None:
        lines("Shells fell on the market of Marwa on Friday.", "Two died.")(canvas, 0)
        canvas.translate(100, 300)
        canvas.rotate(45)
        lines("CONFIDENTIAL", left=0, top=0, size=60)(canvas, 0)

    assert only_report(page(draw)).text == "Shells fell on the market of Marwa on Friday. Two died."


def test_a_flash_update_comes_out_as_people_read_it() -> None:
    (report,) = read(made_on(flash_update(), "20241205"))
    assert isinstance(report, Report)
    assert report.title == "Marwa Governorate: Escalation of hostilities"
    assert report.published == date(2024, 12, 4)
    found = report.text.split("\n\n")
    assert found[:5] == [
        "Flash Update No. 3",
        "As of 4 December 2024",
        "HIGHLIGHTS",
        "At least 12 people were killed and 41 wounded in Marwa since Sunday, the hospital reported.",
        "Some 3,400 families have left the town, according to local authorities.",
    ]
    assert found[5:13] == ["SITUATION OVERVIEW", *PARAGRAPHS[:3], "HUMANITARIAN RESPONSE", *PARAGRAPHS[3:]]
    assert found[-5:] == [
        "DISPLACEMENT",
        "Sub-district\tFamilies\tSource",
        "Tel Sira\t2,100\tLocal council",
        "Hassan\t900\tRed Crescent",
        "Ain Dara\t400\tLocal council",
    ]


def test_key_figures_go_with_their_labels_and_a_sidebar_is_read_apart() -> None:
    def draw(canvas: Canvas, _: int) -> None:
        for number, (figure, label) in enumerate(
            [("12", "people killed"), ("41", "wounded"), ("3.4K", "families")]
        ):
            lines(figure, size=20, left=60 + 170 * number, top=760)(canvas, 0)
            lines(label, size=9, left=60 + 170 * number, top=745)(canvas, 0)
        lines("60,000 people", "are without", "water", "since Friday", left=60, top=690, leading=17)(
            canvas, 0
        )
        text = [f"The army said on day {day} that it was moving on to the hills" for day in range(1, 7)]
        lines(*text, left=190, top=690)(canvas, 0)

    first, second, third = only_report(page(draw)).text.split("\n\n")
    assert first == "12 people killed\t41 wounded\t3.4K families"
    assert second == "60,000 people are without water since Friday"
    assert third.startswith("The army said on day 1 that it was moving on to the hills The army")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("As of 4 December 2024, 18:00 (EET)", date(2024, 12, 4)),
        ("Flash Update No. 3 | 4 December 2024", date(2024, 12, 4)),
        ("Published on December 4, 2024", date(2024, 12, 4)),
        ("Situation au 4 décembre 2024", date(2024, 12, 4)),
        ("2024-12-04", date(2024, 12, 4)),
    ],
)
def test_the_day_that_is_printed_is_believed(line: str, day: date) -> None:
    report = only_report(
        made_on(page(lines("Marwa shelled again", line, *PARAGRAPHS[0].split(", "))), "20241209")
    )
    assert report.published == day


def test_without_one_it_is_that_of_the_file_and_a_notice_says_so() -> None:
    data = made_on(
        page(lines("Fighting since 28 November 2024 has cut the road.", "Next update: 12 December 2024")),
        "20241205",
    )
    (report,) = [item for item in read(data) if isinstance(item, Report)]
    assert report.published == date(2024, 12, 5)
    assert complaints(data) == [": published 2024-12-05 by the file's metadata alone"]


def test_the_day_on_which_somebody_printed_a_web_page_is_none_of_publication() -> None:
    assert (
        only_report(
            page(lines("Shells fell on Marwa."), creator="Mozilla/5.0", producer="Skia/PDF m120")
        ).published
        is None
    )


@pytest.mark.parametrize(
    "title", ["Microsoft Word - update_final.docx", "Untitled", "Syria: Flash Update 9", ""]
)
def test_a_title_of_the_metadata_that_is_not_the_documents_is_not_believed(title: str) -> None:
    story = [
        Paragraph("Battle near the dam of Marwa", TITLE),
        Paragraph("Overview", HEADING),
        *paragraphs(LONG),
    ]
    assert only_report(set_in_columns(story, title=title)).title == "Battle near the dam of Marwa"


def test_what_is_stated_wins() -> None:
    (report,) = read(flash_update(), published=date(2024, 1, 2), publisher="Harbour Post")
    assert isinstance(report, Report)
    assert (report.published, report.publisher) == (date(2024, 1, 2), "Harbour Post")


def test_what_has_no_text_is_told() -> None:
    assert complaints(page(lambda canvas, _: canvas.rect(10, 10, 50, 50))) == [
        ": there is no text in this PDF, only pictures at most; run text recognition on it"
    ]
    mixed = page(
        lambda canvas, number: lines("Shells fell.")(canvas, 0) if number == 0 else None, 3, creator="Skia"
    )
    assert complaints(mixed) == [": 2 of 3 pages have no text; pictures are not read"]


def test_what_is_locked_or_damaged_is_told() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", "owner"))
    canvas.drawString(72, 700, "Shells fell.")
    canvas.save()
    assert complaints(out.getvalue()) == [": this PDF is locked with a password; save it without one"]
    assert complaints(b"%PDF-1.7\n") == [": this PDF is damaged and cannot be opened"]


def test_the_same_bytes_give_the_same_text() -> None:
    data = set_in_columns(paragraphs(LONG, BODY), 2)
    assert only_report(data) == only_report(data)
