"""One small file of each format, as the tests of hostile files change them."""

from __future__ import annotations

from tests.ingest.pdfs import PARAGRAPHS, lines, page, paragraphs, set_in_columns
from tests.ingest.samples import (
    BODY,
    MARKUP,
    TITLE,
    atom,
    capture,
    gzipped,
    mailbox,
    message,
    rss,
    rss_item,
    run,
    web_page,
    word,
    zipped,
)

LIVE = web_page(
    title="Live: the dam",
    body="".join(
        f'<article><time datetime="2024-11-29T{hour}:10:00Z">{hour}:10</time>{MARKUP}</article>'
        for hour in (12, 13, 14)
    ),
)


def with_attachment() -> bytes:
    mail = message(markup=MARKUP)
    mail.add_attachment(page(lines(*PARAGRAPHS[:2])), maintype="application", subtype="pdf", filename="a.pdf")
    mail.add_attachment(message())
    return mail.as_bytes()


FILES: dict[str, bytes] = {
    "pdf": page(lines(*PARAGRAPHS)),
    "columns": set_in_columns(paragraphs(), 2, foot="Page {page}"),
    "rss": rss(rss_item(source="River Post", full=MARKUP), rss_item(summary=MARKUP)),
    "atom": atom(),
    "mail": with_attachment(),
    "mbox": mailbox(message(), message(text=None, markup=MARKUP)),
    "docx": word(
        run("Four killed", "Title") + run(PARAGRAPHS[0]), title="Four killed", modified="2024-12-05T10:00:00Z"
    ),
    "csv": f'title,text,date\nFour killed,"{PARAGRAPHS[0]}",2024-11-29\nTwo hurt,"x",\n'.encode(),
    "warc": capture(web_page()) + capture(LIVE),
    "warc.gz": gzipped(capture(web_page()), capture(LIVE)),
    "wacz": zipped({"archive/a.warc": capture(web_page()), "datapackage.json": "{}"}),
    "live": LIVE.encode(),
    "html": web_page().encode(),
    "text": f"Title: {TITLE}\nPublished: 2024-11-29\n\n{BODY}\n".encode(),
    "jsonl": f'{{"id": "a", "text": "{PARAGRAPHS[0]}"}}\n{{"text": "x", "published": "2024"}}\n'.encode(),
}
