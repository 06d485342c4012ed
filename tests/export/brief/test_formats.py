"""What stands in the files: every word of a report means itself, and references lead down and back."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pypdfium2
import pytest
from lxml import html as parser
from markdown_it import MarkdownIt

from tests.export.brief.ledgers import ledger
from tests.reconcile.incidents.articles import article, killed
from tests.reconcile.sentences import DAY, told
from whosays.export.brief import FORMATS, Document, Scope, brief, drawing, format_of
from whosays.model import Kind, Stance, UsageError

HOSTILE = (
    "<script>alert(1)</script>\"'><img src=x onerror=y> *b* _i_ [l](javascript:a) `c` $x$ {who} &lt;"
    " \x1b[31m\u202e \uffff 😀 $\\frac{"
)
ARABIC, CYRILLIC = "حلب", "Київ"
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "dl", "dt", "dd", "p", "b"),
    *("bdi", "sup", "a", "span", "figure", "img", "figcaption", "ol", "li", "q", "code"),
}


@pytest.fixture(scope="module")
def document(empty_file: Path) -> Document:
    """A brief of reports whose every name is hostile."""
    strike = f"<a>{HOSTILE}</a> <x>bombed</x> <t>{HOSTILE}</t> in <p>Marsa {HOSTILE}</p>."
    voice = f"Mayor {HOSTILE}"
    post = article(
        told(strike, Kind.AIRSTRIKE, by=voice, when=DAY),
        told(f"{HOSTILE} <x>killed</x> 9 in <p>Marsa</p>.", Kind.HARM, when=DAY, figures=killed(9)),
        told(f"{HOSTILE} will <x>bomb</x> <p>Sunport</p>.", Kind.AIRSTRIKE, Stance.PREDICTED, when=DAY),
        outlet=f"Post {HOSTILE}",
    )
    radio = article(
        told(f"<a>{CYRILLIC}</a> <x>bombed</x> <p>Marsa</p> {ARABIC}.", Kind.AIRSTRIKE, when=DAY),
        told("<a>Jets</a> <x>captured</x> <p>Marsa</p>.", Kind.CONTROL, when=DAY),
        outlet=f"Radio {ARABIC}",
    )
    with ledger(empty_file, post, radio) as opened:
        return brief(opened, Scope(DAY, DAY))


def test_the_hostile_brief_has_all_its_parts(document: Document) -> None:
    words = " ".join(sentence.words for sentence in document.sentences)
    assert "<script>" in words
    assert "\x1b" not in words
    assert "\u202e" not in words
    assert "{who}" in words  # what fills a template is no template
    assert len(document.notes) >= 4


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_a_file_is_the_same_when_it_is_written_again(document: Document, suffix: str) -> None:
    render = format_of(Path(f"brief{suffix}"))
    assert render(document) == render(document)


def test_html_has_no_tag_of_a_report_and_fetches_nothing(document: Document) -> None:
    page = parser.document_fromstring(format_of(Path("a.html"))(document))
    assert {element.tag for element in page.iter()} <= TAGS
    assert {element.get("onerror") for element in page.iter()} == {None}
    assert all(source.startswith("data:image/png") for source in page.xpath("//@src"))
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert HOSTILE[:25] in page.text_content()


def test_html_links_lead_down_and_back(document: Document) -> None:
    page = parser.document_fromstring(format_of(Path("a.html"))(document))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.xpath("//@href")} <= set(ids)
    numbers = {str(note.number) for note in document.notes}
    assert {id_.removeprefix("note-") for id_ in page.xpath("//li/@id")} == numbers
    assert {link.removeprefix("#ref-") for link in page.xpath("//a[@class='back']/@href")} == numbers


def test_markdown_has_no_markup_of_a_report(document: Document) -> None:
    made = MarkdownIt("commonmark").render(format_of(Path("a.md"))(document).decode())
    page = parser.document_fromstring(made)
    assert {element.tag for element in page.iter()} <= TAGS | {"ul", "strong"}
    assert all(link.startswith("#note-") for link in page.xpath("//@href"))
    assert {link.removeprefix("#") for link in page.xpath("//@href")} <= set(page.xpath("//a/@id"))
    for sentence in document.sentences:
        assert " ".join(sentence.words.split()) in " ".join(page.text_content().split())


def test_word_has_the_words_and_a_bookmark_for_every_link(document: Document) -> None:
    made = python_docx.Document(BytesIO(format_of(Path("a.docx"))(document)))
    text = "\n".join(paragraph.text for paragraph in made.paragraphs)
    for sentence in document.sentences:
        assert sentence.words in text
    xml = made.element.xml
    marks = set(re.findall(r'<w:bookmarkStart[^>]* w:name="(\w+)"', xml))
    assert set(re.findall(r'w:anchor="(\w+)"', xml)) <= marks
    assert {f"note_{note.number}" for note in document.notes} <= marks
    assert len(made.inline_shapes) == 1


def test_pdf_shows_every_script(document: Document) -> None:
    made = pypdfium2.PdfDocument(format_of(Path("a.pdf"))(document))
    text = "".join(page.get_textpage().get_text_range() for page in made)
    assert "<script>alert(1)</script>" in text
    assert CYRILLIC in text
    assert "\ufffe" not in text


def test_without_matplotlib_there_are_no_pictures(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "find_spec", lambda _: None)
    drawing.png.cache_clear()
    try:
        assert b"<figure>" not in format_of(Path("a.html"))(document)
    finally:
        drawing.png.cache_clear()


def test_a_missing_library_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whosays.export.brief.write.find_spec", lambda _: None)
    format_of(Path("a.md")), format_of(Path("a.html"))
    for name in ("a.pdf", "a.docx"):
        with pytest.raises(UsageError, match=rf"^{name}: to write this format, install whosays\[brief\]"):
            format_of(Path(name))


def test_another_ending_is_one_sentence() -> None:
    with pytest.raises(UsageError, match=r"^a\.odt: .* ends in \.md, \.html, \.docx, \.pdf$"):
        format_of(Path("a.odt"))
