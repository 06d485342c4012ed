"""A throw-away PostgreSQL server on a socket in a temporary folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

USER = "keeper"


def binaries() -> Path | None:
    """Where the newest installed server's programs are; None if there is none of version 15 or later."""
    on_path = shutil.which("initdb")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parts[-3]))
    found = [*([Path(on_path).resolve()] if on_path else []), *installed]
    return found[-1].parent if found else None


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; each of its databases is one ledger's."""

    bin: Path
    folder: Path
    _numbers: count[int] = field(default_factory=count)

    def url(self, database: str, user: str = USER) -> str:
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def database(self, *, like: str = "template0") -> str:
        """The name of a new database, a copy of another."""
        name = f"ledger{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {like} STRATEGY file_copy")
        return name

    def run(self, statement: str, database: str = "postgres") -> None:
        with self.connect(database) as connection:
            connection.execute(statement.encode())

    def connect(self, database: str, user: str = USER) -> psycopg.Connection:
        return psycopg.connect(host=str(self.folder), dbname=database, user=user, autocommit=True)

    def control(self, *arguments: str) -> None:
        """`pg_ctl`: stop it, kill it, start it again."""
        options = f"-F -k {self.folder} -c listen_addresses= -c max_connections=200"
        where = ["-D", str(self.folder / "data"), "-l", str(self.folder / "log")]
        run([self.bin / "pg_ctl", *where, "-w", "-s", "-o", options, *arguments])


def run(command: list[str | Path]) -> None:
    """Run a program of the server, which refuses to be root's."""
    unprivileged = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    subprocess.run([*(unprivileged if os.geteuid() == 0 else []), *command], check=True, capture_output=True)


@contextmanager
def server(bin_: Path) -> Iterator[Server]:
    """A server that is gone with its folder at the end of the block."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # a short path: that of a socket has 107 characters at most
    folder.chmod(0o777)
    options = ["-U", USER, "-A", "trust", "-N", "--no-instructions", "-E", "UTF8", "--locale=C.UTF-8"]
    run([bin_ / "initdb", "-D", folder / "data", *options])
    made = Server(bin_, folder)
    made.control("start")
    try:
        yield made
    finally:
        made.control("-m", "immediate", "stop")
        shutil.rmtree(folder)
