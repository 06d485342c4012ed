"""Members of ZIP archives, none larger than it may be."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from whosays.model import InputError

MOST_LISTED = 1 << 24
"""Bytes of an archive's directory: 16 MiB list some two hundred thousand members."""
_END = b"PK\x05\x06"
_END_WITHIN = 66_000
"""Bytes at the end of an archive within which its last record stands, with a comment of any length."""


@contextmanager
def opened(file: BinaryIO, where: str) -> Iterator[zipfile.ZipFile]:
    """The archive. Raises InputError if it is damaged, or so are its members, or it lists too many."""
    try:
        _refuse_long_lists(file, where)
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InputError(where, f"this ZIP archive cannot be read: {_reason(error)}") from error


def member(archive: zipfile.ZipFile, name: str, largest: int, where: str) -> bytes:
    """The bytes of a member. Raises InputError if they are more than `largest`, KeyError if there is none."""
    info = archive.getinfo(name)
    if info.file_size > largest:  # zipfile never unpacks more than is said here
        raise InputError(where, f"{info.file_size:,} bytes unpacked are too many for one document")
    with archive.open(name) as found:
        return found.read(largest)


def _refuse_long_lists(file: BinaryIO, where: str) -> None:
    """zipfile takes the whole directory into memory: its length is looked at before."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_WITHIN))
    tail = file.read(_END_WITHIN)
    file.seek(0)
    end = tail.rfind(_END)
    if end < 0:
        raise InputError(where, "this ZIP archive is cut short")
    listed = int.from_bytes(tail[end + 12 : end + 16], "little")
    start = size - len(tail) + end
    if min(listed, start) > MOST_LISTED:  # 0xffffffff stands for a number kept elsewhere
        raise InputError(where, "this ZIP archive has too many members; split it")


def _reason(error: Exception) -> str:
    if isinstance(error, RuntimeError) and "password" in str(error):
        return "it is locked with a password"
    if isinstance(error, NotImplementedError):
        return "it is packed in a way that is not known"
    return "it is damaged"
