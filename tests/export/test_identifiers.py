"""Names of things for other programs."""

from __future__ import annotations

from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.export.identifiers import NAMESPACE, Thing, urn, uuid


@settings(deadline=None)
@given(st.sampled_from(Thing), st.lists(st.text() | st.integers(), max_size=3))
def test_identifiers_are_uuids_of_version_5(thing: Thing, key: list[object]) -> None:
    name = ":".join([thing, *map(str, key)])
    assert UUID(uuid(thing, *key)) == uuid5(NAMESPACE, name.encode("utf-8", "replace").decode())
    assert urn(thing, *key) == f"urn:uuid:{uuid(thing, *key)}"
