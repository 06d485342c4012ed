"""The site of the documentation: what it has beside `docs/`, as hooks that MkDocs calls by their names.

Pages of the repository that lie elsewhere become pages of the site, the command line is described from its
code, and links follow. What is linked and is no page, such as a folder of data, is named instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import Parameter, getdoc, signature
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

import typer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from typer.cli import get_docs_for_click

import whosays
from whosays.cli.main import app

ROOT = Path(__file__).parents[1]
PAGES = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "NOTICE": "notice.md",
    "bench/README.md": "reference/measurements.md",
    "bench/RESULTS.md": "reference/results.md",
    "examples/README.md": "reference/samples.md",
    "training/README.md": "reference/training.md",
    "whosays/read/weights/MODEL_CARD.md": "reference/model-card.md",
}
"""Files of the repository outside `docs/`, and the pages that they become."""
_HOMES = {page: source for source, page in PAGES.items()}
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s#]+)(#[^()\s]*)?\)")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages that do not lie in `docs/`."""
    for source, page in PAGES.items():
        files.append(File.generated(config, page, content=(ROOT / source).read_text(encoding="utf-8")))
    files.append(File.generated(config, "reference/command-line.md", content=command_line()))
    files.append(File.generated(config, "reference/python.md", content=interface()))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_others: object) -> str:
    """Let the links of a page lead to pages of the site."""
    uri = page.file.src_uri
    return _LINK.sub(lambda link: _relinked(link, uri), markdown)


def command_line() -> str:
    """Every verb with its arguments and options, as the code has them."""
    command = typer.main.get_command(app)
    described: str = get_docs_for_click(
        obj=command, ctx=typer.Context(command), name="whosays", title="Command line"
    )
    return described


def interface() -> str:
    """What the package offers. `read` by itself: a module of that name hides it from what reads the code."""
    parameters = "".join(f"    {each},\n" for each in _parameters())
    code = f"```python\nread(\n{parameters}) -> Reading\n```"
    return "\n\n".join(
        ("# Python", "## read {: #whosays.read }", code, getdoc(whosays.read) or "", "::: whosays\n")
    )


def _parameters() -> Iterator[str]:
    is_keyword = False
    for each in signature(whosays.read).parameters.values():
        if each.kind is Parameter.KEYWORD_ONLY and not is_keyword:
            is_keyword = True
            yield "*"
        yield str(each)


def _relinked(link: re.Match[str], uri: str) -> str:
    is_image, words, target, anchor = link.groups()
    if "://" in target:
        return link[0]
    meant = normpath(join(dirname(_HOMES.get(uri, f"docs/{uri}")), target))
    page = PAGES.get(meant) or (meant.removeprefix("docs/") if meant.startswith("docs/") else None)
    if page is None:
        return f"{words} (`{meant}`)"
    return f"{is_image}[{words}]({relpath(page, dirname(uri))}{anchor or ''})"
