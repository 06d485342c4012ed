"""What a worker is about to do, kept where its death leaves it: so the document that killed it is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

_ALONE = "alone"


@dataclass(slots=True)
class Journal:
    """The step a shard is at, and the steps that ended a process which was alone with it."""

    at: Path
    deaths: Path
    _killed: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, folder: Path, shard: str) -> Journal:
        """The journal of a shard in the output folder."""
        return cls(folder / "work" / f"{shard}.step", folder / "work" / f"{shard}.deaths")

    def resume(self) -> None:
        """Learn from an earlier try: a step that was begun alone and not got past has killed."""
        step, _, how = _text(self.at).partition("\t")
        if how == _ALONE:
            with self.deaths.open("a", encoding="utf-8") as file:
                file.write(step + "\n")
        self.at.unlink(missing_ok=True)
        self._killed = frozenset(_text(self.deaths).splitlines())

    def killed(self, step: str) -> bool:
        """Whether `step` has ended a process."""
        return step in self._killed

    def begin(self, step: str, *, alone: bool) -> None:
        """Keep that `step` is being done."""
        self.at.write_text(f"{step}\t{_ALONE if alone else ''}", encoding="utf-8")

    def close(self) -> None:
        """Forget a shard that is done."""
        self.at.unlink(missing_ok=True)
        self.deaths.unlink(missing_ok=True)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
