"""Coded tables to readings: each row of ACLED, UCDP GED or a table of your own is a report with one claim.

`load_map(name_or_path)` says which column is what; `readings(path, map_)` yields the reading of every row in
order, with a Notice where something was left out of one, and an InputError in the place of a row that cannot
be read. The text of a row's report is the row itself, a line a cell, so that every slot quotes its own words.
"""

from whosays.ingest.coded.map import Map, load_map
from whosays.ingest.coded.reading import Item, readings

__all__ = ["Item", "Map", "load_map", "readings"]
