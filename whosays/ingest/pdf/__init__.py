"""PDF files: one report a file, in the order in which people read it, and where on its pages its words stand.

    glyphs.py      the characters of a page
    pages.py       characters to lines of print
    furniture.py   running heads, feet and page numbers: left out
    columns.py     which lines come one after the other
    paragraphs.py  lines to paragraphs
    hyphens.py     words cut at line ends
    document.py    all of a file: its text, title and metadata
    report.py      the report
    boxes.py       a span of the text to boxes on its pages

Throughout, text knows which printed character each of its characters comes from (ink.py).
"""

from whosays.ingest.pdf.boxes import Box, boxes
from whosays.ingest.pdf.report import read

__all__ = ["Box", "boxes", "read"]
