"""Who says something, as a sentence names him: known names as they are, words of reports as quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whosays.export.brief.wording import MOST, listed, number, plain, quoted, say, table
from whosays.ground.parties import Registry
from whosays.model import Kind, Origin, OriginSort, Told, Voice, VoiceSort
from whosays.reconcile.accounts.vocabulary import VOCABULARY
from whosays.reconcile.naming import LONGEST, identity, known_outlet

NAMELESS = (
    VoiceSort.UNNAMED_OFFICIAL,
    VoiceSort.RESIDENT,
    VoiceSort.FOOTAGE,
    VoiceSort.DOCUMENT,
    VoiceSort.UNKNOWN,
)
"""Sorts of voices that a sentence tells in the report's own words, unless a name stands in them."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, and the origin that it rests on."""

    told: Told
    origin: Origin

    @property
    def claim(self) -> str:
        """The claim's id."""
        return self.told.claim.id


@dataclass(frozen=True, slots=True)
class Speaker:
    """One voice, however many outlets carry it: its name in a sentence, and the claims that are on its word.

    `bare` is the name without the outlets that quote it, "" where the outlets speak for themselves.
    """

    name: str
    bare: str
    several: bool
    origin: str
    claims: tuple[str, ...]


def speakers(said: Iterable[Said]) -> list[Speaker]:
    """Who says it: those who are known first, in the order of the days on which they were printed."""
    groups: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for each in said:
        groups[each.origin.key, _own_words(each)].append(each)
    return [_speaker(group) for group in sorted(_merged(groups), key=_turn)]


def _turn(group: Sequence[Said]) -> tuple[bool, date, str, str]:
    first = min(each.told.report.day or date.max for each in group)
    return group[0].origin.sort is OriginSort.UNKNOWN, first, group[0].origin.name, _own_words(group[0])


def _merged(groups: Mapping[tuple[str, str], list[Said]]) -> list[list[Said]]:
    """A known voice once, where it speaks for itself and cites others, too: its own words first."""
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for (origin, words), group in sorted(groups.items(), key=lambda item: bool(item[0][1])):
        cites = bool(words) and _cites(group[0])
        found[origin, "" if cites and (origin, "") in found else words] += group
    return list(found.values())


def _cites(said: Said) -> bool:
    """Whether a known voice passes on what somebody without a name says."""
    voice = innermost(said.told)
    return said.origin.sort is OriginSort.VOICE and (voice is None or voice.party != said.origin.key)


def who(speaking: Sequence[Speaker]) -> str:
    """Their names, as in "A, B and three others"; those who are unknown are counted together."""
    unknown = [speaker for speaker in speaking if speaker.name == say("voices", "unknown")]
    if len(unknown) < 2:
        return listed((speaker.name for speaker in speaking), most=MOST)
    together = say("voices", "unknown_several", count=number(len(unknown)))
    return listed([*(speaker.name for speaker in speaking if speaker not in unknown), together], most=MOST)


def verb(key: str, speaking: Sequence[Speaker]) -> str:
    """The form of a verb that agrees with them."""
    several = len(speaking) > 1 or speaking[0].several
    return str(table("verbs")[key][several])


def claims_of(speaking: Iterable[Speaker]) -> tuple[str, ...]:
    """All the claims on their word."""
    return tuple(dict.fromkeys(claim for speaker in speaking for claim in speaker.claims))


def innermost(told: Told) -> Voice | None:
    """Who speaks last in the chain: of an accusation the accuser."""
    claim = told.claim
    accuses = claim.kind is Kind.ACCUSATION and not VOCABULARY.accuses("holding", claim.trigger.quote)
    if accuses and claim.actor:
        accuser = claim.actor[0]
        return Voice(accuser.name, accuser.span, VoiceSort.UNKNOWN, accuser.party)
    return claim.voices[-1] if claim.voices else None


def _own_words(said: Said) -> str:
    """The report's words for a voice that has no name of its own, "" for one that has."""
    voice = innermost(said.told)
    if voice is None or not plain(voice.name):
        return ""
    named = voice.party == said.origin.key or identity(voice.name, voice.sort)
    nameless = voice.sort in NAMELESS and not identity(voice.name, voice.sort)
    is_named = named and not nameless and said.origin.sort is OriginSort.VOICE
    return "" if is_named else plain(voice.name)


def _speaker(group: Sequence[Said]) -> Speaker:
    origin, words = group[0].origin, _own_words(group[0])
    claims = tuple(dict.fromkeys(each.claim for each in group))
    if words:
        name, bare, several = _described(group, words)
        return Speaker(name, bare, several, origin.key, claims)
    if origin.sort is OriginSort.VOICE:
        name = with_article(_full(origin))
        return Speaker(name, name, name.casefold().split()[-1] in table("voices")["many"], origin.key, claims)
    name, several = _printed(group)
    return Speaker(name, "", several, origin.key, claims)


def _full(origin: Origin) -> str:
    """The name of an origin, uncut where the registry has it."""
    known = Registry.default().get(origin.party) if origin.party else None
    return known.names[0] if known else origin.name


def _printed(group: Sequence[Said]) -> tuple[str, bool]:
    """The outlets that say it in their own voice, and whether they are several."""
    origin, outlets = group[0].origin, outlets_of(group)
    if origin.sort is OriginSort.UNKNOWN:
        return say("voices", "unknown"), False
    if len(outlets) > 1:
        return say("voices", "one_text", outlets=listed(outlets, most=MOST)), True
    return with_article(origin.name), False


def _described(group: Sequence[Said], words: str) -> tuple[str, str, bool]:
    """A voice in the report's words: with who quotes it, without, and whether it is of several."""
    origin, voice = group[0].origin, innermost(group[0].told)
    described = _descriptor(words, named=voice is not None and voice.sort not in NAMELESS)
    outlets = outlets_of(group)
    if _cites(group[0]):
        name = say("voices", "citing", name=with_article(_full(origin)), voice=described)
        return name, name, False
    if not outlets:
        return say("voices", "quoted_unknown", voice=described), described, _are_many(words)
    return (
        say("voices", "quoted", voice=described, outlets=listed(outlets, most=MOST)),
        described,
        _are_many(words),
    )


def outlets_of(group: Iterable[Said]) -> list[str]:
    """The outlets that carry it, each once, without those that are not known."""
    names = (known_outlet(each.told.report.publisher) for each in group)
    return [with_article(name) for name in sorted({plain(name) for name in names if name})]


def _descriptor(words: str, *, named: bool) -> str:
    voice = quoted(words, LONGEST)
    if _are_many(words):
        return voice
    if named and words[:1].isupper():
        return say("voices", "def", voice=voice)
    vowel = words[:1].casefold() in table("voices")["vowels"]
    article = say("voices", "article_before_vowel" if vowel else "article")
    return say("voices", "single", article=article, voice=voice)


def _are_many(words: str) -> bool:
    every = words.casefold().split()
    end = next((n for n, word in enumerate(every) if n and word in table("voices")["behind"]), len(every))
    last = every[end - 1]
    if last in table("voices")["one"]:
        return False
    return last in table("voices")["many"] or (last.endswith("s") and not last.endswith("ss"))


def with_article(name: str) -> str:
    """A known name in a sentence: "the Northern Front", but "Hala Mardini"."""
    line = plain(name)
    words = line.casefold().split()
    takes = set(words) & set(table("voices")["with_the"]) and words[0] != "the" and len(words) > 1
    return say("voices", "the", name=line) if takes else line
