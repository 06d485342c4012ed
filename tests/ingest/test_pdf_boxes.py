"""Spans of a PDF's text on its pages."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.pdfs import flash_update, lines, page
from tests.ingest.reading import only_report
from whosays.ingest.pdf import Box, boxes
from whosays.model import InputError, Span

UPDATE = flash_update()
TEXT = only_report(UPDATE).text


def of(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span.of(text, start, start + len(quote))


def printed_in(data: bytes, box: Box) -> str:
    """What PDFium itself finds in the box."""
    document = pdfium.PdfDocument(data)
    text = document[box.page - 1].get_textpage()
    found = text.get_text_bounded(box.left, box.height - box.bottom, box.right, box.height - box.top)
    document.close()
    return str(found)


def test_a_span_over_two_lines_has_a_box_on_each() -> None:
    found = boxes(UPDATE, of(TEXT, "3,400 families have left the town for villages further north"))
    assert [printed_in(UPDATE, box).strip() for box in found] == [
        "3,400 families",
        "have left the town for villages further north",
    ]
    assert {box.page for box in found} == {1}
    assert found[0].bottom <= found[1].top + 1


def test_a_span_on_a_later_page_says_so() -> None:
    (box,) = boxes(UPDATE, of(TEXT, "Red Crescent"))
    assert box.page > 1
    assert printed_in(UPDATE, box).strip() == "Red Crescent"


def test_boxes_are_where_the_words_are_drawn() -> None:
    data = page(lines("Shells fell on Marwa.", left=100, top=700), size=(600, 800))
    (box,) = boxes(data, Span(0, 6, "Shells"))
    assert (box.page, box.width, box.height) == (1, 600, 800)
    assert box.left == pytest.approx(100, abs=0.5)
    assert box.top < 100 < box.bottom


@pytest.mark.parametrize("degrees", [90, 270])
def test_words_that_stand_on_their_side_have_one_box(degrees: int) -> None:
    def draw(canvas: Canvas, _: int) -> None:
        canvas.translate(300, 400)
        canvas.rotate(degrees)
        lines("Shells fell on Marwa.", left=0, top=0)(canvas, 0)

    (box,) = boxes(page(draw), Span(0, 11, "Shells fell"))
    assert box.bottom - box.top > 3 * (box.right - box.left)


def test_a_page_that_is_shown_turned_has_its_boxes_as_it_is_shown() -> None:
    def draw(canvas: Canvas, _: int) -> None:
        canvas.setPageRotation(90)
        canvas.translate(300, 400)
        canvas.rotate(90)
        lines("Shells fell on Marwa.", left=0, top=0)(canvas, 0)

    (box,) = boxes(page(draw, size=(600, 800)), Span(0, 11, "Shells fell"))
    assert (box.width, box.height) == (600, 800)
    assert box.left == pytest.approx(400, abs=1)
    assert box.bottom == pytest.approx(300, abs=5)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, len(TEXT) - 2), st.integers(1, 300))
def test_every_span_lies_on_its_pages(start: int, length: int) -> None:
    span = Span.of(TEXT, start, min(start + length, len(TEXT)))
    found = boxes(UPDATE, span)
    assert found or not span.quote.strip()  # a space of its own may have ink's room, or none
    for box in found:
        assert 0 <= box.left < box.right <= box.width
        assert 0 <= box.top < box.bottom <= box.height


def test_a_span_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="does not read 'Shells rose' from 0 on"):
        boxes(page(lines("Shells fell.")), Span(0, 11, "Shells rose"))
    with pytest.raises(InputError):
        boxes(b"no PDF", Span(0, 1, "S"))
