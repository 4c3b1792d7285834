"""Values that the words of a question give: yes and no, numbers, terms, texts in quotes, some of many, a type.

Each is read only where the question says it; of two that may be meant none is taken.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from cypher.asking.marked import Bound, Number, Quoted, find_numbers
from cypher.asking.patterns import Pattern, Place
from cypher.asking.question import Item, Question
from cypher.asking.stems import stem
from cypher.asking.switches import read_switch
from cypher.asking.words import Word, split_words
from cypher.saved import Parameter, ParameterType
from ledger import dates
from ledger.found_amounts import UNITS_IN_WORDS
from ledger.glossary import spell_term

LONGEST_NUMBER = 6
LONGEST_LIMIT = 3
"""Words that limit a number."""
STEPS = frozenset(("step", "hop", "link"))
NUMBERS = {word: n for n, word in enumerate(dates.NUMBERS)}
Found: TypeAlias = tuple[str, set[int]] | None
"""A value, and the places of the items that said it."""


@dataclass(frozen=True)
class Switched:
    """Values that words give, by parameter, and the items of the question that were words of these."""

    values: Mapping[str, str]
    used: frozenset[int]


def read_words(pattern: Pattern, question: Question) -> Switched | None:
    """What plain words, quotes and numbers give; None where a place of the wording stays empty."""
    values: dict[str, str] = {}
    used: set[int] = set()
    for parameter in pattern.query.parameters:
        if parameter.type is ParameterType.YES_NO:
            found = read_switch(parameter, pattern.query.parameters, question.phrases, question.items)
        elif parameter.type in READERS and _is_said(pattern, parameter):
            found = READERS[parameter.type](parameter, pattern, _without(question.items, used))
        else:
            continue
        if found is not None:
            values[parameter.name] = found[0]
            used |= found[1]
        elif parameter.name in pattern.places:
            return None
    return Switched(values, frozenset(used))


def _without(items: Sequence[Item], used: Collection[int]) -> Sequence[Item]:
    """The items that no other value was made of."""
    return [NOTHING if at in used else item for at, item in enumerate(items)] if used else items


NOTHING = Word("")


def _is_said(pattern: Pattern, parameter: Parameter) -> bool:
    return parameter.name in pattern.places or parameter.type is ParameterType.INTEGER


def _read_number(parameter: Parameter, pattern: Pattern, items: Sequence[Item]) -> Found:
    """A figure at its place in the wording, or `in 3 steps`, where the number is one that the parameter takes."""
    if parameter.name in pattern.places:
        return _read_figure(parameter, pattern, items)
    for at, (item, after) in enumerate(pairwise(items)):
        if isinstance(item, Word) and isinstance(after, Word) and after.stem in STEPS | {stem(parameter.name)}:
            is_number = item.plain.isascii() and item.plain.isdigit() and len(item.plain) < LONGEST_NUMBER
            number = int(item.plain) if is_number else NUMBERS.get(item.plain, 0)
            limit, begins = _limit_before(items, at, str(number))
            if (parameter.at_least or 0) <= number <= (parameter.at_most or 0) and limit in (Bound.NONE, Bound.AT_MOST):
                return str(number), set(range(begins, at + 2))
    return None


def _limit_before(items: Sequence[Item], at: int, number: str) -> tuple[Bound, int]:
    """What the words before a number limit it to, and the place of the first of them."""
    begins = at
    while begins > max(0, at - LONGEST_LIMIT) and isinstance(items[begins - 1], Word):
        begins -= 1
    for start in range(begins, at):
        words = " ".join(item.plain for item in items[start:at] if isinstance(item, Word))
        (found, *_) = (*find_numbers(f"{words} {number}"), None)
        if found is not None and found.start == 0 and found.bound is not Bound.NONE:
            return found.bound, start
    return Bound.NONE, at


def _read_figure(parameter: Parameter, pattern: Pattern, items: Sequence[Item]) -> Found:
    """The one number that is limited as in the wording, counts what the wording or the parameter counts, and is within
    the parameter's bounds."""
    wanted = _figure_of(parameter, pattern)
    fitting = [
        (at, item)
        for at, item in enumerate(items)
        if isinstance(item, Number)
        and item.bound is wanted.bound
        and _counts_the_same(item.unit, wanted.unit, parameter)
        and (parameter.at_least or 0) <= item.value <= (parameter.at_most or 0)
    ]
    return (str(fitting[0][1].value), {fitting[0][0]}) if len(fitting) == 1 else None


def _figure_of(parameter: Parameter, pattern: Pattern) -> Number:
    """The number that a wording would tell if 7 stood at the parameter's place."""
    words = [p.plain if isinstance(p, Word) else "7" if p.name == parameter.name else "…" for p in pattern.parts]
    return next(iter(find_numbers(" ".join(words))), Number(7, Bound.NONE, None, "7", ()))


def _counts_the_same(told: str | None, wanted: str | None, parameter: Parameter) -> bool:
    meant = {UNITS_IN_WORDS.get(w.plain, w.plain.upper()) for w in split_words(parameter.meaning)}
    return told == wanted or (wanted is None and told in meant)


def _read_text(parameter: Parameter, pattern: Pattern, items: Sequence[Item]) -> Found:
    """Words in quotes; of several, those behind the word that stands before the place in the wording."""
    quoted = [(at, item) for at, item in enumerate(items) if isinstance(item, Quoted)]
    texts = {p.name for p in pattern.query.parameters if p.type is ParameterType.TEXT}
    if len(texts & set(pattern.places)) > 1 or len(quoted) > 1:
        place = next(i for i, p in enumerate(pattern.parts) if isinstance(p, Place) and p.name == parameter.name)
        wanted = _telling_before(pattern.parts[:place])
        quoted = [(at, item) for at, item in quoted if wanted and _telling_before(items[:at]) == wanted]
    return (quoted[0][1].text, {quoted[0][0]}) if len(quoted) == 1 else None


def _telling_before(parts: Sequence[Item | Place]) -> str | None:
    """The sense of the nearest word before that tells something; None where a name or place comes first."""
    for part in reversed(parts):
        if not isinstance(part, Word):
            return None
        if not part.is_grammar:
            return part.sense
    return None


def _read_term(parameter: Parameter, pattern: Pattern, items: Sequence[Item]) -> Found:
    """The one term of the property that is said, as people write it; words of the wording itself are none."""
    label, _, name = str(parameter.of).partition(".")
    declared = pattern.query.model.find_label(label)
    known = declared.property(name) if declared else None
    found = _find_phrases(known.terms if known else (), items)
    own = {i for i, item in enumerate(items) if isinstance(item, Word) and item.sense in pattern.every_sense}
    said = {term: used for term, used in found.items() if not used <= own} or found
    return next(iter(said.items())) if len(said) == 1 else None


def _find_phrases(phrases: Iterable[str], items: Sequence[Item]) -> dict[str, set[int]]:
    """Which of some phrases the words say, and where; the longest of those that are said by the same words."""
    stems = [item.stem if isinstance(item, Word) else None for item in items]
    found: dict[str, set[int]] = {}
    taken: set[int] = set()
    spelled = {phrase: [w.stem for w in split_words(spell_term(phrase))] for phrase in phrases}
    for phrase, wanted in sorted(spelled.items(), key=lambda one: (-len(one[1]), one[0])):
        for at in range(len(stems) - len(wanted) + 1):
            here = set(range(at, at + len(wanted)))
            if wanted and stems[at : at + len(wanted)] == wanted and not here & taken:
                found[phrase] = found.get(phrase, set()) | here
                taken |= here
    return found


def _read_many(parameter: Parameter, _: Pattern, items: Sequence[Item]) -> Found:
    """Those of the parameter's words that stand in the question."""
    found = _find_phrases(parameter.among, items)
    chosen = ",".join(word for word in parameter.among if word in found)
    return (chosen, {at for used in found.values() for at in used}) if found else None


def _read_type(_: Parameter, pattern: Pattern, items: Sequence[Item]) -> Found:
    """A relationship type by its name, the longest that stands in the question."""
    plain = [item.plain if isinstance(item, Word) else "" for item in items]
    types = sorted((t.name for t in pattern.query.model.relationship_types), key=lambda name: (-len(name), name))
    for name in types:
        words = name.lower().split("_")
        for at in range(len(plain) - len(words) + 1):
            if plain[at : at + len(words)] == words:
                return name, set(range(at, at + len(words)))
    return None


READERS = {
    ParameterType.INTEGER: _read_number,
    ParameterType.TERM: _read_term,
    ParameterType.TEXT: _read_text,
    ParameterType.MANY_OF: _read_many,
    ParameterType.RELATIONSHIP_TYPE: _read_type,
}
