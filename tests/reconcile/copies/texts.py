"""Invented reports, and strategies that make more."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from whosays.model import Report

SHELLING = (
    "Shells fired from the hills above Karsana struck the grain market at noon, killing nine porters and a "
    "customs clerk, the district hospital said. Witnesses described a queue of lorries burning along the "
    "canal road while neighbours carried the wounded on doors and ladders."
)
BRIDGE = (
    "Engineers of the river authority had reopened the pontoon bridge only last week, after two months in "
    "which flour and insulin reached the eastern quarters by rowing boat."
)
DENIAL = (
    "A spokeswoman for the northern brigade, Ilda Maren, denied that her gunners had aimed at the market and "
    "promised an inquiry headed by a retired judge from Tolvey."
)
VISIT = (
    "The trade minister toured orchards near the coast on Tuesday and spoke with growers about the price of "
    "cold storage, irrigation pumps and the coming lemon harvest."
)
FORMULA = (
    "The Syrian Observatory for Human Rights said that more than 300,000 people have been killed since the "
    "conflict began in March 2011."
)


def report(
    text: str, publisher: str | None = None, day: int | None = None, title: str | None = None
) -> Report:
    return Report(text=text, publisher=publisher, published=date(2031, 5, day) if day else None, title=title)


_SENTENCES = (
    SHELLING,
    BRIDGE,
    DENIAL,
    VISIT,
    FORMULA,
    "Click here to subscribe to our newsletter.",
    "(Reuters)",
    "Source: SANA",
    "Nobody answered the telephone at the ministry.",
)
_NOISE = st.text("abcdé ’'.,-\n\U0001f525ßاب", max_size=25)

texts = st.lists(st.sampled_from(_SENTENCES) | _NOISE, max_size=8).map(" ".join)
"""Texts that often have passages in common, with hostile letters between them."""

reports = st.builds(
    report,
    texts,
    st.sampled_from(["Harbour Post", "Tolvey Star", "Reuters", None]),
    st.none() | st.integers(1, 28),
)
