"""Whose words a sentence may be: the passage of another article that it follows, as far as words in common tell.

A guess for somebody to confirm. Agencies' texts are cut and translated, so not the order but the share of telling words
is looked at: six in ten of the longer words, and no fewer than six of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ledger.articles import Article
from ledger.names import plain_words
from loader.cite import Place, list_places
from loader.set_articles import SetArticle

SHARE, FEWEST = 0.6, 6
TELLING = 4
"""Letters from which on a word tells something; numbers always do."""


@dataclass(frozen=True)
class Followed:
    """A place of another article whose words a sentence shares, and of its telling words which part.

    `origin`: that of the passage there; None where the set has no passage of it.
    """

    citation: str
    share: float
    origin: str | None


@dataclass(frozen=True)
class _Other:
    citation: str
    words: frozenset[str]
    origin: str | None


class OriginGuess:
    """The sentences of other articles, by their telling words."""

    def __init__(self, others: Iterable[tuple[Article, SetArticle | None]]) -> None:
        self._others: list[_Other] = []
        for text, article in others:
            for place in list_places(text):
                passage = _passage_of(article, place)
                name = article.short if article else text.name
                self._others.append(_Other(f"{name}:{place}", telling_words(place.words), passage))

    def follow(self, words: str) -> Followed | None:
        """The place that a text shares most with, where that is enough; an origin that is known goes first."""
        own = telling_words(words)
        if len(own) < FEWEST:
            return None
        fits = [
            Followed(o.citation, round(len(own & o.words) / len(own), 2), o.origin)
            for o in self._others
            if len(own & o.words) >= max(FEWEST, SHARE * len(own))
        ]
        return max(fits, key=lambda f: (f.share, f.origin is not None, f.citation), default=None)


def telling_words(text: str) -> frozenset[str]:
    """The longer words and the numbers of a text, in plain form."""
    return frozenset(w for w in plain_words(text) if len(w) >= TELLING or any(c.isdigit() for c in w))


def pair_with_articles(
    texts: Iterable[Article], articles: Sequence[SetArticle], but: str
) -> list[tuple[Article, SetArticle | None]]:
    """Each text but one, by its file's name, with the article of the set that it is."""
    known = {a.file: a for a in articles if a.file}
    return [(t, known.get(t.name.rpartition(".")[0])) for t in texts if t.name != but]


def _passage_of(article: SetArticle | None, place: Place) -> str | None:
    if article is None:
        return None
    passage = article.passage_at(str(place)) or article.passage_at(str(place.line))
    return passage.origin if passage else None
