"""The paragraphs on one incident: what it was, who did it, what was hit, how many suffered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whosays.export.brief import doers, reported, tolls
from whosays.export.brief.document import Paragraph, Sentence
from whosays.export.brief.happening import Clause, Happening
from whosays.export.brief.wording import say, sentence, table
from whosays.model import Agreement, Comparison, Slot


def paragraphs(happening: Happening) -> Iterator[Paragraph]:
    """What it was, with what is agreed; who did it to whom; and how many suffered."""
    what = _label(str(table("incidents")["label_what"]), happening.comparison(Slot.KIND))
    yield from _paragraph(what, [*reported.what(happening), *reported.agreed(happening)])
    yield from _paragraph(_doers_label(happening), doers.doers(happening))
    yield from _paragraph(table("incidents")["label_targets"], doers.targets(happening))
    for measure, found in tolls.clauses_of(happening.incident):
        compared = happening.comparison(Slot(measure.value))
        yield from _paragraph(_label(str(table("slots")[measure.value]), compared), found)


def _paragraph(label: str, found: Iterable[Clause]) -> Iterator[Paragraph]:
    sentences = tuple(Sentence(sentence(words), tuple(dict.fromkeys(claims))) for words, claims in found)
    if sentences:
        yield Paragraph(sentences, label[:1].upper() + label[1:])


def _label(label: str, compared: Comparison | None) -> str:
    """The label, which says so where somebody denies what another says."""
    contested = compared is not None and compared.agreement is Agreement.CONTESTED
    return say("incidents", "contested", label=label) if contested else label


def _doers_label(happening: Happening) -> str:
    sides = happening.has_sides
    label = str(table("slots")["sides"] if sides else table("incidents")["label_doers"])
    return _label(label, None if sides else happening.comparison(Slot.ACTOR))
