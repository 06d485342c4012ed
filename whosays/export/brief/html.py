"""A brief as one HTML page: no scripts, nothing fetched, print-safe; references link down and back."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from whosays.export.brief import drawing
from whosays.export.brief.document import Document, Heading, Map, Note, Paragraph, Sentence, Timeline
from whosays.export.brief.references import claim_ids, runs, source
from whosays.export.brief.wording import say, table

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def render(document: Document) -> str:
    """The whole page; every word of a report is escaped."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    style = files(__package__).joinpath("brief.css").read_text("utf-8")
    title = escape(document.title)
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{style}</style></head>\n<body><main>\n<h1>{title}</h1>"
    yield "<dl>"
    yield from (f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in document.about)
    yield "</dl>"
    yield from _Body(document).lines()
    yield f'<h2 id="notes">{escape(table("headings")["notes"])}</h2>\n<ol class="notes">'
    yield from map(_note, document.notes)
    yield "</ol>\n</main></body></html>"


class _Body:
    """The blocks; every note can lead back to where it is first referred to."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._referred: set[int] = set()

    def lines(self) -> Iterator[str]:
        for block in self._document.blocks:
            match block:
                case Heading():
                    yield f"<h{block.level}>{escape(block.words)}</h{block.level}>"
                case Paragraph():
                    yield self._paragraph(block)
                case Map() | Timeline():
                    yield from _figure(block)

    def _paragraph(self, paragraph: Paragraph) -> str:
        label = f"<b>{escape(paragraph.label)}.</b> " if paragraph.label else ""
        return f"<p>{label}{' '.join(map(self._sentence, paragraph.sentences))}</p>"

    def _sentence(self, sentence: Sentence) -> str:
        found = (self._run(first, last) for first, last in runs(sentence, self._document))
        return f'{_isolated(sentence.words)}<sup class="refs">{", ".join(found)}</sup>'

    def _run(self, first: int, last: int) -> str:
        between = "".join(self._anchor(number) for number in range(first + 1, last))
        end = f"–{between}{self._link(last)}" if last > first else ""
        return self._link(first) + end

    def _link(self, number: int) -> str:
        return f'<a href="#note-{number}"{self._id(number)}>{number}</a>'

    def _anchor(self, number: int) -> str:
        """Where a note within a run leads back to."""
        id_ = self._id(number)
        return f"<span{id_}></span>" if id_ else ""

    def _id(self, number: int) -> str:
        if number in self._referred:
            return ""
        self._referred.add(number)
        return f' id="ref-{number}"'


def _isolated(words: str) -> str:
    """Words with an isolate around them: right-to-left script reorders nothing beside it."""
    return f"<bdi>{escape(words)}</bdi>"


def _figure(block: Map | Timeline) -> Iterator[str]:
    uri = drawing.data_uri(block)
    if uri is None:
        return
    alt = escape(drawing.described(block))
    yield f'<figure><img src="{uri}" alt="{alt}"><figcaption>{escape(block.caption)}</figcaption></figure>'


def _note(note: Note) -> str:
    back = f'<a class="back" href="#ref-{note.number}" aria-label="{say("notes", "back")}">↑</a>'
    return (
        f'<li id="note-{note.number}">{_isolated(source(note))}: <q>{_isolated(note.quote)}</q>'
        f" <code>{claim_ids(note)}</code> {back}</li>"
    )
