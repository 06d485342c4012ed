"""What a claim is known by."""

from __future__ import annotations

import hashlib

from whosays.model.span import Span
from whosays.model.vocabulary import Kind


def claim_id(digest: str, trigger: Span, kind: Kind) -> str:
    """Sixteen hex digits that depend on the report, the trigger's place and the kind alone."""
    key = f"{digest}:{trigger.start}:{trigger.end}:{kind}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
