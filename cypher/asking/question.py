"""A question taken apart: its words, what it names and the dates that it tells, in order."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import product
from typing import TypeAlias

from cypher.asking.dates import Told, find_dates
from cypher.asking.marked import Number, Quoted, find_numbers, find_quoted
from cypher.asking.names import Mention, Names
from cypher.asking.switches import Phrase, find_phrases
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


Marked: TypeAlias = Quoted | Number
Item: TypeAlias = Word | Mention | Date | Marked
Part: TypeAlias = tuple[Word, ...] | Date | Marked


@dataclass(frozen=True)
class Takes:
    """Whether any wording has a place for words in quotes, and for numbers; what none takes stays words."""

    quoted: bool = False
    numbers: bool = False


NOTHING = Takes()


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

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases that ask for something besides, or leave it out."""
        return find_phrases([i.plain if isinstance(i, Word) else "" for i in self.items])

    @property
    def marked(self) -> tuple[Marked, ...]:
        """The quotes and numbers that are read as such."""
        return tuple(i for i in self.items if isinstance(i, Quoted | Number))


def take_apart(
    text: str, names: Names, vocabulary: frozenset[str], usual_year: str | None, takes: Takes = NOTHING
) -> tuple[Question, ...]:
    """The ways in which a text can be taken apart: with deals that it may name as wholes or without, with years alone
    as dates or as words of names, and with what is in quotes, and numbers, as values that wordings take, or as words.

    Of a longer text the first 500 characters are read. `vocabulary`: senses that saved queries know.
    """
    kept = " ".join(CONTROL.sub(" ", text[:LONGEST]).split())
    corrected: dict[str, str] = {}
    ways: list[tuple[Item, ...]] = []
    for marked, years in product(_ways_to_mark(kept, names, takes), (True, False)):
        parts = _part_marked(kept, usual_year, marked, takes, years=years)
        mended = [_mend(p, names, vocabulary, corrected) if isinstance(p, tuple) else p for p in parts]
        for deals in (True, False):
            items = _name(mended, partial(names.mentions, deals=deals))
            if years or _names_a_year(items):
                ways.append(items)
    slips = tuple((wrote, read) for wrote, read in corrected.items() if wrote != read)
    return tuple(Question(kept, items, slips) for items in dict.fromkeys(ways))


def _ways_to_mark(text: str, names: Names, takes: Takes) -> Iterator[tuple[Quoted, ...] | None]:
    """Which quotes are values: none, and no number either; all; all but those that are a name."""
    yield None
    quoted = tuple(find_quoted(text)) if takes.quoted else ()
    if quoted or (takes.numbers and any(True for _ in find_numbers(text))):
        yield quoted
    unnamed = tuple(q for q in quoted if not _is_name(q, names))
    if unnamed != quoted:
        yield unnamed


def _is_name(quoted: Quoted, names: Names) -> bool:
    return any(len(m.words) == len(quoted.words) for m in names.mentions(quoted.words, deals=True))


def _part_marked(
    text: str, usual_year: str | None, quoted: tuple[Quoted, ...] | None, takes: Takes, *, years: bool
) -> Iterator[Part]:
    """The parts of a text: quotes and numbers that are values, dates, and the words between them."""
    at = 0
    for one in quoted or ():
        yield from _part(text[at : one.start], usual_year, years=years, numbers=takes.numbers)
        yield one
        at = one.end
    yield from _part(text[at:], usual_year, years=years, numbers=takes.numbers and quoted is not None)


def _part(text: str, usual_year: str | None, *, years: bool, numbers: bool) -> Iterator[Part]:
    """The words of a text between its dates, and these; `years`: years alone among them; `numbers`: as values."""
    at = 0
    for told in find_dates(text, usual_year):
        if told.is_year and not years:
            continue
        yield from _part_numbers(text[at : told.start], numbers=numbers)
        yield Date(told, split_words(text[told.start : told.end]), _write_out(told, usual_year))
        at = told.end
    yield from _part_numbers(text[at:], numbers=numbers)


def _part_numbers(text: str, *, numbers: bool) -> Iterator[Part]:
    """The words between numbers, and these as values; all of it as words where they are none."""
    at = 0
    for number in find_numbers(text) if numbers else ():
        yield _split(text[at : number.start])
        yield number
        at = number.end
    yield _split(text[at:])


def _split(text: str) -> tuple[Word, ...]:
    """The words of a text; those in quotes and those of a figure have to be understood."""
    words: list[Word] = []
    at = 0
    marked: list[Marked] = [*find_quoted(text), *(n for n in find_numbers(text) if n.is_figure)]
    for one in sorted(marked, key=lambda m: (m.start, -m.end)):
        if one.start >= at:
            words += [*split_words(text[at : one.start]), *split_words(text[one.start : one.end], must=True)]
            at = one.end
    return (*words, *split_words(text[at:]))


def _names_a_year(items: Iterable[Item]) -> bool:
    """Whether a number of four digits is part of a name."""
    return any(w.plain.isdigit() and len(w.plain) == 4 for i in items if isinstance(i, Mention) for w in i.words)


def _write_out(told: Told, usual_year: str | None) -> tuple[Word, ...]:
    said = " ".join(format_date(end) for end in dict.fromkeys((told.first, told.last)))
    return tuple(word for word in split_words(said) if word.plain != usual_year)


def _name(parts: Iterable[Part], find: Callable[[Sequence[Word]], tuple[Mention, ...]]) -> tuple[Item, ...]:
    items: list[Item] = []
    for part in parts:
        if not isinstance(part, tuple):
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
    return Word(corrected[word.plain], word.is_capital, word.must)
