"""Which articles a set has, by the names of their files, with the passages that it cites of each."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cypher.model import built_in_model
from ledger.articles import ENDING, Article, BadArticle
from ledger.evidence import Passage
from loader.articles import read_article
from loader.check.index import make_passage
from loader.check.typed import typed_node
from loader.expand import expand
from loader.read import read_records
from loader.records import Node, Problem


@dataclass(frozen=True)
class SetArticle:
    """An article as a set declares it; `file` is its file's name without the ending, None where none is named.

    `origins_told`: by passage, how its origin is known (stated, derived, ours).
    """

    source: str
    name: str
    file: str | None
    passages: tuple[Passage, ...] = ()
    origins_told: tuple[tuple[str, str], ...] = ()

    @property
    def short(self) -> str:
        """The name by which citations call it."""
        return self.source.removeprefix("source/")

    def passage_at(self, place: str) -> Passage | None:
        """The passage of a place, `3` or `3.1`."""
        return next((p for p in self.passages if p.id == f"passage/{self.short}/{place}"), None)


def read_set_articles(folder: Path) -> tuple[SetArticle, ...]:
    """The articles of a set in the order of its records; what cannot be read is left out. Raises BadFolder."""
    articles: dict[str, SetArticle] = {}
    passages: dict[str, list[tuple[Passage, str]]] = {}
    for node in _nodes(folder):
        if node.id.startswith("source/") and node.properties.get("kind") == "article":
            file = node.properties.get("article")
            articles[node.id] = SetArticle(node.id, str(node.properties.get("name")), str(file) if file else None)
        elif node.id.startswith("passage/"):
            passage = make_passage(node)
            passages.setdefault(passage.source, []).append((passage, str(node.properties.get("basis", "stated"))))
    return tuple(
        replace(
            article,
            passages=tuple(p for p, _ in passages.get(source, ())),
            origins_told=tuple((p.id, basis) for p, basis in passages.get(source, ())),
        )
        for source, article in articles.items()
    )


def read_texts(articles: Path) -> Iterator[Article]:
    """Every text of a folder of articles that can be read, in order of their names."""
    for path in sorted(articles.glob(f"*{ENDING}")):
        with suppress(BadArticle):
            yield read_article(articles, path.stem)


def _nodes(folder: Path) -> Iterator[Node]:
    """The sources and passages of a set, typed."""
    model = built_in_model()  # passages and sources are in any
    for record in read_records(folder):
        for item in expand(record, model) if not isinstance(record, Problem) else ():
            if isinstance(item, Node) and item.id.startswith(("source/", "passage/")):
                node, wrong = typed_node(item, model)
                if not wrong:
                    yield node
