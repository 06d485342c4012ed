"""Small files that would grow large or take long: each is refused in one sentence, or read within limits."""

from __future__ import annotations

import base64

import pytest

from tests.ingest.limited import Limited
from tests.ingest.reading import complaints, read, read_reports
from tests.ingest.samples import (
    MARKUP,
    PARAGRAPHS,
    capture,
    message,
    rss,
    rss_item,
    run,
    web_page,
    word,
    zipped,
)
from whosays.ingest import dense, docx, html, jsonl, mail, text, warc
from whosays.model import InputError, Report

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BILLION = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
HEAD = b"From: a@b.example\nTo: c@d.example\nSubject: x\n"
ATTRIBUTES = " ".join(f"a{n}=b" for n in range(40_000))


GROWN = word(" " * docx.LARGEST_PART)


def attached(data: bytes) -> bytes:
    mail = message()
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename="a.docx")
    return mail.as_bytes()


def multipart(depth: int) -> bytes:
    inner = b"Content-Type: text/plain\n\nShells fell.\n"
    for n in range(depth):
        inner = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n%b\n--b%d--\n" % (n, n, inner, n)
    return HEAD + inner


BOMBS: dict[str, tuple[bytes, str]] = {
    "Word, unpacked": (GROWN, "bytes unpacked are too many for one document"),
    "Word, nested": (word("<w:tbl><w:tr><w:tc>" * 1000), "nested too deep"),
    "Word, attributes": (word(f"<w:p {ATTRIBUTES}/>"), "too many attributes"),
    "Word, entities": (word("<w:p>&l9;</w:p>", doctype=BILLION), "not XML that can be read"),
    "Word, a file's entity": (word("<w:p>&l9;</w:p>", doctype=OUTSIDE), "not XML that can be read"),
    "feed, entities": (rss(rss_item(title="&l9;"), prologue=BILLION), "entities of its own"),
    "feed, a file's entity": (rss(rss_item(title="&l9;"), prologue=OUTSIDE), "entities of its own"),
    "feed, entries": (b"<rss><channel>" + b"<item/>" * 1_000_000, "tags are too many for one feed"),
    "feed, attributes": (b"<rss " + ATTRIBUTES.encode() + b"><channel><item>", "too many attributes"),
    "feed, an entry's tags": (rss(rss_item(full="<b>" * 60_001)), "tags are too many for one page"),
    "HTML, tags": (web_page(body="<div>" * 60_001).encode(), "tags are too many for one page"),
    "HTML, attributes": (web_page(body=f"<p {ATTRIBUTES}>").encode(), "has too many attributes"),
    "HTML, size": (b"<html>" + b" " * html.LARGEST_PAGE, "more than 16 MiB are too much"),
    "text, size": (b"Shells fell. " * (text.LARGEST_TEXT // 13 + 1), "more than 16 MiB are too much"),
    "JSON, nested": (b'{"text":' + b"[" * 500_000, "nested too deep"),
    "JSON, a line": (b'{"text":"' + b"a" * jsonl.LARGEST_LINE, "too much for one line"),
    "mail, nested": (multipart(1000), "this message is damaged and cannot be read"),
    "mail, lines": (HEAD + b"\n" * 1_000_001, "lines are too many for one message"),
    "mail, a field's comments": (
        HEAD + b"Content-Disposition: inline; a=" + b"(" * 9_000 + b"\n\nShells fell.",
        "there is no text in this message",
    ),
    "mail, parts": (
        HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 10_001,
        "more than 10,000 parts are too many",
    ),
    "mail, size": (HEAD + b"\n" + b"x" * mail.LARGEST_MESSAGE, "more than 64 MiB are too much"),
    "mailbox, a line": (
        b"From a Fri Nov 29 18:05:00 2024\n" + HEAD + b"\n" + b"x" * mail.LARGEST_MESSAGE,
        "more than 64 MiB are too much",
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_one_sentence(name: str, process: Limited) -> None:
    data, why = BOMBS[name]
    outcome = process.read(data)
    assert (outcome.died, outcome.reports, len(outcome.told)) == (None, 0, 1)
    assert why in outcome.told[0]


def test_the_rest_of_what_holds_a_bomb_is_read() -> None:
    assert complaints(attached(GROWN))[0].startswith(", attachment a.docx: not read: 16,777,")
    assert len(read_of(attached(GROWN))) == 1
    [good] = read_of(b'{"text":"' + b"a" * jsonl.LARGEST_LINE + b'"}\n{"text": "Shells fell."}\n')
    assert good.text == "Shells fell."
    assert [r.text for r in read_of(rss(rss_item(full="<b>" * 60_001), rss_item(full=MARKUP)))] == [
        "\n\n".join(PARAGRAPHS)
    ]


def read_of(data: bytes) -> list[Report]:
    return [item for item in read(data) if isinstance(item, Report)]


def test_a_dense_message_loses_none_of_its_attachments() -> None:
    mail = message(text=None, markup="<b>" * 60_001)
    mail.add_attachment(message())
    told = read(mail.as_bytes())
    assert [type(item) for item in told] == [InputError, Report]


@pytest.mark.parametrize(
    "field",
    [
        b"Date: 1 Jan 99999999999999999999 10:00:00 GMT",
        b"From: " + b"(a" * 20_000,
        b"Content-Type: text/plain; " + b"a*0=b;" * 9_000,
    ],
)
def test_a_broken_field_costs_a_message_nothing_else(field: bytes) -> None:
    [report] = read_of(HEAD + field + b"\n\nShells fell.")
    assert report.text == "Shells fell."


def test_members_of_an_archive_go_nowhere_but_into_reports() -> None:
    data = zipped(
        {"archive/../../../etc/a.warc": capture(web_page()), "archive//etc/b.warc": capture(web_page())}
    )
    assert len(read_of(data)) == 2


def test_an_archive_that_is_packed_twice_is_unpacked_no_further_than_it_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(warc, "LARGEST_MEMBER", 10_000)
    bomb = capture(b"<p>" + b"0" * 10_000)
    assert complaints(zipped({"archive/a.warc": bomb}))[0].startswith(", archive/a.warc: 10,3")


def test_the_next_record_is_not_looked_for_endlessly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MOST_SKIPPED", 1 << 20)
    near, far = (
        capture(web_page()) + b"x\r\n" * (size // 3) + capture(web_page()) for size in (1 << 19, 1 << 22)
    )
    assert len(read_reports_of_archive(near)) == 2
    assert len(read_reports_of_archive(far)) == 1


def read_reports_of_archive(data: bytes) -> list[Report]:
    return read_of(data)


def test_pages_of_today_are_not_dense() -> None:
    blob = base64.b64encode(bytes(3_000_000)).decode()
    props = "&quot;said&quot;: &quot;a word or two&quot;, " * 2_000
    entries = "<article><h2>12:10</h2><p>Shells <a href='/a'>fell</a>.</p></article>" * 3_000
    page = web_page(
        body=f"<img src='data:image/png;base64,{blob}'><div data-props=\"{props}\"></div>{entries}"
    )
    dense.refuse_dense(page, "page")
    assert read_reports(web_page(body=f'<div data-a="{props}"></div>{MARKUP}').encode())
    assert read_of(word(run("Shells fell.")))


@pytest.mark.parametrize("paragraph", ["<p>x y</p>", "<time datetime='2024-11-29T12:10:00Z'>x</time><br>"])
def test_pages_of_many_paragraphs_are_read_in_time(paragraph: str, process: Limited) -> None:
    outcome = process.read(web_page(body=MARKUP + paragraph * 14_000).encode())
    assert outcome.died is None
    assert outcome.reports == 1
