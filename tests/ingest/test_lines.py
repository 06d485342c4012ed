"""Lines of files that have none, and of those that have."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from whosays.ingest.lines import lines


@given(st.lists(st.sampled_from([b"a", b"bb", b"\n", b"\r", b"c" * 9])).map(b"".join), st.integers(1, 5))
def test_no_line_is_longer_than_it_may_be_and_none_is_lost(data: bytes, longest: int) -> None:
    whole = data.splitlines(keepends=True) if b"\r" not in data else io.BytesIO(data).readlines()
    assert list(lines(io.BytesIO(data), longest)) == [line[: longest + 1] for line in whole]
