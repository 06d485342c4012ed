"""A brief in Markdown (CommonMark): references are numbers in brackets that link to the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.export.brief.document import Document, Heading, Map, Note, Paragraph, Sentence, Timeline
from whosays.export.brief.drawing import described
from whosays.export.brief.references import claim_ids, runs, source
from whosays.export.brief.wording import table

_SPECIAL = re.compile(r"[\\`*_\[\]|~#$]|[<>&@]|:(?=//)|\.(?<=www\.)|^[-+=]|(?<=^\d)[.)]")
"""What starts an emphasis, a link, a heading, a list or raw HTML, in CommonMark or in common extensions."""


def render(document: Document) -> str:
    """The whole document; nothing in the words of reports is read as Markdown or HTML."""
    return "\n".join(_lines(document)).rstrip() + "\n"


def escaped(words: str) -> str:
    """Words that mean themselves in Markdown."""
    return _SPECIAL.sub(_escape, words)


def _escape(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};" if found[0] in "<>&:@" else f"\\{found[0]}"


def _lines(document: Document) -> Iterator[str]:
    yield f"# {escaped(document.title)}"
    yield ""
    yield from (f"- {escaped(name)}: {escaped(value)}" for name, value in document.about)
    for block in document.blocks:
        yield ""
        match block:
            case Heading():
                yield f"{'#' * block.level} {escaped(block.words)}"
            case Paragraph():
                yield _paragraph(block, document)
            case Map() | Timeline():
                yield f"{escaped(block.caption)} {escaped(described(block))}."
    yield from ("", f"## {escaped(table('headings')['notes'])}", "")
    for note in document.notes:
        yield from (_note(note), "")


def _paragraph(paragraph: Paragraph, document: Document) -> str:
    words = " ".join(_sentence(each, document) for each in paragraph.sentences)
    return f"**{escaped(paragraph.label)}.** {words}" if paragraph.label else words


def _sentence(sentence: Sentence, document: Document) -> str:
    return f"{escaped(sentence.words)} {_references(sentence, document)}"


def _references(sentence: Sentence, document: Document) -> str:
    found = [
        f"[{first}](#note-{first})" if first == last else f"[{first}](#note-{first})–[{last}](#note-{last})"
        for first, last in runs(sentence, document)
    ]
    return f"\\[{', '.join(found)}\\]"


def _note(note: Note) -> str:
    anchor = f'<a id="note-{note.number}"></a>'
    return f"{anchor}{note.number}\\. {escaped(source(note))}: “{escaped(note.quote)}” `{claim_ids(note)}`"
