"""How well a node fits what was typed, and by which of its names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from ledger.names import all_initials, exchanged, plain_words, steps_between

ONE_SLIP = 4
"""A word of so many letters may have one slip, of twice as many two; in one of three letters two may be exchanged."""
BEGINNING, SLIP, TWO_SLIPS = 0.9, 0.75, 0.6
"""What a word counts that only begins one of a name, or differs from it in one or two steps."""


class How(StrEnum):
    """By what a node was found."""

    NAME = "name"
    OTHER_NAME = "other name"
    FORMER_NAME = "former name"
    INITIALS = "initials"
    ID = "id"


class Grade(IntEnum):
    """How much of what was typed fits; where something fits better, what fits worse is not shown."""

    SOME_WORDS = 1
    WITH_SLIPS = 2
    EVERY_WORD = 3


@dataclass(frozen=True)
class Named:
    """A node with all that it is called."""

    id: str
    label: str
    name: str
    also_named: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()

    @property
    def names(self) -> Iterator[tuple[How, str, float]]:
        """Every name with its kind and what it is worth beside the others."""
        yield How.NAME, self.name, 1.0
        yield from ((How.OTHER_NAME, name, 0.98) for name in self.also_named)
        yield from ((How.FORMER_NAME, name, 0.97) for name in self.former_names)


@dataclass(frozen=True)
class Found:
    """A node that was found: `matched` is the name that fits, and `how` says what kind of name that is.

    `score` grows from 0 to 1 with the fit. `caption` tells it from all others that were found.
    """

    id: str
    name: str
    label: str
    matched: str
    how: How
    score: float
    caption: str = ""


@dataclass(frozen=True, order=True)
class _Fit:
    grade: Grade
    score: float


def rank(typed: str, nodes: Iterable[Named]) -> list[Found]:
    """The nodes that fit, the best first: of the best grade that any of them has."""
    return rank_with_grade(typed, nodes)[1]


def rank_with_grade(typed: str, nodes: Iterable[Named]) -> tuple[Grade | None, list[Found]]:
    """The best grade that any node has, None where none fits, and the nodes of it, the best first."""
    sought = plain_words(typed)
    fits = [(fit, found) for node in nodes if sought for fit, found in _best(sought, node)]
    best = max((fit.grade for fit, _ in fits), default=None)
    found = [f for fit, f in fits if fit.grade is best]
    return best, sorted(found, key=lambda f: (-f.score, f.name.casefold(), f.id))


def _best(sought: tuple[str, ...], node: Named) -> Iterator[tuple[_Fit, Found]]:
    """The best way in which a node fits, if it does."""
    ways = _ways(sought, node)
    fit, how, matched = max(ways, key=lambda way: way[0], default=(None, How.NAME, ""))
    if fit is not None:
        yield fit, Found(node.id, node.name, node.label, matched, how, round(fit.score, 4))


def _ways(sought: tuple[str, ...], node: Named) -> Iterator[tuple[_Fit, How, str]]:
    for how, name, worth in node.names:
        for fit in _fits(sought, plain_words(name), worth):
            yield fit, how, name
        if len(sought) == 1 and sought[0] in all_initials(name):
            yield _Fit(Grade.EVERY_WORD, 0.94 * worth), How.INITIALS, name
    for fit in _fits(sought, plain_words(node.id.partition("/")[2]), 0.95):
        yield fit, How.ID, node.id


def _fits(sought: tuple[str, ...], words: tuple[str, ...], worth: float) -> Iterator[_Fit]:
    """How the words that were typed fit those of a name, if they do: the same words count most."""
    if "".join(sought) == "".join(words):
        yield _Fit(Grade.EVERY_WORD, worth if sought == words else 0.97 * worth)
        return
    left, weights, letters = list(words), list[float](), 0
    for word in sought:
        weight, other = max(((_weight(word, o), o) for o in left), default=(0.0, ""))
        if weight:
            left.remove(other)
            weights.append(weight)
            letters += len(other)
    if not weights:
        return
    share, begins = letters / sum(map(len, words)), sought[0][0] == words[0][0]
    score = worth * (0.5 + 0.3 * sum(weights) / len(sought) + 0.1 * share + 0.02 * begins)
    if len(weights) < len(sought):
        yield _Fit(Grade.SOME_WORDS, score * len(weights) / len(sought))
    else:
        yield _Fit(Grade.EVERY_WORD if min(weights) >= BEGINNING else Grade.WITH_SLIPS, score)


def _weight(word: str, other: str) -> float:
    """What a word counts beside one of a name; 0 where it is another."""
    if word == other:
        return 1.0
    if other.startswith(word) and len(word) > 1:
        return BEGINNING
    steps = steps_between(word, other)
    if steps == 1 and (len(word) >= ONE_SLIP or other in exchanged(word)):
        return SLIP
    return TWO_SLIPS if steps == 2 and len(word) >= 2 * ONE_SLIP else 0.0
