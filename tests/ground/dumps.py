"""Dumps of GeoNames with villages that there are not."""

from __future__ import annotations

import zipfile
from pathlib import Path

SYRIA = "SY"
IDLIB = 169387
"""The GeoNames id of Idlib's province."""


def row(
    id_: int | str,
    name: str,
    *others: str,
    at: tuple[object, object] = (35.7, 36.6),
    feature: str = "P.PPL",
    country: str = SYRIA,
    codes: tuple[str, str] = ("", ""),
    people: object = 0,
) -> str:
    """A line of a dump."""
    class_, _, code = feature.partition(".")
    place = [str(id_), name, name, ",".join(others), *map(str, at), class_, code]
    rest = [country, "", *codes, "", "", str(people), "", "300", "Asia/Damascus", "2012-01-17"]
    return "\t".join(place + rest)


VILLAGES = (
    row(IDLIB, "Idlib Governorate", feature="A.ADM1", codes=("12", "")),
    row(90_000_001, "Zurbaniya", "Zerbanieh", "زربانية", "zrbanyt", "ZRB", codes=("12", "")),
    row(90_000_002, "Tall Quzah", at=(35.01, 40.48)),
    row(90_000_003, "Quzah Dam", feature="S.DAM", codes=("12", "")),
    row(90_000_004, "Quzah Wadi", feature="H.WAD", codes=("12", "")),
    row(170063, "Aleppo", "Alebbo Quxi", "حلب", at=(36.2, 37.16), people=1_600_000),
)
"""Two villages, a dam and what is none of these; a new name of Aleppo's."""


def dump(path: Path, *lines: str) -> Path:
    """A dump with these lines, as text or, by the file's name, as a zip."""
    text = "".join(f"{line}\n" for line in lines)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("readme.txt", "What the columns are.")
            archive.writestr(f"{path.stem}.txt", text)
    else:
        path.write_text(text, encoding="utf-8")
    return path
