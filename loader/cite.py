"""Finding the place to cite: by words of the articles, or, without them, by words of what records say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cypher.model import built_in_model
from ledger.articles import Article
from ledger.evidence import Passage, hash_passage
from ledger.names import plain_words
from loader.expand import expand
from loader.read import read_records
from loader.read.own_model import read_own_model
from loader.records import Node, Problem
from loader.set_articles import SetArticle, read_set_articles, read_texts


@dataclass(frozen=True)
class Place:
    """A line of an article, or one of its several sentences: what a citation names."""

    line: int
    sentence: int | None
    words: str = field(repr=False)

    def __str__(self) -> str:
        return f"{self.line}.{self.sentence}" if self.sentence else str(self.line)

    @property
    def sha256(self) -> str:
        """Its fingerprint."""
        return hash_passage(self.words)


@dataclass(frozen=True)
class FoundPlace:
    """A place that has the words; `article` is None where the set does not declare this file."""

    file: str
    place: Place
    article: SetArticle | None
    passage: Passage | None

    @property
    def origin_basis(self) -> str | None:
        """How the origin of its passage is known, where there is one."""
        told = dict(self.article.origins_told) if self.article else {}
        return told.get(self.passage.id) if self.passage else None


@dataclass(frozen=True)
class FoundRecord:
    """A record that says the words, and the places on which it rests."""

    id: str
    says: str
    citations: tuple[str, ...]


def list_places(article: Article) -> Iterator[Place]:
    """The places of an article that can be cited: each line that is not blank, by sentence where it has several."""
    for line, text in enumerate(article.lines, 1):
        number = article.sentences(line)
        if number == 1:
            yield Place(line, None, text)
        else:
            yield from (Place(line, n, article.text(line, n)) for n in range(1, number + 1))


def find_places(folder: Path, articles: Path, words: str) -> tuple[FoundPlace, ...]:
    """Where the words stand in the articles: in this order where somewhere they do, else all of them, in any order."""
    known = {a.file: a for a in read_set_articles(folder) if a.file}
    sought = plain_words(words)
    fits = []
    for text in read_texts(articles):
        stem = text.name.rpartition(".")[0]
        for place in list_places(text):
            if fit := _fits(sought, plain_words(place.words)):
                article = known.get(stem)
                passage = article.passage_at(str(place)) if article else None
                fits.append((fit, FoundPlace(text.name, place, article, passage)))
    best = max((fit for fit, _ in fits), default=0)
    return tuple(found for fit, found in fits if fit == best)


def find_records(folder: Path, words: str) -> tuple[FoundRecord, ...]:
    """The records that say the words, with what they rest on; needs no article."""
    sought = plain_words(words)
    model = read_own_model(folder, built_in_model(), {}).model
    found: dict[str, FoundRecord] = {}
    for record in read_records(folder):
        for item in expand(record, model) if not isinstance(record, Problem) else ():
            if isinstance(item, Node) and item.citations:
                says = str(item.properties.get("paraphrase") or item.properties.get("name"))
                if _fits(sought, plain_words(f"{says} {item.properties.get('name')}")):
                    found.setdefault(item.id, FoundRecord(item.id, says, tuple(dict.fromkeys(item.citations))))
    return tuple(found.values())


def _fits(sought: tuple[str, ...], words: tuple[str, ...]) -> int:
    """2 where the words stand one behind the other (the last may be begun), 1 where each stands somewhere, else 0."""
    if not sought:
        return 0
    for at in range(len(words) - len(sought) + 1):
        some = words[at : at + len(sought)]
        if some[:-1] == sought[:-1] and some[-1].startswith(sought[-1]):
            return 2
    return int(_all_there(sought, words))


def _all_there(sought: Iterable[str], words: tuple[str, ...]) -> bool:
    return set(sought) <= set(words)
