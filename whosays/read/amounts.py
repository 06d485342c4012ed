"""Numbers in words and digits, with ranges and open ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from whosays.read import lexicon

WORDS = lexicon.load("figures")
AT_LEAST = tuple(WORDS["bounds"]["at_least"])
AT_MOST = tuple(WORDS["bounds"]["at_most"])
RANGE = re.compile(r"^(\d[\d,.]*)[-–](\d[\d,.]*)$")
SCALES = frozenset(w for w, value in WORDS["numbers"].items() if value == 100 or value >= 1000) | {"dozen"}
TENS = frozenset(word for word, value in WORDS["numbers"].items() if 20 <= value <= 90)
BEFORE = 4
"""Tokens before a number that can open one of its ends ("no fewer than")."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from `low` to `high` (None is open) and the tokens that say it, both included."""

    low: float | None
    high: float | None
    first: Token
    last: Token

    def times(self, factor: float, decimals: int) -> Amount:
        """The same in another unit, rounded."""
        low, high = (None if v is None else round(v * factor, decimals) for v in (self.low, self.high))
        return Amount(low, high, self.first, self.last)


def amount(token: Token) -> Amount | None:
    """The amount that a number token stands in; None if the word is no number."""
    word = token.lower_.replace("\u00a0", "")
    if word in WORDS["vague"]:
        head = _multiplied(token)
        return _vague(head, float(WORDS["vague"][head.lower_]))
    if found := RANGE.match(word):
        return Amount(_digits(found[1]), _digits(found[2]), token, token)
    return _exact(token)


def _multiplied(token: Token) -> Token:
    """The "hundreds" of "hundreds of thousands", from either of them."""
    before = _at(token, -2)
    return before if before is not None and _of_scale(before) == token else token


def _of_scale(token: Token) -> Token | None:
    """The "thousands" of "hundreds of thousands"."""
    link, scale = _at(token, 1), _at(token, 2)
    if token.lower_ not in WORDS["vague"] or link is None or link.lower_ != "of" or scale is None:
        return None
    singular = scale.lower_.removesuffix("s")
    return scale if singular != scale.lower_ and singular in WORDS["numbers"] else None


def _vague(token: Token, low: float) -> Amount:
    """ "dozens" has no upper end; "several hundred" and "hundreds of thousands" multiply."""
    scale = _of_scale(token) or _at(token, 1)
    factor = WORDS["numbers"].get(scale.lower_.removesuffix("s"), 0) if scale is not None else 0
    if scale is not None and factor >= 12:
        return Amount(low * factor, None, token, scale)
    return Amount(low, None, token, token)


def _exact(token: Token) -> Amount | None:
    first, last, value = _run(token)
    if value is None:
        return None
    if (lower := _at(first, -2)) is not None and _upper(lower, lower) == (value, first):
        return _exact(lower)
    upper = _upper(first, last)
    if upper is not None:
        return Amount(value, upper[0], first, upper[1])
    if _or_more(last):
        return Amount(value, None, first, last)
    return _bounded(value, first, last)


def _bounded(value: float, first: Token, last: Token) -> Amount:
    """The longest phrase before it decides: "no fewer than" is not "fewer than"."""
    before = first.doc[max(first.sent.start, first.i - BEFORE) : first.i].text.lower()
    phrase = max((p for p in (*AT_LEAST, *AT_MOST) if before.endswith(p)), key=len, default=None)
    return Amount(None if phrase in AT_MOST else value, None if phrase in AT_LEAST else value, first, last)


def _run(token: Token) -> tuple[Token, Token, float | None]:
    """The unbroken run of number words around a token, and its value: "two hundred and fifty"."""
    start, end = token, token
    while (before := _next_part(start, -1)) is not None:
        start = before
    while (after := _next_part(end, 1)) is not None:
        end = after
    values = [v for t in token.doc[start.i : end.i + 1] if (v := _value(t)) is not None]
    return start, end, _compose(values)


def _next_part(token: Token, step: int) -> Token | None:
    """The number word beside `token`, also across the hyphen or "and" within one number."""
    beside, beyond = _at(token, step), _at(token, 2 * step)
    if beside is None:
        return None
    if _value(beside) is not None:
        first, last = (token, beside) if step > 0 else (beside, token)
        return beside if _multiplies(last) or not (_is_digits(first) or _is_digits(last)) else None
    if beyond is None:
        return None
    first, last = (token, beyond) if step > 0 else (beyond, token)
    return beyond if _is_one_number(first, beside, last) else None


def _is_digits(token: Token) -> bool:
    return token.text[:1].isdigit()


def _multiplies(token: Token) -> bool:
    """ "1.5 million", but neither "2013 sixty" nor "2013 62"."""
    return token.lower_ in SCALES


def _at(token: Token, step: int) -> Token | None:
    """The token that many steps away in the same sentence."""
    i = token.i + step
    return token.doc[i] if token.sent.start <= i < token.sent.end else None


def _is_one_number(first: Token, link: Token, last: Token) -> bool:
    """ "twenty-one", "two hundred and fifty", but not "two and three" or "12-15"."""
    value = _value(last)
    if value is None:
        return False
    if link.text == "-":
        return first.lower_ in TENS and 0 < value < 10
    return link.lower_ == "and" and first.lower_ in ("hundred", "thousand") and value < 100


def _compose(values: list[float]) -> float | None:
    """Tens and units add up, hundreds and thousands multiply what stands before them."""
    total, current = 0.0, 0.0
    for value in values:
        if value >= 1000 and current:
            total, current = total + current * value, 0.0
        elif value in (12.0, 100.0) and 0 < current < value:
            current *= value
        else:
            current += value
    return total + current if values else None


def _value(token: Token) -> float | None:
    word = token.lower_
    if word in WORDS["numbers"]:
        return float(WORDS["numbers"][word])
    if "-" in word and all(part in WORDS["numbers"] for part in word.split("-")):
        return float(sum(WORDS["numbers"][part] for part in word.split("-")))
    return _digits(word)


def _digits(word: str) -> float | None:
    plain = word.replace(",", "")
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) and len(plain) < 13 else None


def _upper(first: Token, last: Token) -> tuple[float, Token] | None:
    """The upper end of "12 to 15", "between 12 and 15", "12-15" split into tokens."""
    if last.i + 2 < last.sent.end and _leads_on(last.nbor(), first):
        value = _value(last.nbor(2))
        own = _value(last)
        if value is not None and own is not None and value > own:
            return value, last.nbor(2)
    return None


def _leads_on(link: Token, first: Token) -> bool:
    between = first.i > first.sent.start and first.nbor(-1).lower_ == "between"
    return link.lower_ in ("to", "-", "–") or (between and link.lower_ == "and")


def _or_more(last: Token) -> bool:
    return last.doc[last.i + 1 : last.i + 3].text.lower() == "or more"
