"""A situation brief: what claims say of some days, in sentences that each lead back to claims."""

from whosays.export.brief.compose import brief
from whosays.export.brief.document import Document
from whosays.export.brief.scope import Scope
from whosays.export.brief.write import FORMATS, format_of

__all__ = ["FORMATS", "Document", "Scope", "brief", "format_of"]
