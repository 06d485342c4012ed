"""Real PDF files for the tests, set with reportlab (BSD)."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6, alignment=4)
HEADING = ParagraphStyle(
    "heading", parent=BODY, fontName="Helvetica-Bold", fontSize=12, leading=15, alignment=0
)
TITLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=18, leading=22, alignment=0)
POINT = ParagraphStyle("point", parent=BODY, leftIndent=12, bulletIndent=0)

PARAGRAPHS = (
    "Shelling of the western districts of Marwa continued for a third day, and the provincial hospital "
    "reported that at least 12 people were killed and 41 others wounded, among them six children, since "
    "Sunday morning.",
    "According to local authorities, some 3,400 families have left the town for villages further north, "
    "where schools and mosques have been opened to receive them. Partners estimate that twice as many "
    "may follow.",
    "The road between Marwa and Tel Sira was cut on Monday after a bridge collapsed. The army denied "
    "that its aircraft had struck the bridge and blamed the armed group that holds the eastern bank of "
    "the river.",
    "Humanitarian organizations suspended activities in two camps. A water station that serves 60,000 "
    "people has stopped working, and engineers were unable to reach it because of fighting, the water "
    "board said.",
    "The Governor told reporters on Tuesday that a local truce was being discussed with elders of the "
    "town, while a spokesman for the armed group said that no talks were under way and that none had "
    "been asked for.",
    "Fuel is running short. The two bakeries that still work bake for four hours a day, residents said, "
    "and the price of a bag of flour has doubled within a week, which the market monitor confirmed on "
    "Wednesday.",
)

Draw = Callable[[Canvas, int], None]


def page(draw: Draw, pages: int = 1, *, size: tuple[float, float] = A4, **metadata: str) -> bytes:
    """A file whose pages are drawn by hand; `metadata` are title, author, creator, producer."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    _describe(canvas, metadata)
    for number in range(pages):
        draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*texts: str, size: float = 10, left: float = 72, top: float = 760, leading: float = 14) -> Draw:
    """Lines one under the other, as they are given."""

    def draw(canvas: Canvas, _: int) -> None:
        canvas.setFont("Helvetica", size)
        for number, text in enumerate(texts):
            canvas.drawString(left, top - number * leading, text)

    return draw


def set_in_columns(
    story: Sequence[Flowable],
    columns: int = 1,
    *,
    head: str = "",
    foot: str = "",
    masthead: Sequence[Flowable] = (),
    **metadata: str,
) -> bytes:
    """A story set in columns on A4, below a masthead on the first page, with a running head and foot.

    `{page}` in the foot is the page's number.
    """
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1)
    high = 60 * mm if masthead else 0

    def furniture(canvas: Canvas, _: BaseDocTemplate) -> None:
        _describe(canvas, metadata)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(20 * mm, 285 * mm, head)
        canvas.drawString(20 * mm, 10 * mm, foot.format(page=canvas.getPageNumber()))

    first = [Frame(18 * mm, 270 * mm - high, 174 * mm, high)] if masthead else []
    document.addPageTemplates(
        [
            PageTemplate("first", [*first, *_frames(columns, 250 * mm - high)], onPage=furniture),
            PageTemplate("later", _frames(columns, 250 * mm), onPage=furniture),
        ]
    )
    opening = [*masthead, FrameBreak()] if masthead else []
    document.build([NextPageTemplate("later"), *opening, *story])
    return out.getvalue()


def _frames(columns: int, height: float) -> list[Frame]:
    width = 174 * mm / columns
    return [Frame(18 * mm + width * number, 20 * mm, width, height) for number in range(columns)]


def _describe(canvas: Canvas, metadata: dict[str, str]) -> None:
    for key, value in metadata.items():
        getattr(canvas, f"set{key.title()}")(value)


def paragraphs(texts: Sequence[str] = PARAGRAPHS, style: ParagraphStyle = BODY) -> list[Flowable]:
    return [Paragraph(text, style) for text in texts]


def flash_update() -> bytes:
    """A flash update as humanitarian offices set them: masthead, highlights, two columns, a table."""
    masthead = [
        Paragraph("Marwa Governorate: Escalation of hostilities", TITLE),
        Paragraph("Flash Update No. 3", HEADING),
        Paragraph("As of 4 December 2024", BODY),
        Spacer(1, 6),
        Paragraph("HIGHLIGHTS", HEADING),
        *(
            Paragraph(text, POINT, bulletText="•")
            for text in (
                "At least 12 people were killed and 41 wounded in Marwa since Sunday, the hospital reported.",
                "Some 3,400 families have left the town, according to local authorities.",
            )
        ),
    ]
    table = Table(
        [
            ["Sub-district", "Families", "Source"],
            ["Tel Sira", "2,100", "Local council"],
            ["Hassan", "900", "Red Crescent"],
            ["Ain Dara", "400", "Local council"],
        ]
    )
    story = [
        Paragraph("SITUATION OVERVIEW", HEADING),
        *paragraphs(PARAGRAPHS[:3]),
        Paragraph("HUMANITARIAN RESPONSE", HEADING),
        *paragraphs(PARAGRAPHS[3:]),
        *paragraphs(PARAGRAPHS),
        *paragraphs(PARAGRAPHS),
        *paragraphs(PARAGRAPHS),
        Paragraph("DISPLACEMENT", HEADING),
        table,
    ]
    return set_in_columns(
        story,
        2,
        masthead=masthead,
        head="Marwa Governorate Flash Update No. 3",
        foot="Coordination Office | Page {page}",
        title="Marwa Governorate: Escalation of hostilities",
        creator="Microsoft Word",
    )


def made_on(data: bytes, day: str) -> bytes:
    """The file as if it had been made on that day ("20241205")."""
    return data.replace(b"D:20000101", b"D:" + day.encode())
