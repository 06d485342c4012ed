"""A brief as PDF, by reportlab: references link to the notes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from io import BytesIO
from typing import Any

from whosays.export.brief import drawing, fonts
from whosays.export.brief.document import Document, Heading, Map, Note, Paragraph, Sentence, Timeline
from whosays.export.brief.references import claim_ids, runs, source
from whosays.export.brief.visual import ordered
from whosays.export.brief.wording import quoted_whole, table

POINTS = 72
"""Points an inch."""

LINK = "#14508c"


def render(document: Document) -> bytes:
    """The file; the same for the same document."""
    from reportlab.lib.pagesizes import A4  # an extra, and slow to load
    from reportlab.platypus import SimpleDocTemplate

    fonts.register()
    out = BytesIO()
    template = SimpleDocTemplate(
        out, pagesize=A4, invariant=1, title=document.title, author="whosays", lang="en", **_margins()
    )
    template.build(list(_flow(document)), onFirstPage=_number_page, onLaterPages=_number_page)
    return out.getvalue()


def _margins() -> dict[str, float]:
    return {f"{side}Margin": 0.85 * POINTS for side in ("left", "right", "top", "bottom")}


def _number_page(canvas: Any, template: Any) -> None:
    canvas.setFont(fonts.REGULAR, 7)
    canvas.drawCentredString(template.pagesize[0] / 2, 0.5 * POINTS, str(template.page))


def _flow(document: Document) -> Iterator[Any]:
    yield _text(f"<b>{_escaped(document.title)}</b>", 16, after=8)
    for name, value in document.about:
        yield _text(f"<b>{_escaped(name)}</b>  {_escaped(value)}", 8.5, after=1)
    for block in document.blocks:
        match block:
            case Heading():
                size = 12.5 if block.level == 2 else 10
                yield _text(f"<b>{_escaped(block.words)}</b>", size, before=size, after=4, keep=True)
            case Paragraph():
                yield _text(_paragraph(block, document), 9, after=5)
            case Map() | Timeline():
                yield from _picture(block)
    yield _text(f"<b>{_escaped(table('headings')['notes'])}</b>", 12.5, before=12, after=4, keep=True)
    for note in document.notes:
        yield _text(_note(note), 7.5, after=3)


def _text(markup: str, size: float, *, before: float = 0, after: float = 0, keep: bool = False) -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph as Flowable

    style = ParagraphStyle(
        "brief",
        fontName=fonts.REGULAR,
        fontSize=size,
        leading=size * 1.42,
        spaceBefore=before,
        spaceAfter=after,
        keepWithNext=keep,
        splitLongWords=1,
    )
    return Flowable(markup, style)


def _escaped(words: str) -> str:
    """Words as reportlab's markup has them, right-to-left script in the order of the eye."""
    return escape(ordered(words))


def _paragraph(paragraph: Paragraph, document: Document) -> str:
    label = f"<b>{_escaped(paragraph.label)}.</b> " if paragraph.label else ""
    return label + " ".join(map(partial(_sentence, document=document), paragraph.sentences))


def _sentence(sentence: Sentence, document: Document) -> str:
    links = (
        _link(first) if first == last else f"{_link(first)}–{_link(last)}"
        for first, last in runs(sentence, document)
    )
    return f'{_escaped(sentence.words)}<super size="6">{", ".join(links)}</super>'


def _link(number: int) -> str:
    return f'<a href="#note-{number}" color="{LINK}">{number}</a>'


def _note(note: Note) -> str:
    words = f"{_escaped(source(note))}: {_escaped(quoted_whole(note.quote))}"
    ids = f'<font size="6" color="#666666">{claim_ids(note)}</font>'
    return f'<a name="note-{note.number}"/>{note.number}. {words} {ids}'


def _picture(block: Map | Timeline) -> Iterator[Any]:
    from reportlab.platypus import Image, KeepTogether

    found = drawing.png(block)
    if found is not None:
        width = 6.3 * POINTS
        image = Image(BytesIO(found))
        image.drawHeight, image.drawWidth = image.imageHeight * width / image.imageWidth, width
        yield KeepTogether([image, _text(_escaped(block.caption), 7.5, after=6)])
