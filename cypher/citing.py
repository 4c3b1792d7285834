"""What rests on passages, seen from the passage: nodes, claims, disputes, relationships; and the articles there are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import Value, texts
from ledger.ids import is_relationship_id

EVIDENCE, NARROWED = "evidence", "_evidence"
"""The passages of a record, and, behind a property's name, those of that property."""


@dataclass(frozen=True)
class CitedArticle:
    """An article from which `passages` are taken; `file`: its file's name without ending, where the records tell it."""

    id: str
    name: str
    file: str | None
    passages: int


@dataclass(frozen=True)
class Citing:
    """A record that rests on a passage.

    `about`: the ids and names of the nodes that a claim or a dispute is about; `only_for`: the properties that alone
    rest on it, none where the whole record does.
    """

    passage: str
    id: str
    name: str
    says: str
    about: tuple[tuple[str, str], ...] = ()
    only_for: tuple[str, ...] = ()

    @property
    def is_relationship(self) -> bool:
        """Whether it is one, and no node."""
        return is_relationship_id(self.id)


def read_articles(graph: Reader, data_set: str) -> tuple[CitedArticle, ...]:
    """The articles from which passages are taken, by name."""
    rows = graph.rows(statement("articles-of-a-data-set"), {"data_set": data_set})
    return tuple(
        CitedArticle(str(i), str(name), None if file is None else str(file), int(str(number)))
        for i, name, file, number in rows
    )


def read_citing(graph: Reader, passages: Iterable[str], data_set: str, model: Model) -> tuple[Citing, ...]:
    """All records that rest on some passages, nodes first, each once for each passage."""
    asked = {"passages": sorted(set(passages)), "data_set": data_set}
    nodes = graph.rows(statement("nodes-citing-passages"), asked)
    relationships = graph.rows(statement("relationships-citing-passages"), asked)
    return (*_nodes(nodes), *_relationships(relationships, model))


def _nodes(rows: Iterable[tuple[Value, ...]]) -> Iterator[Citing]:
    for (passage, node, name, says, properties), some in groupby(rows, lambda row: row[:5]):
        about = tuple((str(i), str(called)) for *_, i, called in some if i is not None)
        yield Citing(str(passage), str(node), str(name), _text(says), about, _find_properties(properties))


def _relationships(rows: Iterable[tuple[Value, ...]], model: Model) -> Iterator[Citing]:
    for passage, link, start, type_, end, says, properties in rows:
        if type_ in model.fact_types:
            name = f"{start} {model.reads(str(type_))} {end}"
            yield Citing(str(passage), str(link), name, _text(says), only_for=_find_properties(properties))


def _find_properties(names: Value) -> tuple[str, ...]:
    """The properties that a passage speaks for; none where it speaks for the whole."""
    found = texts(names)
    return () if EVIDENCE in found else tuple(sorted(name.removesuffix(NARROWED) for name in found))


def _text(value: Value) -> str:
    return "" if value is None else str(value)
