import pyarrow as pa
from hypothesis import given, settings

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
