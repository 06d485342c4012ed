"""E-mail: one report a message, and one for each attachment that can be read.

The text is the message's plain text, else that of its HTML. Unless one is stated, the sender is the outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from typing import BinaryIO, cast

from whosays.ingest.dates import written_day
from whosays.ingest.dense import refuse_dense
from whosays.ingest.encoding import decode, without_surrogates
from whosays.ingest.fragment import plain
from whosays.ingest.item import Inner, Item, Notice, Stated, filled, finished, guarded, refuse_large, within
from whosays.ingest.lines import lines
from whosays.model import InputError, Published, Report

LARGEST_MESSAGE = 1 << 26
"""Bytes of a message with its attachments: 64 MiB, more than any mail server takes."""
MOST_PARTS = 1_000
"""Parts of a message that are looked at."""
MOST_LINES = 1_000_000
"""Lines of a message; those of the largest attachment are some eight hundred thousand."""
MOST_BOUNDARIES = 10_000
"""Lines that may part a message; each part takes a tenth of a millisecond to find."""
LONGEST_FIELD = 1_000
"""Characters of a field that are taken: to parse one takes the square of its length."""

_BROKEN = (MessageError, ValueError, LookupError, AttributeError, TypeError, OverflowError, RecursionError)
"""What the library raises for parts that are not as they should be."""
_START = re.compile(rb"From \S+.* \d\d:\d\d(?::\d\d)? .*\d{4}\r?\n?")
_BOUNDARY = re.compile(rb"^--", re.MULTILINE)
_QUOTED_START = re.compile(rb"^>(>*From )", re.MULTILINE)


class _Bounded(EmailPolicy):
    """The rules of mail, with fields that are no longer than they may be."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_FIELD]


def read(data: bytes, where: str, stated: Stated, inner: Inner) -> Iterator[Item]:
    """The reports of the message `where`; what is `stated` wins over its head. `inner` reads attachments.

    What is wrong with one part is yielded in its place; there is an InputError, too, if nothing can be read.
    """
    refuse_large(data, LARGEST_MESSAGE, where)
    message = _message(data, where)
    published, doubtful = _published(message)
    known = Stated(stated.published or published, stated.publisher or _sender(message))
    if doubtful and not stated.published:
        yield Notice(where, "its day cannot be told from what it says; left open")
    said = list(guarded(_said(message, where, known)))
    yield from said
    attached = list(_attached(message, where, known, inner))
    yield from attached
    if not said and not attached:
        raise InputError(where, "there is no text in this message")


def read_box(file: BinaryIO, where: str, stated: Stated, inner: Inner) -> Iterator[Item]:
    """The reports of every message of the mailbox (mbox) `where`; what is `stated` fills the gaps."""
    number = 0
    for number, data in enumerate(_messages(lines(file, LARGEST_MESSAGE)), 1):
        name = within(where, f"message {number}")
        yield from filled(guarded(read(data, name, Stated(), inner)), stated)
    if number == 0:
        yield InputError(where, "there is no message in this mailbox")


def is_box(head: str) -> bool:
    """Whether a file that begins so is a mailbox."""
    return bool(_START.match(head[:1000].encode("utf-8", "replace")))


def _messages(found: Iterable[bytes]) -> Iterator[bytes]:
    """The messages of a mailbox; of one that is too large, a little more than may be."""
    parts: list[bytes] = []
    size, blank = 0, True
    for line in found:
        if blank and _START.fullmatch(line):
            if size:
                yield _unquoted(parts)
            parts, size = [], 0
        elif size <= LARGEST_MESSAGE:
            parts.append(line)
            size += len(line)
        blank = not line.strip()
    if size:
        yield _unquoted(parts)


def _unquoted(parts: list[bytes]) -> bytes:
    return _QUOTED_START.sub(rb"\1", b"".join(parts))


def _message(data: bytes, where: str) -> EmailMessage:
    if data.count(b"\n") > MOST_LINES:
        raise InputError(where, f"more than {MOST_LINES:,} lines are too many for one message")
    if sum(1 for _ in _BOUNDARY.finditer(data)) > MOST_BOUNDARIES:
        raise InputError(where, f"more than {MOST_BOUNDARIES:,} parts are too many for one message")
    try:
        return cast(EmailMessage, BytesParser(EmailMessage, policy=_Bounded()).parsebytes(data))
    except _BROKEN as error:
        raise InputError(where, "this message is damaged and cannot be read") from error


def _head(message: EmailMessage, field: str) -> str | None:
    """A field of the head on one line; None if it is missing or broken."""
    try:
        value = message.get(field)
    except _BROKEN:
        return None
    return " ".join(without_surrogates(str(value)).replace("\0", "\ufffd").split()) or None if value else None


def _sender(message: EmailMessage) -> str | None:
    """The sender's name, else the address."""
    found = _head(message, "from")
    if not found:
        return None
    name, _, address = found.rpartition("<")
    return name.strip(' "') or address.strip(" <>") or None


def _published(message: EmailMessage) -> tuple[Published, bool]:
    """When the message was sent, and whether it says so in a way that cannot be read."""
    value = _head(message, "date")
    try:
        return (written_day(value), False) if value else (None, False)
    except ValueError:
        return None, True


def _said(message: EmailMessage, where: str, known: Stated) -> Iterator[Item]:
    """The report of what the message itself says, if anything."""
    text = _text(message, where)
    if text:
        title = _head(message, "subject")
        report = Report(text, title=title, publisher=known.publisher, published=known.published)
        yield from finished(report, where)


def _text(message: EmailMessage, where: str) -> str | None:
    for kind in ("plain", "html"):
        part = _body(message, kind)
        text = _characters(part) if part is not None else None
        found = _from_html(text, where) if text and kind == "html" else (text or "").strip()
        if found:
            return found
    return None


def _from_html(markup: str, where: str) -> str:
    refuse_dense(markup, where)
    return "\n\n".join(plain(markup))


def _body(message: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        found = message.get_body(preferencelist=(kind,))
    except _BROKEN:
        return None
    return found if isinstance(found, EmailMessage) else None


def _characters(part: EmailMessage) -> str | None:
    try:
        decoded = decode(_payload(part), part.get_content_charset())
    except _BROKEN:
        return None
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n")


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attached(message: EmailMessage, where: str, known: Stated, inner: Inner) -> Iterator[Item]:
    """What can be read of the attachments, and a notice in the place of each that cannot."""
    for number, part in enumerate(_attachments(message), 1):
        if number > MOST_PARTS:
            yield Notice(where, f"only the first {MOST_PARTS:,} of its attachments are read")
            return
        name = within(where, f"attachment {_name(part) or number}")
        data = _bytes(part)
        if not data.strip():
            continue
        for item in guarded(filled(inner(data, name, Stated()), known)):
            yield Notice(item.where, f"not read: {item.why}") if isinstance(item, InputError) else item


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    """The attachments; pictures that stand in the text, its alternatives and signatures are none."""
    try:
        for part in message.iter_attachments():
            if isinstance(part, EmailMessage) and not _is_ornament(part):
                yield part
    except _BROKEN:
        return


def _is_ornament(part: EmailMessage) -> bool:
    inline = part.get_content_maintype() == "image" and _head(part, "content-id") is not None
    return inline or part.get_content_type() in ("application/pgp-signature", "application/pkcs7-signature")


def _name(part: EmailMessage) -> str | None:
    try:
        return part.get_filename()
    except _BROKEN:
        return None


def _bytes(part: EmailMessage) -> bytes:
    try:
        if part.get_content_type() == "message/rfc822":
            forwarded = part.get_payload(0)
            return forwarded.as_bytes() if isinstance(forwarded, EmailMessage) else b""
        return _payload(part)
    except _BROKEN:
        return b""
