"""E-mail, alone and in mailboxes."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta, timezone
from email.message import EmailMessage

import pytest

from tests.ingest.pdfs import flash_update
from tests.ingest.reading import complaints, only_report, read, read_reports
from tests.ingest.samples import BODY, MARKUP, PARAGRAPHS, mailbox, message
from whosays.ingest import mail
from whosays.ingest.item import Stated
from whosays.model import Report

EVENING = datetime(2024, 11, 29, 18, 5, tzinfo=timezone(timedelta(hours=3)))


def test_a_message_is_a_report_by_its_sender() -> None:
    report = only_report(message().as_bytes())
    assert (report.text, report.title) == (BODY, "Fwd: Überfall near the dam")
    assert (report.published, report.publisher) == (EVENING, "River Post Alerts")


@pytest.mark.parametrize(
    ("mail", "text"),
    [
        (message(markup="<p>Another</p>"), BODY),
        (message(text=None, markup=f"<html><body>{MARKUP}</body></html>"), BODY),
        (message(text=" \n", markup=MARKUP), BODY),
        (
            message(text=None, markup=f"<div style='display:none'>Preview</div>{MARKUP}<p>Unsubscribe</p>"),
            BODY,
        ),
        (
            message(text="قال الجيش إن أربعة مقاتلين قتلوا قرب السد"),
            "قال الجيش إن أربعة مقاتلين قتلوا قرب السد",
        ),
    ],
)
def test_the_text_is_the_plain_part_else_the_html(mail: EmailMessage, text: str) -> None:
    assert only_report(mail.as_bytes()).text == text


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [("desk@riverpost.example", "desk@riverpost.example"), ('"Post, River" <a@b.example>', "Post, River")],
)
def test_without_a_name_the_address_is_the_outlet(sender: str, outlet: str) -> None:
    assert only_report(message(sender=sender).as_bytes()).publisher == outlet


def test_what_is_stated_wins_over_one_message_and_fills_the_gaps_of_a_mailbox() -> None:
    (one,) = read(message().as_bytes(), published=date(2024, 1, 2), publisher="Harbour Post")
    (boxed,) = read(mailbox(message()), published=date(2024, 1, 2), publisher="Harbour Post")
    assert isinstance(one, Report)
    assert isinstance(boxed, Report)
    assert (one.published, one.publisher) == (date(2024, 1, 2), "Harbour Post")
    assert (boxed.published, boxed.publisher) == (EVENING, "River Post Alerts")


def test_attachments_are_read_or_named() -> None:
    mail = message()
    mail.add_attachment(flash_update(), maintype="application", subtype="pdf", filename="flash.pdf")
    mail.add_attachment(b"\x89PNG\r\n\x1a\n\0", maintype="image", subtype="png", filename="map.png")
    first, second = read_reports(mail.as_bytes())
    assert first.text == BODY
    assert (second.title, second.published) == (
        "Marwa Governorate: Escalation of hostilities",
        date(2024, 12, 4),
    )
    (told,) = complaints(mail.as_bytes())
    assert told.startswith(", attachment map.png: not read: this is a PNG image; only text, HTML, PDF")


def test_a_forwarded_message_is_a_report_of_its_own() -> None:
    mail = message(text="See below.")
    mail.add_attachment(message(sender="Harbour Post <h@harbour.example>"))
    assert [(r.text, r.publisher) for r in read_reports(mail.as_bytes())] == [
        ("See below.", "River Post Alerts"),
        (BODY, "Harbour Post"),
    ]


def test_messages_within_messages_end_somewhere() -> None:
    mail = message(text="deepest")
    for _ in range(20):
        outer = message(text="outer")
        outer.add_attachment(mail)
        mail = outer
    assert [report.text for report in read_reports(mail.as_bytes())] == ["outer"] * 5
    assert complaints(mail.as_bytes())[0].endswith(
        "not read: it lies too deep in other documents; save it as a file"
    )


def test_a_mailbox_is_one_report_a_message() -> None:
    box = mailbox(
        message(), message(text="From the front:\nFrom here on."), message(text=None, markup=MARKUP)
    )
    assert [report.text for report in read_reports(box)] == [BODY, "From the front:\nFrom here on.", BODY]


def test_one_bad_message_costs_nothing_but_itself() -> None:
    empty = message(text="")
    box = mailbox(message(text=PARAGRAPHS[0]), empty, message(text=PARAGRAPHS[1]))
    assert complaints(box) == [", message 2: there is no text in this message"]
    assert [item.text for item in read(box) if isinstance(item, Report)] == list(PARAGRAPHS)


def test_a_day_that_is_none_is_told_and_left_open() -> None:
    data = message().as_bytes().replace(b"Fri, 29 Nov 2024 18:05:00 +0300", b"the day after")
    assert only_report(data).published is None
    assert complaints(data) == [": its day cannot be told from what it says; left open"]


def test_a_zone_of_letters_is_a_zone() -> None:
    data = message().as_bytes().replace(b"18:05:00 +0300", b"15:05:00 GMT")
    assert only_report(data).published == datetime(2024, 11, 29, 15, 5, tzinfo=UTC)


def test_messages_come_before_the_mailbox_is_at_its_end() -> None:
    box = io.BytesIO(mailbox(message(), message(), message()))
    next(iter(mail.read_box(box, "x", Stated(), lambda *_: iter(()))))
    assert b"\nFrom " in box.read()
