"""The formats that a ledger can be exported in: one row a format, one module a format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from whosays.export.choices import Choices
    from whosays.export.extract import Extract
    from whosays.export.receipt import Receipt


@dataclass(frozen=True, slots=True)
class Format:
    """A format, written by the `write` of the module of its name.

    `suffix` ends its files' names. A `binary` one is written as bytes, any other as text with the line ends
    that it writes. One `of_claims` lists claims as they are: no rule chooses among their figures. One with
    `hxl` may have the row of hashtags, one that is `rated` grades of origins whom the user rates.
    """

    name: str
    suffix: str
    binary: bool = False
    of_claims: bool = False
    hxl: bool = False
    rated: bool = False

    def write(self, extract: Extract, out: IO[Any], choices: Choices, receipt: Receipt) -> None:
        """Write what was asked for to `out`, and to `receipt` what became of it.

        Raises UsageError where a library is missing that the format needs.
        """
        import_module(f"whosays.export.{self.name}").write(extract, out, choices, receipt)


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("acled", ".csv"),
        Format("ged", ".csv"),
        Format("hapi", ".csv", hxl=True),
        Format("geojson", ".geojson", of_claims=True),
        Format("parquet", ".parquet", binary=True, of_claims=True),
        Format("jsonld", ".jsonld", of_claims=True),
        Format("stix", ".json", of_claims=True, rated=True),
        Format("followthemoney", ".ftm.jsonl", of_claims=True),
        Format("timemap", ".zip", binary=True),
        Format("ninjs", ".ninjs.jsonl"),
    )
}
"""By name, in the order in which they are told."""
