"""A text that is written word by word, with the spans of what it says."""

from __future__ import annotations

from whosays.model import Span


class Text:
    """The text so far."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.end = 0

    def __str__(self) -> str:
        return "".join(self._parts)

    def say(self, words: str, after: str = " ") -> Span:
        """Add `words` and what comes after them; the span of the words."""
        span = Span(self.end, self.end + len(words), words)
        self._parts.append(words + after)
        self.end = span.end + len(after)
        return span

    def since(self, mark: int) -> Span:
        """The span of all that was added since the text was `mark` long, without the blank at its end."""
        return Span.of(str(self), mark, self.end - 1)
