"""Days and instants of publication as sources write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from whosays.model import Published

EARLIEST = date(1800, 1, 1)
"""Before this, a day of publication is taken for a slip."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_published(value: str) -> date | datetime:
    """The day ("2024-11-29") or the instant ("2024-11-29T18:05:00+03:00") that `value` writes in ISO 8601.

    Raises ValueError, with a clause that says what to write, when it is neither.
    """
    found = value.strip()
    try:
        if _DAY.fullmatch(found):
            return date.fromisoformat(found)
        if _DAY.match(found):
            return datetime.fromisoformat(found)
    except ValueError:
        pass
    raise ValueError(f"{value[:40]!r} is no date; write YYYY-MM-DD or an ISO 8601 date and time")


def doubt(published: Published) -> str | None:
    """Why the day of publication is hard to believe, if it is."""
    day = published.date() if isinstance(published, datetime) else published
    if day is None or EARLIEST <= day <= datetime.now(UTC).date() + timedelta(days=1):
        return None
    return f"published {day} is {'before 1800' if day < EARLIEST else 'in the future'}; taken as it is"
