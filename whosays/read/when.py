"""Which of the times that a sentence names is when a claim happened."""

from __future__ import annotations

from spacy.tokens import Token

from whosays.model import Interval, Kind, TimeMention, TimePrecision
from whosays.read import grammar, lexicon
from whosays.read.document import Document
from whosays.read.parts import Dated, Trigger

CUES = lexicon.load("cues")["verbs"]
SPEECH = frozenset(CUES["say"]) | frozenset(CUES["deny"])
TOP = 120
"""Characters from the start of a text within which datelines stand."""

APART = 12
"""What hanging on the predicate is worth, in tokens of distance."""


def date_of(doc: Document, trigger: Trigger) -> Dated | None:
    """The days of a claim; None if its sentence gives none."""
    dating = _dating(doc, trigger)
    return dated(doc, trigger, dating[0]) if dating is not None else None


def dated(doc: Document, trigger: Trigger, time: Token) -> Dated | None:
    """The days that the calendar time at a token gives a claim; None if it is none of the calendar."""
    mention = doc.time_at[time.i]
    if _is_elsewhere(trigger, time):
        return None
    interval = _until_now(doc, trigger, time, mention) or _range(doc, mention) or mention.interval
    return Dated(interval, mention.span) if interval is not None else None


def window_of(doc: Document, trigger: Trigger) -> str | None:
    """The report's words for the days of a claim: "Friday", "since Wednesday"."""
    dating = _dating(doc, trigger)
    if dating is None:
        return None
    token, mention = dating
    return f"since {mention.span.quote}" if _is_open(trigger, token) else mention.span.quote


def _dating(doc: Document, trigger: Trigger) -> tuple[Token, TimeMention] | None:
    """The nearest calendar time of the sentence that does not date the saying."""
    near = [(token, m) for token, m in _mentions(doc, trigger) if _may_date(trigger, token)]
    return min(near, key=lambda n: (_cost(trigger, n[0]), n[1].span.start), default=None)


def _until_now(doc: Document, trigger: Trigger, time: Token, mention: TimeMention) -> Interval | None:
    """ "since Wednesday", "since the siege began in May": from then to the day of publication."""
    start = mention.interval.earliest if mention.interval else None
    if not _is_open(trigger, time) or start is None or doc.published is None or start > doc.published:
        return None
    return Interval(start, doc.published, TimePrecision.DAYS)


def _is_open(trigger: Trigger, time: Token) -> bool:
    """Whether a time is the start of a spell that the trigger stands outside of."""
    above = (t for t in grammar.ancestors(time) if t.i != trigger.head.i)
    return any(_is_since(t) for t in above if not t.is_ancestor(trigger.head))


def _is_since(token: Token) -> bool:
    return token.lower_ == "since" or any(c.lower_ == "since" and c.dep_ == "mark" for c in token.children)


def _range(doc: Document, mention: TimeMention) -> Interval | None:
    """Two times with only "to", "and" or a dash between them: "from Monday to Thursday"."""
    index = doc.times.index(mention)
    following = doc.times[index + 1] if index + 1 < len(doc.times) else None
    if following is None or mention.interval is None or following.interval is None:
        return None
    between = doc.text[mention.span.end : following.span.start]
    first, last = mention.interval.earliest, following.interval.latest
    if (
        between.strip().lower() not in ("to", "and", "-", "–", "until")
        or not first
        or not last
        or first > last
    ):
        return None
    return Interval(first, last, TimePrecision.DAYS)


def _is_elsewhere(trigger: Trigger, time: Token) -> bool:
    """Whether a time dates only what a relative clause adds: "reopen the road that was cut on Thursday"."""
    within = (t for t in grammar.ancestors(time) if t.dep_ == "relcl")
    return any(t.i != trigger.head.i and not t.is_ancestor(trigger.head) for t in within)


def _may_date(trigger: Trigger, time: Token) -> bool:
    """Standing states ("rebel-held", "backed by") are dated only by what hangs on them."""
    return not is_state(trigger) or any(t.i == trigger.head.i for t in grammar.ancestors(time))


def is_state(trigger: Trigger) -> bool:
    """Whether a claim tells how things stand rather than what happened."""
    if trigger.kind is Kind.BACKING:
        return True
    return trigger.kind is Kind.CONTROL and (
        trigger.head.dep_ in ("acl", "amod", "relcl") or trigger.head.lemma_.lower() in STANDING
    )


STANDING = lexicon.words(lexicon.load("events"), "standing", "verbs")


def _mentions(doc: Document, trigger: Trigger) -> list[tuple[Token, TimeMention]]:
    pairs = [(t, doc.time_at[t.i]) for t in trigger.head.sent if t.i in doc.time_at]
    heads = {m.span.start: (t, m) for t, m in reversed(pairs) if m.interval is not None}
    usable = [(t, m) for t, m in heads.values() if not is_dateline(doc, m)]
    return [(t, m) for t, m in usable if not _dates_saying(t, doc, m) or _is(trigger, t, doc, m)]


def is_dateline(doc: Document, mention: TimeMention) -> bool:
    """Whether a time at the top of the text is the day of publication and no more."""
    interval = mention.interval
    on_the_day = interval is not None and interval.earliest == interval.latest == doc.published
    return on_the_day and mention.span.start < TOP and any(c.isdigit() for c in mention.span.quote)


def _governor(token: Token, doc: Document, mention: TimeMention) -> Token:
    """The verb or noun that a time hangs on."""
    outer = (doc.head(mention.span) or token).head
    return outer.head if outer.dep_ == "prep" else outer


def _dates_saying(token: Token, doc: Document, mention: TimeMention) -> bool:
    """ "said on Friday" dates the saying, never the event."""
    governor = _governor(token, doc, mention)
    return governor.pos_ == "VERB" and governor.lemma_.lower() in SPEECH


def _is(trigger: Trigger, token: Token, doc: Document, mention: TimeMention) -> bool:
    return _governor(token, doc, mention).i == trigger.head.i


def _cost(trigger: Trigger, time: Token) -> int:
    attached = any(t.i == trigger.head.i for t in grammar.ancestors(time))
    return abs(time.i - trigger.head.i) + (0 if attached else APART)
