"""The table of formats: each has a module that writes it, and says what it writes."""

from __future__ import annotations

from importlib import import_module

import pytest

from whosays.export.formats import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_has_a_module_that_says_what_it_is_and_writes_it(name: str) -> None:
    module = import_module(f"whosays.export.{name}")
    assert callable(module.write)
    assert module.__doc__
    assert FORMATS[name].name == name
    assert FORMATS[name].suffix.startswith(".")
