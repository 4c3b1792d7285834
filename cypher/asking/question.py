"""A question taken apart: its words, what it names and the dates that it tells, in order."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from cypher.asking.dates import Told, find_dates
from cypher.asking.names import Mention, Names
from cypher.asking.words import LONGEST, Word, split_words
from ledger.dates import format_date

LEAST_FOR_A_SLIP = 5
"""Letters of a word that may have a slip."""
MOST_SLIPS = 8
"""Words that nothing has and for which the nearest is looked for."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Date:
    """A date in a question, with its words; `plainly`: the same as it would be written out, without the usual year."""

    told: Told
    words: tuple[Word, ...]
    plainly: tuple[Word, ...]


Item: TypeAlias = Word | Mention | Date
Part: TypeAlias = tuple[Word, ...] | Date


@dataclass(frozen=True)
class Question:
    """What was asked; `items` in order. `corrected`: words that were read as others, since nothing is called so."""

    text: str
    items: tuple[Item, ...]
    corrected: tuple[tuple[str, str], ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """What is named."""
        return tuple(i for i in self.items if isinstance(i, Mention))

    @property
    def dates(self) -> tuple[Date, ...]:
        """The dates that are told."""
        return tuple(i for i in self.items if isinstance(i, Date))


def take_apart(text: str, names: Names, vocabulary: frozenset[str], usual_year: str | None) -> tuple[Question, ...]:
    """The ways in which a text can be taken apart: with deals that it may name as wholes or without, and with years
    alone as dates or as words of names.

    Of a longer text the first 500 characters are read. `vocabulary`: senses that saved queries know.
    """
    kept = " ".join(CONTROL.sub(" ", text[:LONGEST]).split())
    corrected: dict[str, str] = {}
    ways: list[tuple[Item, ...]] = []
    for years in (True, False):
        parts = _part(kept, usual_year, years=years)
        mended = [p if isinstance(p, Date) else _mend(p, names, vocabulary, corrected) for p in parts]
        for deals in (True, False):
            items = _name(mended, partial(names.mentions, deals=deals))
            if years or _names_a_year(items):
                ways.append(items)
    slips = tuple((wrote, read) for wrote, read in corrected.items() if wrote != read)
    return tuple(Question(kept, items, slips) for items in dict.fromkeys(ways))


def _part(text: str, usual_year: str | None, *, years: bool) -> Iterator[Part]:
    """The words of a text between its dates, and these; `years`: years alone among them."""
    at = 0
    for told in find_dates(text, usual_year):
        if told.is_year and not years:
            continue
        yield split_words(text[at : told.start])
        yield Date(told, split_words(text[told.start : told.end]), _write_out(told, usual_year))
        at = told.end
    yield split_words(text[at:])


def _names_a_year(items: Iterable[Item]) -> bool:
    """Whether a number of four digits is part of a name."""
    return any(w.plain.isdigit() and len(w.plain) == 4 for i in items if isinstance(i, Mention) for w in i.words)


def _write_out(told: Told, usual_year: str | None) -> tuple[Word, ...]:
    said = " ".join(format_date(end) for end in dict.fromkeys((told.first, told.last)))
    return tuple(word for word in split_words(said) if word.plain != usual_year)


def _name(parts: Iterable[Part], find: Callable[[Sequence[Word]], tuple[Mention, ...]]) -> tuple[Item, ...]:
    items: list[Item] = []
    for part in parts:
        if isinstance(part, Date):
            items.append(part)
            continue
        at = 0
        for mention in find(part):
            items += [*part[at : mention.start], mention]
            at = mention.end
        items += part[at:]
    return tuple(items)


def _mend(
    words: tuple[Word, ...], names: Names, vocabulary: frozenset[str], corrected: dict[str, str]
) -> tuple[Word, ...]:
    """The words, in which one that nothing has is the one that it nearly is."""
    return tuple(_mend_word(word, names, vocabulary, corrected) for word in words)


def _mend_word(word: Word, names: Names, vocabulary: frozenset[str], corrected: dict[str, str]) -> Word:
    is_known = word.is_grammar or word.sense in vocabulary or names.knows(word)
    if is_known or len(word.plain) < LEAST_FOR_A_SLIP or len(corrected) >= MOST_SLIPS:
        return word
    near = corrected.get(word.plain) or names.nearest_word(word.plain, vocabulary)
    corrected[word.plain] = near or word.plain
    return Word(corrected[word.plain], word.is_capital)
