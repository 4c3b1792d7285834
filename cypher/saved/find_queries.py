"""Finding saved queries by words of their id, title, question, category, parameters or Cypher."""

from collections.abc import Iterable
from dataclasses import dataclass

from cypher.saved.query import SavedQuery
from ledger.names import plain_words


@dataclass(frozen=True)
class FoundQuery:
    """A saved query, and where the words stand in it: the first of its parts that has each of them, without repeats."""

    query: SavedQuery
    found_in: tuple[str, ...]


def find_queries(queries: Iterable[SavedQuery], words: str) -> tuple[FoundQuery, ...]:
    """The queries that have every word, as the beginning of one of theirs; those that have them in the title first.

    Case, accents and Unicode form make no difference. No words find nothing.
    """
    wanted = plain_words(words)
    found = [(ranks, query) for query in queries if wanted and (ranks := _rank(query, wanted)) is not None]
    found.sort(key=lambda one: (sum(one[0]), one[1].category, one[1].title))
    return tuple(FoundQuery(query, tuple(dict.fromkeys(PARTS[rank] for rank in ranks))) for ranks, query in found)


PARTS = ("title", "question", "category", "parameters", "Cypher")
"""Where words may stand, what speaks most of a query first."""


def _rank(query: SavedQuery, wanted: tuple[str, ...]) -> list[int] | None:
    """For each word the part that has it; None where one is in none."""
    texts = (
        f"{query.title} {query.id}",
        query.question,
        query.category,
        " ".join(f"{p.name} {p.meaning} {' '.join(p.labels)}" for p in query.parameters),
        query.text,
    )
    parts = [plain_words(text.replace("_", " ").replace("-", " ")) for text in texts]
    ranks = [next((rank for rank, has in enumerate(parts) if _begins(has, word)), None) for word in wanted]
    return [rank for rank in ranks if rank is not None] if None not in ranks else None


def _begins(has: Iterable[str], word: str) -> bool:
    return any(one.startswith(word) for one in has)
