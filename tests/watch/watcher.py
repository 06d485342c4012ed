"""`whosays` with a reader that finds one claim in each report, slowly: `python -m tests.watch.watcher`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any, cast

from tests.ledger.readings import READER, reading
from whosays.cli.main import app
from whosays.model import Reading, Report


class SlowPipeline:
    """Takes a twentieth of a second for a report."""

    name = READER

    @classmethod
    def default(cls) -> SlowPipeline:
        """The pipeline, which takes no time to load."""
        return cls()

    def read_all(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The reading of each report."""
        for report in reports:
            time.sleep(0.05)
            yield reading(report)


if __name__ == "__main__":
    sys.modules["whosays.pipeline"] = cast(Any, SimpleNamespace(Pipeline=SlowPipeline))
    app()
