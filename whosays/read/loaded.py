"""Words with which somebody judges or takes a side: which they are, and whose.

They are listed for the reader's eye and never used to score truth, neither of a claim nor of a report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from whosays.model import Attribution, Loaded, LoadedSort, Span
from whosays.read.document import Document
from whosays.read.quotes import quotations
from whosays.read.scare import is_scare, short_quotations
from whosays.read.senses import senses_at
from whosays.read.statements import Statements
from whosays.read.wording import Wording


def loaded_words(doc: Document, attributions: Sequence[Attribution]) -> tuple[Loaded, ...]:
    """The loaded words of a document, in order, each with the index of the attribution whose words they are.

    A word is its speaker's where it stands in what he says; else it is the report's own. Words in a
    quotation that no attribution holds are left out: whose they are is not known.
    """
    wording, statements = Wording.of(doc), Statements.of(attributions)
    short = list(short_quotations(doc.text))
    quoted = sorted([*short, *quotations(doc.text)])
    scare = [s for s in short if not statements.holding(s) and is_scare(wording, s)]
    found = [Loaded(span, LoadedSort.SCARE_QUOTES) for span in scare]
    for word in _by_lexicon(doc, wording):
        said_by = statements.said_by(word.span)
        if said_by is not None or not _lies_in(word.span, quoted):
            found.append(Loaded(word.span, word.sort, said_by, word.note))
    return tuple(sorted(found, key=lambda word: word.span))


def _by_lexicon(doc: Document, wording: Wording) -> Iterator[Loaded]:
    """The words that judge by the lexicon; none overlap."""
    first = 0
    while first < len(wording.lower):
        last = first
        for end, sense in senses_at(wording, first):
            if (sense.in_names or not _is_in_name(doc, wording, first, end)) and sense.judges(
                wording, first, end
            ):
                yield Loaded(wording.span(first, end), sense.sort, None, sense.note)
                last = end
                break
        first = last + 1


def _is_in_name(doc: Document, wording: Wording, first: int, last: int) -> bool:
    """ "Martyrs' Square": capitals side by side, where not everything has a capital."""
    if not wording.is_in_name(first, last):
        return False
    return not any(line.touches(wording.span(first, last)) for line in doc.headings)


def _lies_in(span: Span, quoted: Sequence[Span]) -> bool:
    near = bisect_right(quoted, span.start, key=lambda q: q.start)
    return any(q.covers(span) for q in quoted[max(0, near - 2) : near])
