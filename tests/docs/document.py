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
    """Code, and the lines `start` to `end` (from 0, end excluded) of the document that show its output."""

    language: Language
    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the language named at its fence and its lines, `start` to `end` of the document."""

    language: str
    start: int
    end: int


def examples(lines: Sequence[str]) -> Iterator[Example]:
    """The examples of a document, in order.

    A `console` block holds commands behind a prompt, each with its output below. What a `python`
    block prints is shown by the `text` block after it; without one it prints nothing.
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
        yield Example(Language.CONSOLE, lines[prompt].removeprefix(PROMPT), prompt + 1, end)


def _script(lines: Sequence[str], block: Block, following: Block | None) -> Example:
    code = "\n".join(lines[block.start : block.end])
    if following and following.language == "text":
        return Example(Language.PYTHON, code, following.start, following.end)
    return Example(Language.PYTHON, code, block.end, block.end)
