"""Which language a text is in."""

from __future__ import annotations

ENOUGH = 20
"""Characters below which a guess is worth little: nine letters of German pass for Afrikaans."""

SAMPLE = 5000
"""Characters looked at; more do not change the answer."""

NEAR_ENGLISH = {"pcm": "en", "sco": "en", "jam": "en"}
"""Pidgin, Scots and Patois: what the model takes English reports full of names for; near enough to read."""


def language(text: str) -> str | None:
    """The ISO 639 code of the text's main language, None when the text is too short to tell."""
    sample = text[:SAMPLE].strip()
    if len(sample) < ENOUGH or not any(map(str.isalpha, sample)):
        return None
    import py3langid  # its model takes half a second to load: not before it is needed

    code, _ = py3langid.classify(sample.lower())
    return NEAR_ENGLISH.get(code, str(code))
