"""Pieces of HTML to paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.ingest.fragment import plain


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>One <b>two</b>\n three</p><p>Four</p>", ["One two three", "Four"]),
        ("One<br>two<br><br>three", ["One\ntwo", "three"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        (
            "<table><tr><td>Hassan</td><td>900</td></tr><tr><td>Tel Sira</td></tr></table>",
            ["Hassan\t900", "Tel Sira"],
        ),
        (
            "<ul><li>Two died</li><li>Four <a href='/x'>were hurt</a></li></ul>",
            ["Two died", "Four were hurt"],
        ),
        ("R&amp;D &lt;b&gt; &nbsp;&eacute;", ["R&D <b> é"]),
        ("<p>a</p><script>x</script>tail<style>y</style>", ["a", "tail"]),
        ("a<!-- <p>b</p> -->c", ["ac"]),
        ("<figure><img><figcaption>cap</figcaption></figure>x", ["x"]),
        ("<p style='display: none'>hidden</p>x", ["x"]),
        ("x<ul><li><a>One</a></li><li> <a>Two</a> </li></ul>", ["x"]),
        ("<p>x</p><p>Read more: all of it</p><p>Share</p>", ["x"]),
        ("<p>Share of the front line</p>", ["Share of the front line"]),
        ("<p>&#0;&#xD800;a\x00b</p>", ["\ufffd\ufffda\ufffdb"]),
        ("", []),
        ("<p> </p>", []),
        ("<!---->", []),
    ],
)
def test_paragraphs(markup: str, paragraphs: list[str]) -> None:
    assert plain(markup) == paragraphs


@pytest.mark.parametrize("deep", ["<div>", "<table><tr><td>", "<b>", "<ul><li>"])
def test_deep_nesting_is_no_way_to_crash(deep: str) -> None:
    plain(deep * 20_000 + "<p>Shells fell.</p>")


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<ul><li>", "<a>", "<br>", "<td>", "<![CDATA[", "<!--", "&#xD800;", "<?x ", "\0"]
    )
    | st.text(max_size=20),
    max_size=15,
)


@settings(deadline=None)
@given(MARKUP)
def test_any_markup_gives_paragraphs_that_can_be_written(parts: list[str]) -> None:
    for paragraph in plain("".join(parts)):
        assert paragraph == paragraph.strip() != ""
        paragraph.encode("utf-8")
