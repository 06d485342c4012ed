"""Files of each format for the tests, as outlets, mail programs and crawlers write them."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.message import EmailMessage
from html import escape

TITLE = "Four killed near the dam"
PARAGRAPHS = (
    "The army said on Friday that four fighters were killed near the dam after a battle that began at dawn.",
    "Residents told River Post that shells fell on the market of Marwa, and that two children were wounded.",
)
BODY = "\n\n".join(PARAGRAPHS)
MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def web_page(*, meta: str = "", title: str = TITLE, body: str = MARKUP) -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{meta}</head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
    )


def rss(*items: str, title: str = "Agency Mirror: top stories", prologue: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{prologue}<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>https://mirror.example</link>{''.join(items)}</channel></rss>"
    ).encode()


def rss_item(
    *,
    title: str = TITLE,
    date: str = "Fri, 29 Nov 2024 18:05:00 +0300",
    source: str = "",
    summary: str = "",
    full: str = "",
) -> str:
    return (
        f"<item><title>{title}</title><link>https://mirror.example/1</link><pubDate>{date}</pubDate>"
        + (f'<source url="https://riverpost.example/feed">{source}</source>' if source else "")
        + (f"<description>{escape(summary)}</description>" if summary else "")
        + (f"<content:encoded><![CDATA[{full}]]></content:encoded>" if full else "")
        + "</item>"
    )


def atom() -> bytes:
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Mirror</title>
<entry><title type="html">Four &amp;amp; killed</title><link href="https://mirror.example/2"/>
<published>2024-11-29T18:05:00+03:00</published><source><title>River Post</title></source>
<content type="html">{escape(MARKUP)}</content></entry></feed>""".encode()


def message(
    *,
    text: str | None = BODY,
    markup: str | None = None,
    sender: str = "River Post Alerts <alerts@riverpost.example>",
) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "desk@monitor.example", "Fwd: Überfall near the dam"
    mail["Date"] = "Fri, 29 Nov 2024 18:05:00 +0300"
    if text is not None:
        mail.set_content(text)
    if markup is not None:
        (mail.add_alternative if text is not None else mail.set_content)(markup, subtype="html")
    return mail


def mailbox(*messages: EmailMessage) -> bytes:
    start = b"From desk@monitor.example Fri Nov 29 18:05:00 2024\n"
    return b"\n".join(start + m.as_bytes().replace(b"\nFrom ", b"\n>From ") for m in messages)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(members: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(body: str, *, title: str = "", modified: str = "", doctype: str = "") -> bytes:
    """A Word document; `body` is what stands within w:body."""
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    core = (
        f'<cp:coreProperties xmlns:cp="{package}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dcterms:modified>{modified}</dcterms:modified></cp:coreProperties>"
    )
    document = f'<?xml version="1.0"?>{doctype}<w:document {W}><w:body>{body}</w:body></w:document>'
    return zipped(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": document, "docProps/core.xml": core}
    )


def run(text: str, style: str = "") -> str:
    """A paragraph of a Word document, its words over two runs."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (text[:half], text[half:])
    )
    return f"<w:p>{properties}{runs}</w:p>"


def capture(
    page: bytes | str,
    *,
    url: str = "https://riverpost.example/1",
    kind: str = "response",
    status: str = "200 OK",
    content: str = "text/html; charset=utf-8",
    fields: str = "",
) -> bytes:
    """A WARC record of an answer to a crawler."""
    body = page.encode() if isinstance(page, str) else page
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n{fields}\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-12-01T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:8bb65c4e-2a4f-4c08-9d7a-0d7d8a4a8d3e>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def gzipped(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))
