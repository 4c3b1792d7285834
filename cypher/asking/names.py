"""What a question names: nodes by all that they are called, the longest names first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import chain

from cypher.asking.stems import stem
from cypher.asking.words import NEGATIONS, Word, split_words
from cypher.search.rank import Named
from ledger.countries import list_names
from ledger.demonyms import list_demonyms
from ledger.names import all_initials, steps_between

COUNTRY, DEAL = "Country", "Deal"
MOST_WORDS = 10
"""Words of a name that are compared."""
MOST_MEANT = 5
"""Nodes that one name may mean; what means more means nothing."""
LONGEST_CODE = 2
"""Letters of an id that are no name: a country's code is a word of English, too."""
MOST_HAVING = 20
INSIDE = frozenset(("of", "for", "the", "in", "on", "to", "a", "and", "into", "with", "from", "at"))
"""Words of grammar that a part of a name may have in it."""
LEAST_OF_A_WORD = 4
"""Letters of a word that alone may stand for a longer name."""


class Fit(IntEnum):
    """How a name was recognised; more is firmer."""

    SLIP = 1
    PART = 2
    WHOLE = 3


@dataclass(frozen=True)
class Meant:
    """A node that a name may mean."""

    id: str
    label: str
    name: str


@dataclass(frozen=True)
class Mention:
    """A name in a question: its words from `start` to before `end`, and what it may mean."""

    start: int
    end: int
    meant: tuple[Meant, ...]
    fit: Fit
    words: tuple[Word, ...] = field(repr=False)

    @property
    def told(self) -> int:
        """How many of its words tell something."""
        return sum(not word.is_grammar for word in self.words)

    @property
    def text(self) -> str:
        """The words as they are compared."""
        return " ".join(word.plain for word in self.words)


class Names:
    """All that the nodes of a data set are called, ready to be looked for in a question."""

    def __init__(self, nodes: Iterable[Named]) -> None:
        self._whole: dict[str, dict[Meant, None]] = defaultdict(dict)
        self._short: dict[str, dict[Meant, None]] = defaultdict(dict)
        self._parts: dict[str, set[int]] = defaultdict(set)
        self._names: list[tuple[Meant, frozenset[str]]] = []
        self.words: set[str] = set()
        for node in nodes:
            self._add(node)

    def _add(self, node: Named) -> None:
        meant = Meant(node.id, node.label, node.name)
        told = [name for _, name, _ in node.names]
        code = node.id.partition("/")[2]
        others = (*list_names(code), *list_demonyms(code)) if node.label == COUNTRY else ()
        tail = node.id.partition("/")[2]
        for name in (*told, *others, *((tail,) if len(tail) > LONGEST_CODE else ())):
            words = split_words(name)
            self._whole[_join(words)][meant] = None
            stems = frozenset(w.stem for w in words if not w.is_grammar)
            for word in stems:
                self._parts[word].add(len(self._names))
            self._names.append((meant, stems))
            self.words.update(w.plain for w in words if not w.is_grammar)
        if node.label != DEAL:
            for name in told:
                for initials in all_initials(name):
                    self._short[initials][meant] = None

    def mentions(self, words: Sequence[Word], *, deals: bool) -> tuple[Mention, ...]:
        """What is named, in order: the longest names first, whole ones before parts; `deals`: deals among it."""
        found = sorted(
            self._all_mentions(words, deals=deals), key=lambda m: (-m.told, -m.fit, m.start - m.end, m.start)
        )
        taken: set[int] = set()
        kept = []
        for mention in found:
            if taken.isdisjoint(range(mention.start, mention.end)):
                taken.update(range(mention.start, mention.end))
                kept.append(mention)
        return tuple(sorted(kept, key=lambda m: m.start))

    def having(self, words: Sequence[Word]) -> list[Meant]:
        """The nodes that have all telling words in one of their names, by id; no more than a few."""
        stems = {w.stem for w in words if not w.is_grammar}
        has = set.intersection(*(self._parts.get(s, set()) for s in stems)) if stems else set()
        return sorted({self._names[i][0] for i in has}, key=lambda m: m.id)[:MOST_HAVING]

    def knows(self, word: Word) -> bool:
        """Whether a name has this word, or is shortened to it."""
        return word.stem in self._parts or word.stem in self._whole or word.plain in self._short

    def nearest_word(self, word: str, others: Iterable[str]) -> str | None:
        """The word of a name, or else of `others`, from which a long word differs by a slip, two where it is long.

        A first letter is seldom a slip.
        """
        most = 2 if len(word) >= 8 else 1
        short = stem(word)
        in_names = ((steps_between(word, other), 0, other) for other in self.words if other[0] == word[0])
        elsewhere = (
            (steps_between(short, other), 1, other)
            for other in others
            if len(word) > LEAST_OF_A_WORD + 1 and len(other) >= LEAST_OF_A_WORD and other[0] == word[0]
        )
        steps, _, found = min(chain(in_names, elsewhere), default=(3, 0, ""))
        return found if steps <= most else None

    def _all_mentions(self, words: Sequence[Word], *, deals: bool) -> Iterator[Mention]:
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + MOST_WORDS) + 1):
                part = tuple(words[start:end])
                meant = [m for m in self._called(part) if deals or m.label != DEAL]
                if 0 < len(meant) <= MOST_MEANT:
                    yield Mention(start, end, tuple(meant), Fit.WHOLE, part)
                    continue
                meant = [m for m in self._partly_called(part, deals=deals) if deals or m.label != DEAL]
                if 0 < len(meant) <= MOST_MEANT:
                    yield Mention(start, end, tuple(meant), Fit.PART, part)

    def _called(self, words: tuple[Word, ...]) -> Iterator[Meant]:
        """Nodes with just this name; one that is a word of grammar too wants capitals."""
        first = words[0]
        if len(words) == 1 and first.is_grammar and not first.is_capital:
            return
        yield from self._whole.get(_join(words), {})
        if len(words) == 1 and not first.is_grammar and _join(words) not in self._whole:
            yield from self._short.get(first.plain, {})

    def _partly_called(self, words: tuple[Word, ...], *, deals: bool) -> list[Meant]:
        """Nodes that have all these words in one of their names, and of these the ones that have least besides."""
        if words[0].is_grammar or words[-1].is_grammar:
            return []
        if any(w.plain in NEGATIONS or (w.is_grammar and w.plain not in INSIDE) for w in words):
            return []
        stems = {w.stem for w in words if not w.is_grammar}
        if len(stems) < sum(not w.is_grammar for w in words):
            return []
        if len(stems) == 1 and (len(words[0].plain) < LEAST_OF_A_WORD or words[0].plain.isdigit()):
            return []
        among = [self._parts.get(s, set()) for s in stems]
        has = set.intersection(*among) if among else set()
        fits = [(len(self._names[i][1]) - len(stems), self._names[i][0]) for i in has]
        if len(stems) == 1:
            fits = [(extra, meant) for extra, meant in fits if meant.label != DEAL]
        least = min((extra for extra, meant in fits if deals or meant.label != DEAL), default=0)
        return sorted({m for extra, m in fits if extra == least}, key=lambda m: m.id)


def _join(words: Iterable[Word]) -> str:
    """A name as one word, without the articles before it."""
    kept = [w.stem for w in words]
    return "".join(kept[1:] if len(kept) > 1 and kept[0] in ("the", stem("the"), "a") else kept)
