"""The names of a set's records, for finding one without a graph, even where the set has problems."""

from collections.abc import Iterator
from pathlib import Path

from cypher.model import Model, built_in_model
from cypher.search import Findings, find_among
from cypher.search.index import searched_labels
from cypher.search.rank import Named
from loader.check.typed import typed_node
from loader.expand import expand
from loader.read import read_data_set, read_records
from loader.read.own_model import read_own_model
from loader.records import Node, Problem


def find_in_records(folder: Path, typed: str, most: int) -> tuple[str, Findings]:
    """The set's name, and what fits, found and ordered as in a graph. Raises BadFolder."""
    name = read_data_set(folder).name
    model = read_own_model(folder, built_in_model(), {}).model
    labels = searched_labels(model)
    named = {one.id: one for one in _read(folder, model, frozenset(labels))}
    return name, find_among(named.values(), typed, labels, model, most)


def name_node(node: Node) -> Named:
    """A node with all that it is called."""
    p = node.properties
    also, former = (tuple(map(str, p.get(name) or ())) for name in ("also_named", "former_names"))
    return Named(node.id, node.label, str(p.get("name") or node.id), also, former)


def _read(folder: Path, model: Model, labels: frozenset[str]) -> Iterator[Named]:
    for record in read_records(folder):
        for item in expand(record, model) if not isinstance(record, Problem) else ():
            if isinstance(item, Node):
                node, _ = typed_node(item, model)
                if node.label in labels:
                    yield name_node(node)
