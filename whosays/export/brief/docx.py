"""A brief as a Word document, by python-docx: references link to the notes, and the notes back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from whosays.export.brief import drawing
from whosays.export.brief.document import Document, Heading, Map, Note, Paragraph, Sentence, Timeline
from whosays.export.brief.references import claim_ids, runs, source
from whosays.export.brief.wording import quoted_whole, table

LINK = "14508C"
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The day that a zip file's entries and the document's properties have: the same whenever it is written."""


def render(document: Document) -> bytes:
    """The file; the same for the same document."""
    out = BytesIO()
    _Writer(document).written().save(out)
    return _timeless(out.getvalue())


class _Writer:
    """Fills a new document, and keeps which note was first referred to where."""

    def __init__(self, document: Document) -> None:
        import docx  # an extra, and slow to load

        self._document = document
        self._made: Any = docx.Document()
        self._marks = 0
        self._referred: set[int] = set()

    def written(self) -> Any:
        """The whole document."""
        self._set_up()
        self._made.add_heading(self._document.title, 0)
        for name, value in self._document.about:
            line = self._made.add_paragraph()
            line.add_run(f"{name}: ").bold = True
            line.add_run(value)
        for block in self._document.blocks:
            self._add(block)
        self._made.add_heading(table("headings")["notes"], 1)
        for note in self._document.notes:
            self._note(note)
        return self._made

    def _set_up(self) -> None:
        from docx.shared import Pt

        about = self._made.core_properties
        about.title, about.author, about.comments = self._document.title, "whosays", ""
        about.created = about.modified = EPOCH.replace(tzinfo=None)
        style = self._made.styles["Normal"]
        style.font.name, style.font.size = "Calibri", Pt(10.5)
        style.paragraph_format.space_after = Pt(5)

    def _add(self, block: Heading | Paragraph | Map | Timeline) -> None:
        match block:
            case Heading():
                self._made.add_heading(block.words, block.level - 1)
            case Paragraph():
                self._paragraph(block)
            case Map() | Timeline():
                self._picture(block)

    def _paragraph(self, paragraph: Paragraph) -> None:
        line = self._made.add_paragraph()
        if paragraph.label:
            line.add_run(f"{paragraph.label}. ").bold = True
        for sentence in paragraph.sentences:
            self._sentence(line, sentence)

    def _sentence(self, line: Any, sentence: Sentence) -> None:
        line.add_run(sentence.words)
        for n, (first, last) in enumerate(runs(sentence, self._document)):
            if n:
                line.add_run(", ").font.superscript = True
            self._refer(line, first)
            if last > first:
                line.add_run("–").font.superscript = True
                self._refer(line, last)
        line.add_run(" ")

    def _refer(self, line: Any, number: int) -> None:
        link = self._link(line, str(number), f"note_{number}", raised=True)
        if number not in self._referred:
            self._referred.add(number)
            self._mark(link, f"ref_{number}")

    def _note(self, note: Note) -> None:
        from docx.shared import Pt

        line = self._made.add_paragraph()
        link = self._link(line, str(note.number), f"ref_{note.number}", raised=False)
        self._mark(link, f"note_{note.number}")
        line.add_run(f". {source(note)}: {quoted_whole(note.quote)} {claim_ids(note)}")
        for run in line.runs:
            run.font.size = Pt(8.5)

    def _link(self, line: Any, words: str, to: str, *, raised: bool) -> Any:
        """A link to a bookmark of the document."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        run = line.add_run(words)
        run.font.superscript = raised
        run.font.color.rgb = RGBColor.from_string(LINK)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), to)
        link.append(run._r)  # python-docx has no links of its own
        line._p.append(link)
        return link

    def _mark(self, around: Any, name: str) -> None:
        """A bookmark around an element."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for each in (start, end):
            each.set(qn("w:id"), str(self._marks))
        start.set(qn("w:name"), name)
        around.addprevious(start)
        around.addnext(end)

    def _picture(self, block: Map | Timeline) -> None:
        from docx.shared import Inches

        found = drawing.png(block)
        if found is not None:
            self._made.add_picture(BytesIO(found), width=Inches(6))
            described = drawing.described(block)
            self._made.inline_shapes[-1]._inline.docPr.set("descr", described)
            self._made.add_paragraph(block.caption, style="Caption")


def _timeless(written: bytes) -> bytes:
    """The same zip file, without the time at which it was written."""
    out = BytesIO()
    with ZipFile(BytesIO(written)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in _in_order(old.namelist()):
            new.writestr(ZipInfo(name, EPOCH.timetuple()[:6]), old.read(name), ZIP_DEFLATED)
    return out.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    """The content types first, as the format asks."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
