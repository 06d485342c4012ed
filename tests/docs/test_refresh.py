"""Examples of a document: found, run, and refreshed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.document import Example, Language, examples
from tests.docs.refresh import refresh
from tests.docs.session import Session

DOCUMENT = """\
Words.

```console
$ echo first; echo second
stale
$ true
```

```sh
not run
```

```python
def double(number):
    return 2 * number
```

More words.

```python
print(double(21))
```

```text
stale
```
""".splitlines()


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path)


def test_examples_and_the_lines_that_show_their_output() -> None:
    found = list(examples(DOCUMENT))
    assert [(e.language, e.code.splitlines()[0]) for e in found] == [
        (Language.CONSOLE, "echo first; echo second"),
        (Language.CONSOLE, "true"),
        (Language.PYTHON, "def double(number):"),
        (Language.PYTHON, "print(double(21))"),
    ]
    assert [e.shown and DOCUMENT[e.shown] for e in found] == [["stale"], [], None, ["stale"]]
    assert [DOCUMENT[e.line - 1] for e in found][:2] == ["$ echo first; echo second", "$ true"]


def test_refresh_renews_outputs_and_nothing_else(session: Session) -> None:
    renewed = refresh(DOCUMENT, session)
    assert "\n".join(renewed) == "\n".join(DOCUMENT).replace("stale", "first\nsecond", 1).replace(
        "stale", "42"
    )


def test_refresh_twice_is_refresh_once(session: Session) -> None:
    once = refresh(DOCUMENT, session)
    assert refresh(once, session) == once


def test_the_command_is_this_whosays_with_the_folders_ledger(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAYS_LEDGER", "my-own.db")
    example = Example(Language.CONSOLE, "whosays claims", 0, None)
    assert session.run(example) == ["error: whosays.db: there is no ledger here; `whosays add` makes one"]


def test_an_error_in_python_is_not_swallowed(session: Session) -> None:
    with pytest.raises(ZeroDivisionError):
        session.run(Example(Language.PYTHON, "1 / 0", 0, None))
