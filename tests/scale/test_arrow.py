from collections.abc import Iterable, Iterator

import pyarrow as pa
from hypothesis import given, settings

from tests.docs.session import ROOT
from tests.ledger.readings import numbered, readings
from whosays.model import Reading
from whosays.scale import arrow


def through_arrow(*found: Reading) -> list[Reading]:
    table = pa.Table.from_pylist([dict(arrow.record(one)) for one in found], schema=arrow.schema())
    return [arrow.reading(row) for row in table.to_pylist()]


@given(readings())
@settings(max_examples=60, deadline=None)
def test_any_reading_is_rebuilt_exactly(found: Reading) -> None:
    assert through_arrow(found) == [found]


def test_many_are_rebuilt_in_order() -> None:
    found = [numbered(number) for number in range(20)]
    assert through_arrow(*found) == found


def test_claims_are_columns_that_other_programs_can_ask_for() -> None:
    claims = arrow.schema().field("claims").type.value_type
    assert {"id", "kind", "voices", "place", "time", "figures"} <= {field.name for field in claims}


def test_the_documented_columns_are_those_there_are() -> None:
    page = (ROOT / "docs" / "reference" / "archive.md").read_text(encoding="utf-8")
    shown = page.partition("```text\n")[2].partition("```")[0]
    assert shown.splitlines() == list(columns(arrow.schema()))


SPAN = arrow.schema().field("claims").type.value_type.field("trigger").type


def columns(fields: Iterable[pa.Field], deep: int = 0) -> Iterator[str]:
    """The columns as the reference shows them: below a struct what is in it, but for spans."""
    for field in fields:
        is_list = pa.types.is_list(field.type)
        of = field.type.value_type if is_list else field.type
        is_struct = pa.types.is_struct(of) and of != SPAN
        name = "span" if of == SPAN else "struct" if is_struct else str(of)
        yield f"{'  ' * deep}{field.name}: {'list of ' if is_list else ''}{name}"
        if is_struct:
            yield from columns(of, deep + 1)
