"""What is new in folders: whole files, each once as it is."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from whosays.ledger import Watched
from whosays.model import InputError, Report
from whosays.watch import folders

TEXT = "Shells fell on the harbour on Friday."


class Followed:
    """A folder that is looked through; `meanwhile` happens while its files settle."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.known: dict[str, Watched] = {}
        self.settled = 0
        self.meanwhile: Callable[[], object] = lambda: None
        monkeypatch.setattr(time, "sleep", self._settle)

    def _settle(self, seconds: float) -> None:
        assert seconds == folders.SETTLING
        self.settled += 1
        self.meanwhile()

    def write(self, name: str, text: str = TEXT) -> Path:
        path = self.folder / name
        path.write_text(text)
        return path

    def look(self, ledger: Path | None = None) -> list[str]:
        told = []
        for news in folders.news([self.folder], self.known, ledger):
            told += [item.text if isinstance(item, Report) else str(item) for item in news.items]
            if news.seen:
                self.known[news.seen.address] = news.seen
        return told


@pytest.fixture
def followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Followed:
    folder = tmp_path / "in"
    folder.mkdir()
    return Followed(folder, monkeypatch)


def test_a_file_is_read_once(followed: Followed) -> None:
    followed.write("a.txt")
    assert followed.look() == [TEXT]
    assert followed.look() == []
    assert followed.settled == 1


def test_a_changed_file_is_read_again(followed: Followed) -> None:
    followed.write("a.txt")
    followed.look()
    followed.write("a.txt", f"{TEXT} Two people were hurt.")
    assert followed.look() == [f"{TEXT} Two people were hurt."]


def test_a_file_of_the_same_length_and_time_is_still_another(followed: Followed) -> None:
    path = followed.write("a.txt")
    before = path.stat()
    followed.look()
    followed.write("a.txt", TEXT.replace("Friday", "Sunday"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert followed.look() == [TEXT.replace("Friday", "Sunday")]


def test_a_file_that_still_grows_waits_for_the_next_round(followed: Followed) -> None:
    followed.write("a.txt", TEXT[:9])
    followed.meanwhile = lambda: followed.write("a.txt", TEXT)
    assert followed.look() == []
    followed.meanwhile = lambda: None
    assert followed.look() == [TEXT]


def test_a_file_that_goes_away_is_nothing(followed: Followed) -> None:
    path = followed.write("a.txt")
    followed.meanwhile = path.unlink
    assert followed.look() == []


def test_what_cannot_be_read_is_told_once_and_tried_again_when_it_changes(followed: Followed) -> None:
    path = followed.write("a.txt", "")
    assert followed.look() == [f"{path}: there is no text in this file"]
    assert followed.look() == []
    followed.write("a.txt")
    assert followed.look() == [TEXT]


def test_hidden_files_are_left_alone_and_folders_within_are_not(followed: Followed) -> None:
    followed.write(".a.txt.part")
    (followed.folder / "b" / "c").mkdir(parents=True)
    followed.write("b/c/d.txt")
    assert followed.look() == [TEXT]


def test_the_ledger_may_lie_in_the_folder(followed: Followed) -> None:
    for name in ("war.db", "war.db-wal", "war.db-shm"):
        followed.write(name, "not to be read")
    assert followed.look(followed.folder / "war.db") == []
    assert len(followed.look()) == 3


def test_a_folder_that_is_gone_is_told(followed: Followed) -> None:
    followed.folder.rmdir()
    assert followed.look() == [f"{followed.folder}: this folder is not there any more"]


def test_names_that_are_no_text_are_no_trouble(followed: Followed) -> None:
    (followed.folder / os.fsdecode(b"\xff #%.txt")).write_text(TEXT)
    assert followed.look() == [TEXT]
    [known] = followed.known
    assert known.startswith("file://")
    assert known.isascii()


def test_the_error_of_a_folder_is_an_error(followed: Followed) -> None:
    followed.folder.rmdir()
    [news] = folders.news([followed.folder], {}, None)
    assert [type(item) for item in news.items] == [InputError]
    assert news.seen is None
