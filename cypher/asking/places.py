"""Which value of a question belongs to which parameter of a saved query."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations

from cypher.asking.names import Meant, Mention
from cypher.asking.patterns import Pattern
from cypher.asking.question import Date, Item, Question
from cypher.asking.stems import stem
from cypher.asking.words import Word, split_words
from cypher.saved import NO, YES, Parameter, ParameterType
from ledger import dates

MOST_NAMED = 4
"""Names of a question that are given to parameters; a question with more names more than a query takes."""
WITH, WITHOUT = frozenset(("with", "including", "plus")), frozenset(("without", "excluding", "except"))
BETWEEN = frozenset(("its", "their", "the", "any", "all", "also", "his", "her", "and", "or", "of"))
LONGEST_NUMBER = 6
STEPS = frozenset(("step", "hop", "link"))
NUMBERS = {word: n for n, word in enumerate(dates.NUMBERS)}


@dataclass(frozen=True)
class Placed:
    """Names in their places: by parameter the mention and the node that it means there; and those left over."""

    by_parameter: Mapping[str, tuple[Mention, Meant]]
    left: tuple[Mention, ...]


@dataclass(frozen=True)
class Switched:
    """Values that words give, by parameter, and the items of the question that were words of these."""

    values: Mapping[str, str]
    used: frozenset[int]


def place_names(pattern: Pattern, mentions: Sequence[Mention]) -> Iterator[Placed]:
    """Every way to give names to parameters in which each place of the wording has one; at most one name a place."""
    nodes = {p.name: p for p in pattern.query.parameters if p.type is ParameterType.NODE}
    said = [name for name in pattern.places if name in nodes]
    extra = [name for name, p in nodes.items() if name not in said and p.may_be_empty and name not in pattern.fixed]
    if len(mentions) > MOST_NAMED or len(mentions) < len(said):
        return
    for count in range(min(len(mentions), len(said) + len(extra)), len(said) - 1, -1):
        for chosen in combinations(mentions, count):
            for more in combinations(extra, count - len(said)):
                for names in permutations((*said, *more)):
                    found = {n: _fitting(nodes[n], m) for n, m in zip(names, chosen, strict=True)}
                    by = {n: (m, f) for (n, f), m in zip(found.items(), chosen, strict=True) if f is not None}
                    if len(by) == count:
                        yield Placed(by, tuple(m for m in mentions if m not in chosen))


def _fitting(parameter: Parameter, mention: Mention) -> Meant | None:
    """Of what a name may mean, what the parameter takes: of the kind that it names first."""
    fits = [m for m in mention.meant if m.label in parameter.labels]
    return min(fits, key=lambda m: parameter.labels.index(m.label), default=None)


def place_dates(pattern: Pattern, dates: Sequence[Date]) -> tuple[dict[str, str], tuple[Date, ...]] | None:
    """By parameter the day or days that are told, and the dates that are left; None where a place stays empty."""
    values: dict[str, str] = {}
    left = list(dates)
    for parameter in pattern.query.parameters:
        is_day, is_span = parameter.type is ParameterType.DAY, parameter.type is ParameterType.DAYS
        fitting = next((d for d in left if is_span or (is_day and not d.told.is_span and d.told.last[0] != "P")), None)
        if fitting is not None and (is_day or is_span):
            values[parameter.name] = fitting.told.as_days
            left.remove(fitting)
        elif (is_day or is_span) and parameter.name in pattern.places:
            return None
    return values, tuple(left)


def read_words(pattern: Pattern, question: Question) -> Switched | None:
    """What plain words give: yes and no, a number of steps, some of many, a type; None where a place stays empty."""
    values: dict[str, str] = {}
    used: set[int] = set()
    for parameter in pattern.query.parameters:
        read = READERS.get(parameter.type)
        if read is None or (parameter.type is not ParameterType.YES_NO and not _is_said(pattern, parameter)):
            continue
        found = read(parameter, pattern, question.items)
        if found is not None:
            values[parameter.name] = found[0]
            used |= found[1]
        elif parameter.name in pattern.places:
            return None
    return Switched(values, frozenset(used))


def _is_said(pattern: Pattern, parameter: Parameter) -> bool:
    return parameter.name in pattern.places or parameter.type is ParameterType.INTEGER


def _read_switch(parameter: Parameter, _: Pattern, items: Sequence[Item]) -> tuple[str, set[int]] | None:
    """`with its agencies` and `without kinds`: words of the parameter's name or meaning behind one of these words."""
    for at, item in enumerate(items):
        if not isinstance(item, Word) or item.plain not in WITH | WITHOUT:
            continue
        known = {stem(parameter.name), *(w.stem for w in split_words(parameter.meaning) if not w.is_grammar)}
        used, end = set[int](), at + 1
        while (
            end < len(items) and isinstance(word := items[end], Word) and (word.plain in BETWEEN or word.stem in known)
        ):
            used |= {end} if word.stem in known else set()
            end += 1
        if used:
            return (YES if item.plain in WITH else NO), {at, *range(at, max(used) + 1)}
    return None


def _read_number(parameter: Parameter, _: Pattern, items: Sequence[Item]) -> tuple[str, set[int]] | None:
    """`in 3 steps`, where the number is one that the parameter takes."""
    for at, (item, after) in enumerate(pairwise(items)):
        if isinstance(item, Word) and isinstance(after, Word) and after.stem in STEPS | {stem(parameter.name)}:
            is_number = item.plain.isascii() and item.plain.isdigit() and len(item.plain) < LONGEST_NUMBER
            number = int(item.plain) if is_number else NUMBERS.get(item.plain, 0)
            if (parameter.at_least or 0) <= number <= (parameter.at_most or 0):
                return str(number), {at, at + 1}
    return None


def _read_many(parameter: Parameter, _: Pattern, items: Sequence[Item]) -> tuple[str, set[int]] | None:
    """Those of the parameter's words that stand in the question."""
    stems = {i: item.stem for i, item in enumerate(items) if isinstance(item, Word)}
    found = [word for word in parameter.among if stem(word) in stems.values()]
    used = {i for i, s in stems.items() if s in {stem(word) for word in found}}
    return (",".join(found), used) if found else None


def _read_type(_: Parameter, pattern: Pattern, items: Sequence[Item]) -> tuple[str, set[int]] | None:
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
    ParameterType.YES_NO: _read_switch,
    ParameterType.INTEGER: _read_number,
    ParameterType.MANY_OF: _read_many,
    ParameterType.RELATIONSHIP_TYPE: _read_type,
}
