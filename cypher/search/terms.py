"""The words by which a full-text index finds a node, and the questions that are put to it.

Words go in and are asked for in plain form, so that the index needs no rules of its own and every engine's gives the
same. A whole name stands there as one word too, begun by EQUALS: it is found among any number of others.
"""

from collections.abc import Iterable, Iterator

from cypher.search.rank import ONE_SLIP
from ledger.names import all_initials, exchanged, plain_words

FORM = 1
"""To be raised when the same names would give other words."""
SEARCH_TEXT = "search_text"
SEARCH_FORM = "search_form"
EQUALS = "="
LONGEST = 60
"""Letters of a word that are looked at."""


def search_text(node_id: str, names: Iterable[str]) -> str:
    """Every word by which a node is to be found: of its names, their initials, and its id."""
    found: dict[str, None] = {}
    tail = node_id.partition("/")[2]
    for name in names:
        words = plain_words(name)
        found.update(dict.fromkeys((*words, *all_initials(name), _whole(words))))
    found.update(dict.fromkeys((*plain_words(tail), _whole(plain_words(tail)))))
    return " ".join(word[:LONGEST] for word in found if word)


def questions(typed: str) -> Iterator[str]:
    """What to ask an index for, one after the other until all nodes that fit as well as the best have been given.

    A whole name; every word, or its beginning; every word, or nearly; any word.
    """
    words = tuple(word[:LONGEST] for word in plain_words(typed))
    if words:
        yield _whole(words)
        yield " ".join(f"+{_begun(word)}" for word in words)
        yield " ".join(f"+({_begun(word)} {_nearly(word)})" for word in words)
        yield " ".join(f"{_begun(word)} {_nearly(word)}" for word in words)


def _whole(words: tuple[str, ...]) -> str:
    return (EQUALS + "".join(words))[:LONGEST] if words else ""


def _begun(word: str) -> str:
    return f"{word}*" if len(word) > 1 else word


def _nearly(word: str) -> str:
    """A word with a slip, or with two where it is long; two letters exchanged are one slip, and two to some engines."""
    if len(word) < ONE_SLIP:
        return " ".join((word, *exchanged(word)))
    return " ".join(f"{w}~2" for w in ((word,) if len(word) < 2 * ONE_SLIP else _with_neighbours_exchanged(word)))


def _with_neighbours_exchanged(word: str) -> tuple[str, ...]:
    """A word, and with every two neighbours exchanged: whatever is two slips away is two steps from one of these."""
    turned = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
    return tuple(dict.fromkeys((word, *turned)))
