"""Bytes to reports: each format by its own module, told apart by content and not by file name.

`reports(path)` yields every report of a file or directory in order, with a Notice before a report
of which something had to be assumed, and an InputError in the place of what cannot be read. `sniff.READ`
names the formats. `followed(data)` is a feed that is asked again and again. Where on a PDF's pages a
span of its report is printed, `pdf.boxes` tells.
"""

from whosays.ingest.feed import Followed, followed
from whosays.ingest.files import files_under, reports
from whosays.ingest.item import Item, Notice
from whosays.ingest.published import parse_published

__all__ = ["Followed", "Item", "Notice", "files_under", "followed", "parse_published", "reports"]
