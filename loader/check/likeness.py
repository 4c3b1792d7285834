"""How alike two names are: a score, and the kind of likeness. Only names that share something are ever compared."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from ledger.countries import find_code
from ledger.names import plain_words, steps_between

_WORDS = """
    inc incorporated corp corporation co company companies ltd limited llc llp lp plc ag gmbh sa se spa nv bv ab as asa
    oyj kk pty pte sarl srl kg group groupe holding holdings the of and for de la le du des class
    """
LEGAL = frozenset(_WORDS.split())
"""Words by which names of one thing often differ."""
ENOUGH = 0.84
"""The score from which two names are asked about."""
RARE = 3
"""A word of no more names than that tells something of a name."""
WINDOW = 6
"""Neighbours with which a name is compared in each order of the names."""
BLOCK = 12
"""Names that share two words are compared where they are no more than that."""


class Kind(StrEnum):
    """In what two names are alike."""

    SAME = "is named as"
    SAME_COUNTRY = "is the same country as"
    LEGAL_FORM = "is named, but for words such as company, as"
    ONE_WORD_MORE = "has one word more or less than"
    INITIALS = "has the initials of"
    SLIP = "is named almost as"


@dataclass(frozen=True)
class Likeness:
    """A kind of likeness and how strong it is, from 0 to 1."""

    kind: Kind
    score: float


@dataclass(frozen=True)
class Name:
    """A name in the forms in which it is compared."""

    text: str
    words: tuple[str, ...]
    telling: tuple[str, ...]
    country: str | None

    @property
    def squeezed(self) -> str:
        """All its letters and digits."""
        return "".join(self.words)


@lru_cache(maxsize=65_536)
def name_of(text: str) -> Name:
    """A name without case, accents, signs and letters that only look otherwise."""
    words = plain_words(text)
    telling = tuple(w for w in words if w not in LEGAL) or words
    return Name(text, words, telling, find_code(text))


def likeness(one: str, other: str, counts: Counter[str] | None = None) -> Likeness | None:
    """In what two names are alike, or None; `counts` tells in how many names of the set a word stands."""
    mine, yours = name_of(one), name_of(other)
    if not mine.words or not yours.words:
        return None
    if mine.country and yours.country:
        return Likeness(Kind.SAME_COUNTRY, 1) if mine.country == yours.country else None
    if mine.squeezed == yours.squeezed or sorted(mine.words) == sorted(yours.words):
        return Likeness(Kind.SAME, 1)
    left, right = _without(mine.telling, yours.telling), _without(yours.telling, mine.telling)
    if min(len(left), len(right)) > 1 and min(len(mine.words), len(yours.words)) > 1:
        return None
    if any(c.isdigit() for word in (*left, *right) for c in word):  # numbers tell two things apart
        return None
    found = (
        _by_legal_form(mine, yours, left, right), _by_slip(mine, left, right, counts or Counter()),
        _by_one_word(mine, yours, left, right), _by_initials(mine, yours), _by_initials(yours, mine),
    )  # fmt: skip
    best = max((f for f in found if f and f.score >= ENOUGH), key=lambda f: f.score, default=None)
    return best if best and not _are_countries_apart(left, right) else None


def alike_pairs(names: list[tuple[str, str]]) -> Iterator[tuple[int, int, Likeness]]:
    """Numbers of the names that are alike, each pair of owners once; linear in the number of names.

    `names`: owner and name. Of names that are the same, each is paired with the first.
    """
    counts = Counter(word for _, text in names for word in set(name_of(text).telling))
    first: dict[str, int] = {}
    seen: set[tuple[int, int]] = set()
    told: set[frozenset[str]] = set()
    distinct = []
    for number, (_, text) in enumerate(names):
        name = name_of(text)
        key = name.country or " ".join(sorted(name.words))
        if key and first.setdefault(key, number) == number:
            distinct.append(number)
        elif key:
            seen.add((first[key], number))
    for a, b in (*sorted(seen), *_neighbours(distinct, names)):
        owners = frozenset((names[a][0], names[b][0]))
        if len(owners) == 2 and owners not in told:
            found = likeness(names[a][1], names[b][1], counts)
            if found:
                told.add(owners)
                yield a, b, found


def _neighbours(numbers: list[int], names: list[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: close in one of three orders, or with two words, or all letters, in common."""
    seen: set[tuple[int, int]] = set()
    forms = {n: name_of(names[n][1]) for n in numbers}
    orders = (
        sorted(numbers, key=lambda n: (forms[n].squeezed, n)),
        sorted(numbers, key=lambda n: (forms[n].squeezed[::-1], n)),
        sorted(numbers, key=lambda n: (sorted(forms[n].telling), n)),
    )
    for order in orders:
        for place, number in enumerate(order):
            seen.update((min(number, o), max(number, o)) for o in order[place + 1 : place + 1 + WINDOW])
    for block in _blocks(forms):
        seen.update(combinations(sorted(block), 2))
    return iter(sorted(seen))


def _blocks(forms: dict[int, Name]) -> Iterable[list[int]]:
    blocks: dict[tuple[str, ...], list[int]] = {}
    for number, name in forms.items():
        words = sorted(set(name.telling))[:5]
        keys = {*combinations(words, 2), ("", "".join(name.telling)), ("", _initials(name))}
        if len(name.squeezed) <= 8:
            keys.add(("", name.squeezed))
        for key in keys:
            blocks.setdefault(key, []).append(number)
    return (block for block in blocks.values() if 1 < len(block) <= BLOCK)


def _without(words: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    left = list(words)
    for word in others:
        if word in left:
            left.remove(word)
    return sorted(left)


def _are_countries_apart(left: list[str], right: list[str]) -> bool:
    """Whether the words in which they differ name two countries."""
    mine, yours = find_code(" ".join(left)), find_code(" ".join(right))
    return bool(mine and yours and mine != yours)


def _by_legal_form(mine: Name, yours: Name, left: list[str], right: list[str]) -> Likeness | None:
    same = not left and not right
    return Likeness(Kind.LEGAL_FORM, 0.95) if same or "".join(mine.telling) == "".join(yours.telling) else None


def _by_slip(mine: Name, left: list[str], right: list[str], counts: Counter[str]) -> Likeness | None:
    """One word written in two ways, or two beside a word that tells."""
    if len(left) != 1 or len(right) != 1:
        return None
    one, other = left[0], right[0]
    longest = max(len(one), len(other))
    steps = steps_between(one, other)
    if steps > (2 if longest >= 9 else 1):
        return None
    shared = [word for word in mine.telling if word != one]
    tells = any(counts[word] <= RARE for word in shared)
    score = 1 - steps / longest
    if one[0] != other[0]:
        score -= 0.15
    if (one + "s" == other or other + "s" == one) and (shared or longest > 6):
        score += 0.1
    if tells:
        score += 0.05
    if counts[one] > RARE and counts[other] > RARE:
        score -= 0.2
    return Likeness(Kind.SLIP, min(score, 0.99))


def _by_one_word(mine: Name, yours: Name, left: list[str], right: list[str]) -> Likeness | None:
    more = left + right
    shared = min(len(mine.telling), len(yours.telling))
    is_one = len(more) == 1 and shared >= 2
    return Likeness(Kind.ONE_WORD_MORE, ENOUGH) if is_one else None


def _by_initials(short: Name, long: Name) -> Likeness | None:
    is_short = len(short.words) == 1 and 3 <= len(short.squeezed) <= 8 and short.text.upper() == short.text
    return Likeness(Kind.INITIALS, 0.85) if is_short and _initials(long) == short.squeezed else None


def _initials(name: Name) -> str:
    """The first letters of its words, but for small ones."""
    telling = [w for w in name.words if w not in ("the", "of", "and", "for", "de", "la", "on", "in")]
    return "".join(w[0] for w in telling) if len(telling) > 2 else ""
