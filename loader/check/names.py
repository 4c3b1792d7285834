"""Names so alike that two records may be one thing; pairs that people looked at are kept in `accepted_pairs.yaml`."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from loader.check.index import Index
from loader.read.accepted import AcceptedPair, read_accepted_pairs
from loader.read.files import ACCEPTED
from loader.records import Problem

WORD = re.compile(r"[^\W_]+")
ALIKE, ALIKE_BESIDE_SHARED_WORDS = 0.8, 0.7
"""How much of what two names do not share must be the same letters in order: less is enough beside shared words."""
TOO_MANY = 100
"""A word that more names share than this tells nothing, so names that share no other are not compared."""
EDGE = 4
"""Letters at the start and end of a name by which names with a slip in every word meet; shorter rests tell nothing."""


def near_duplicates(folder: Path, index: Index) -> Iterator[Problem]:
    """Pairs of one label with names alike that nobody has accepted, and accepted pairs that are none."""
    found = {frozenset(pair): names for pair, names in _pairs(index.names)}
    accepted: set[frozenset[str]] = set()
    for entry in read_accepted_pairs(folder):
        if isinstance(entry, AcceptedPair):
            accepted.add(entry.pair)
            yield from _idle(entry, found, index)
        else:
            yield entry
    for pair in sorted(found.keys() - accepted, key=sorted):
        first, second = sorted(pair, key=lambda i: (index.nodes[i].file, index.nodes[i].line))
        what = f"{second} ('{found[pair][second]}') is named almost as {first} ('{found[pair][first]}')"
        remedy = f"make them one record, or accept the pair in {ACCEPTED} with the reason"
        yield Problem(index.nodes[second], "name", what, remedy)


def alike(one: str, other: str) -> bool:
    """Whether two names differ by a slip in a word, or one has words more; numbers must agree."""
    mine, yours = _words(one), _words(other)
    left, right = mine - yours, yours - mine
    if not mine or not yours or any(w.isdecimal() for w in left | right):
        return False
    if _squeezed(one) == _squeezed(other):
        return True
    if not left or not right:
        return min(len(_squeezed(one)), len(_squeezed(other))) >= EDGE
    if mine & yours and min(len(left), len(right)) > 1:
        return False
    first, second = "".join(sorted(left)), "".join(sorted(right))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    enough = ALIKE_BESIDE_SHARED_WORDS if mine & yours else ALIKE
    return min(len(first), len(second)) >= EDGE and matcher.quick_ratio() >= enough and matcher.ratio() >= enough


def _pairs(names: dict[str, list[tuple[str, str]]]) -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    """Ids whose names are alike, with these names; only names that share something rare are compared."""
    for by_label in names.values():
        seen: set[tuple[int, int]] = set()
        for block in _blocks(by_label):
            for a, b in combinations(block, 2):
                (one, first), (other, second) = by_label[a], by_label[b]
                if one != other and (a, b) not in seen:
                    seen.add((a, b))
                    if alike(first, second):
                        yield (one, other), {one: first, other: second}


def _blocks(named: list[tuple[str, str]]) -> Iterable[list[int]]:
    blocks: dict[str, list[int]] = {}
    for number, (_, name) in enumerate(named):
        squeezed = _squeezed(name)
        for key in {*_words(name), f"{squeezed[:EDGE]}…", f"…{squeezed[-EDGE:]}", squeezed}:
            blocks.setdefault(key, []).append(number)
    return [block for block in blocks.values() if 1 < len(block) <= TOO_MANY]


@lru_cache(maxsize=65_536)
def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(name.casefold()))


@lru_cache(maxsize=65_536)
def _squeezed(name: str) -> str:
    return "".join(WORD.findall(name.casefold()))


def _idle(entry: AcceptedPair, found: dict[frozenset[str], dict[str, str]], index: Index) -> Iterator[Problem]:
    missing = sorted(i for i in entry.pair if index.lacks(i))
    if missing:
        yield Problem(entry.where, "pair", f"there is no {missing[0]}", "correct the id, or take the pair out")
    elif entry.pair not in found and not any(index.may_be_unread(i) for i in entry.pair):
        what = f"{' and '.join(sorted(entry.pair))} are not named alike"
        yield Problem(entry.where, "pair", what, "take the pair out: nothing needs it")
