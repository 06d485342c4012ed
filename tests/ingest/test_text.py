"""Plain text files."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from whosays.ingest.item import Item, Notice, Stated
from whosays.ingest.text import read
from whosays.model import InputError, Report
from whosays.model.report import LONGEST

UNSTATED = Stated()
BODY = "Shells fell on the market of Marwa on Friday.\n\nTwo vendors were wounded, residents said."


def read_text(data: str | bytes, stated: Stated = UNSTATED) -> list[Item]:
    return list(read(data.encode() if isinstance(data, str) else data, "r.txt", stated))


def only_report(data: str | bytes, stated: Stated = UNSTATED) -> Report:
    (item,) = read_text(data, stated)
    assert isinstance(item, Report)
    return item


@pytest.mark.parametrize(
    "header",
    [
        "Title: Shells on Marwa\nOutlet: River Post\nPublished: 2024-11-29\nURL: https://r.ex\n\n",
        "published: 2024-11-29\nNote: x\nurl:https://r.ex\noutlet:River Post\nTITLE:  Shells on Marwa \n \n",
        "\n\nTitle: Shells on Marwa\r\nOutlet: River Post\r\nPublished: 2024-11-29\r\nURL: https://r.ex\r\n\r\n",
    ],
)
def test_a_header_says_where_the_text_is_from_and_is_no_part_of_it(header: str) -> None:
    assert only_report(header + BODY) == Report(
        text=BODY,
        title="Shells on Marwa",
        publisher="River Post",
        published=date(2024, 11, 29),
        url="https://r.ex",
        language="en",
    )


def test_a_header_may_give_the_instant() -> None:
    report = only_report(f"Published: 2024-11-29T18:05:00Z\n\n{BODY}")
    assert report.published == datetime(2024, 11, 29, 18, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Title: Shells on Marwa\nand more, without a blank line after the header.",
        "Author: this is no field of ours\nTitle: x\n\nShells fell on Marwa.",
        "Title: x\nShells fell on Marwa.\n\nTwo were wounded.",
        "Published reports: shells fell.\n\nTwo were wounded.",
    ],
)
def test_what_is_no_whole_header_is_text(text: str) -> None:
    report = only_report(text)
    assert (report.text, report.published, report.publisher) == (text, None, None)


def test_empty_fields_of_a_header_say_nothing() -> None:
    report = only_report(f"Title:\nOutlet: \nPublished:\n\n{BODY}")
    assert (report.title, report.publisher, report.published) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Shells fall on Marwa\n\n{BODY}", "Shells fall on Marwa"),
        (f"Who shelled the market of Marwa?\n \n{BODY}", "Who shelled the market of Marwa?"),
        (f"'We saw the shells fall'\n\n{BODY}", "'We saw the shells fall'"),
        (f"Shells fell on Marwa.\n\n{BODY}", None),
        (f"MARWA, Nov 29 (River Post) -\n\n{BODY}", None),
        (f"Marwa shelled\n\n{BODY}", None),
        (f"Shells fall on Marwa\n{BODY}", None),
        (f"{'Shells fall on Marwa and ' * 20}\n\n{BODY}", None),
        ("Shells fall on Marwa", None),
    ],
)
def test_a_first_line_like_a_headline_is_the_title_and_stays_in_the_text(
    text: str, title: str | None
) -> None:
    report = only_report(text)
    assert (report.title, report.text) == (title, text)


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_become_lf_and_blank_space_around_goes(ends: str) -> None:
    assert only_report(f"\n  {BODY}\n\n".replace("\n", ends)).text == BODY


def test_nothing_else_is_changed() -> None:
    text = "a\t b  c\u00a0d\n\n\n  e\u200f ﷽ 🚀 e\u0301"
    assert only_report(text).text == text


@pytest.mark.parametrize(
    "data", ["", " \n\r\n\t", "\ufeff", "Title: Shells on Marwa\nOutlet: River Post\n\n \n"]
)
def test_a_file_without_text_is_refused(data: str) -> None:
    with pytest.raises(InputError) as caught:
        read_text(data)
    assert str(caught.value) == "r.txt: there is no text in this file"


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match=r"^r.txt: Published: 'last Friday' is no date; write YYYY-MM-DD"):
        read_text(f"Published: last Friday\n\n{BODY}")


def test_a_guess_is_told_before_the_report() -> None:
    notice, report = read_text("قال الجيش إن أربعة مقاتلين قتلوا قرب السد".encode("cp1256"))
    assert notice == Notice("r.txt", "encoding not stated, read as cp1256")
    assert report == Report(text="قال الجيش إن أربعة مقاتلين قتلوا قرب السد", language="ar")


def test_what_is_stated_wins() -> None:
    report = only_report(
        f"Outlet: River Post\nPublished: 2024-11-29\n\n{BODY}", Stated(date(2024, 1, 2), "Harbour Post")
    )
    assert (report.published, report.publisher) == (date(2024, 1, 2), "Harbour Post")


def test_an_unlikely_day_is_told_and_taken() -> None:
    notice, report = read_text(f"Published: 2999-01-01\n\n{BODY}")
    assert notice == Notice("r.txt", "published 2999-01-01 is in the future; taken as it is")
    assert isinstance(report, Report)


@pytest.mark.parametrize("unit", ["shells fell ", "\n", "Title: x\n", "é", " "])
def test_megabytes_of_the_same_are_read_in_one_pass(unit: str) -> None:
    count = (LONGEST - 10) // len(unit)
    try:
        items = read_text(unit * count + "end")
    except InputError:
        pytest.fail("text was refused")
    assert isinstance(items[-1], Report)
    assert items[-1].text.endswith("end")
