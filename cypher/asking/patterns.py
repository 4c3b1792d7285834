"""The wordings of the saved queries as patterns: words and places, and what each word is worth."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cypher.asking.question import Takes
from cypher.asking.words import NEGATIONS, Word, split_words
from cypher.saved import ParameterType, SavedQuery
from cypher.saved.phrasing import PLACE, Phrasing

IN_ANOTHER_WORDING, IN_TITLE, IN_QUESTION, IN_NOTES = 0.85, 0.7, 0.5, 0.25
"""What a word of a question counts that the wording does not have, and the query has there."""


@dataclass(frozen=True)
class Place:
    """A place in a wording, for the value of a parameter."""

    name: str


@dataclass(frozen=True)
class Pattern:
    """A wording of a query. `is_own`: somebody wrote it for this; else it is made of title or question."""

    query: SavedQuery
    fixed: Mapping[str, str]
    parts: tuple[Word | Place, ...]
    is_own: bool = True

    @cached_property
    def senses(self) -> frozenset[str]:
        """Its words but those of grammar."""
        return frozenset(p.sense for p in self.parts if isinstance(p, Word) and not p.is_grammar)

    @cached_property
    def every_sense(self) -> frozenset[str]:
        """Its words, all of them."""
        return frozenset(p.sense for p in self.parts if isinstance(p, Word))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The parameters that are said in it."""
        return tuple(p.name for p in self.parts if isinstance(p, Place))


class Patterns:
    """All patterns of some queries, and what their words are worth among these."""

    def __init__(self, queries: Iterable[SavedQuery]) -> None:
        self.queries = tuple(queries)
        self.patterns = tuple(p for q in self.queries for p in _patterns(q))
        self._known = {q.id: _known_words(q) for q in self.queries}
        said = Counter[str]()
        for q in self.queries:
            said.update({s for s, worth in self._known[q.id].items() if worth >= IN_TITLE})
        most = math.log(len(self.queries) + 2)
        self._worth = {s: max(0.2, math.log((len(self.queries) + 2) / n) / most) for s, n in said.items()}
        self.vocabulary = frozenset(s for known in self._known.values() for s in known)
        self.takes = _find_taken(self.patterns)
        self._negating = {q.id for q in self.queries if {w.plain for w in split_words(_own_words(q))} & NEGATIONS}

    def worth(self, sense: str) -> float:
        """How much a word tells of which query is meant, from 0.2 to 1: what few queries have tells most."""
        return self._worth.get(sense, 1.0)

    def uses(self, sense: str) -> bool:
        """Whether a title or wording has a word."""
        return sense in self._worth

    def knows(self, pattern: Pattern, sense: str) -> float:
        """How far the pattern, or else its query, has a word, from 0 to 1."""
        return 1.0 if sense in pattern.every_sense else self._known[pattern.query.id].get(sense, 0.0)

    def negates(self, query: SavedQuery) -> bool:
        """Whether words such as `not` belong to its question."""
        return query.id in self._negating


def _find_taken(patterns: Iterable[Pattern]) -> Takes:
    """What the wordings have places for besides names and dates."""
    said = {p.type for pattern in patterns for p in pattern.query.parameters if p.name in pattern.places}
    return Takes(quoted=ParameterType.TEXT in said, numbers=ParameterType.INTEGER in said)


def _patterns(query: SavedQuery) -> list[Pattern]:
    own = [_pattern(query, one, is_own=True) for one in query.asked_as]
    needed = " ".join(f"{{{p.name}}}" for p in query.parameters if _is_asked_for(p.type, p.may_be_empty))
    made = [_pattern(query, Phrasing(asks="..."), f"{words} {needed}") for words in (query.title, query.question)]
    return [*own, *made]


def _is_asked_for(type_: ParameterType, may_be_empty: bool) -> bool:
    return type_ in (ParameterType.NODE, ParameterType.DAYS, ParameterType.RELATIONSHIP_TYPE) and not may_be_empty


def _pattern(query: SavedQuery, phrasing: Phrasing, words: str | None = None, *, is_own: bool = False) -> Pattern:
    text = phrasing.asks if words is None else words
    parts: list[Word | Place] = []
    for at, piece in enumerate(PLACE.split(text)):
        parts += [Place(piece)] if at % 2 else split_words(piece)
    return Pattern(query, phrasing.fixed, tuple(parts), is_own)


def _own_words(query: SavedQuery) -> str:
    return " ".join((query.title, *(PLACE.sub(" ", one.asks) for one in query.asked_as)))


def _known_words(query: SavedQuery) -> dict[str, float]:
    texts = (
        (IN_NOTES, " ".join((query.how_to_read or "", *(p.meaning for p in query.parameters), query.category))),
        (IN_QUESTION, query.question),
        (IN_TITLE, query.title),
        (IN_ANOTHER_WORDING, " ".join(PLACE.sub(" ", one.asks) for one in query.asked_as)),
    )
    return {word.sense: worth for worth, text in texts for word in split_words(text) if not word.is_grammar}
