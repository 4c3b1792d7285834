"""What words ask for besides or leave out: `with its agencies`, `not counting kinds`, `agencies included`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cypher.asking.names import Fit, Mention
from cypher.asking.stems import stem
from cypher.asking.words import Word, split_words
from cypher.saved import NO, YES, Parameter, ParameterType

BEFORE = {
    "with": YES, "including": YES, "plus": YES, "counting": YES, "without": NO, "excluding": NO, "except": NO,
    "but not": NO, "not counting": NO, "not including": NO, "leaving out": NO,
}  # fmt: skip
"""Phrases before what is asked for or left out."""
BEHIND = {
    "included": YES, "counted in": YES, "excluded": NO, "not included": NO, "not counted": NO, "not counted in": NO,
    "left out": NO,
}  # fmt: skip
LONGEST = 3
SMALL = frozenset(("its", "their", "the", "any", "all", "also", "his", "her", "and", "or", "of", "are", "is"))
"""Words that may stand between."""
Said: TypeAlias = tuple[str, set[int]]
"""Yes or no, and the places of the words that said it."""


@dataclass(frozen=True)
class Phrase:
    """A phrase of a question from `start` to before `end`, what it says, and whether of what stands behind it."""

    start: int
    end: int
    value: str
    of_what_follows: bool


def find_phrases(plain: Sequence[str]) -> tuple[Phrase, ...]:
    """The phrases among some words, the longest where several begin or end at one place."""
    found: list[Phrase] = []
    at = 0
    while at < len(plain):
        here = next((p for size in range(LONGEST, 0, -1) if (p := _phrase_at(plain, at, size))), None)
        found += [here] if here else []
        at = here.end if here else at + 1
    return tuple(found)


def _phrase_at(plain: Sequence[str], at: int, size: int) -> Phrase | None:
    words = " ".join(plain[at : at + size])
    for phrases, of_what_follows in ((BEFORE, True), (BEHIND, False)):
        if words in phrases and at + size <= len(plain):
            return Phrase(at, at + size, phrases[words], of_what_follows)
    return None


def read_switch(
    parameter: Parameter, all_: Iterable[Parameter], phrases: Iterable[Phrase], items: Sequence[object]
) -> Said | None:
    """Whether a question asks for what the parameter adds: words of its name or meaning beside a phrase.

    `all_`: the parameters of the query, of which one phrase may switch several.
    """
    mine: set[str] | None = None
    for phrase in phrases:
        if mine is None:
            mine = _words_of(parameter)
            others = {w for p in all_ if p.type is ParameterType.YES_NO for w in _words_of(p)}
        used = _named_beside(items, phrase, mine, others)
        if used:
            return phrase.value, {*range(phrase.start, phrase.end), *range(min(used), max(used) + 1)}
    return None


def _words_of(parameter: Parameter) -> set[str]:
    return {stem(parameter.name), *(w.stem for w in split_words(parameter.meaning) if not w.is_grammar)}


def _named_beside(items: Sequence[object], phrase: Phrase, mine: set[str], others: set[str]) -> set[int]:
    """The places of the parameter's own words beside a phrase, past small words and those of other switches."""
    used: set[int] = set()
    at, step = (phrase.end, 1) if phrase.of_what_follows else (phrase.start - 1, -1)
    while 0 <= at < len(items) and (word := _as_word(items[at])) is not None:
        if word.stem in mine:
            used.add(at)
        elif word.plain not in SMALL and word.stem not in others:
            break
        at += step
    return used


def _as_word(item: object) -> Word | None:
    """A word, also one that might stand for a longer name."""
    if isinstance(item, Mention) and item.fit is not Fit.WHOLE and len(item.words) == 1:
        return item.words[0]
    return item if isinstance(item, Word) else None
