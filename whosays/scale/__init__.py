"""The same reading over archives, on many processes or machines: adapters only."""

from whosays.scale.archive import read_archive
from whosays.scale.parquet import readings

__all__ = ["read_archive", "readings"]
