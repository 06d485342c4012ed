"""The examples of a Markdown document: code, and what it shows that the code prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

FENCE = "```"
PROMPT = "$ "


class Language(StrEnum):
    """What an example is written in: the language named at its fence."""

    CONSOLE = "console"
    PYTHON = "python"


@dataclass(frozen=True, slots=True)
class Example:
    """Code, the line of the document below it (from 0), and which lines show its output, if any do."""

    language: Language
    code: str
    line: int
    shown: slice | None


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the language named at its fence and its lines, `start` to `end` of the document."""

    language: str
    start: int
    end: int


def examples(lines: Sequence[str]) -> Iterator[Example]:
    """The examples of a document, in order.

    A `console` block holds commands behind a prompt, each with its output below. What a `python`
    block prints is shown by the `text` block after it, or not shown.
    """
    blocks = list(_blocks(lines))
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block.language == Language.CONSOLE:
            yield from _commands(lines, block)
        elif block.language == Language.PYTHON:
            yield _script(lines, block, following)


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    fences = [number for number, line in enumerate(lines) if line.startswith(FENCE)]
    for opening, closing in zip(fences[::2], fences[1::2], strict=True):
        yield Block(lines[opening].removeprefix(FENCE), opening + 1, closing)


def _commands(lines: Sequence[str], block: Block) -> Iterator[Example]:
    prompts = [n for n in range(block.start, block.end) if lines[n].startswith(PROMPT)]
    for prompt, end in zip(prompts, [*prompts[1:], block.end], strict=True):
        shown = slice(prompt + 1, end)
        yield Example(Language.CONSOLE, lines[prompt].removeprefix(PROMPT), shown.start, shown)


def _script(lines: Sequence[str], block: Block, following: Block | None) -> Example:
    code = "\n".join(lines[block.start : block.end])
    if following is None or following.language != "text":
        return Example(Language.PYTHON, code, block.end, None)
    return Example(Language.PYTHON, code, block.end, slice(following.start, following.end))
