"""The Cypher that shows a node with its neighbours, or a relationship with its ends, to paste into Neo4j Browser."""

from collections.abc import Mapping

from cypher.exports.cypher_literals import write_params
from cypher.exports.cypher_text import end_statement
from cypher.internal import statement
from cypher.model import Model
from cypher.results import GraphEdge


def node_cypher(node_id: str, data_set: str, model: Model) -> str | None:
    """`:param` lines and the statement; None for an id of no label that the model knows."""
    known = model.find_label_of_id(node_id)
    if known is None:
        return None
    return _write(statement("a-node-with-its-neighbours", label=known.label), {"id": node_id, "data_set": data_set})


def edge_cypher(edge: GraphEdge, data_set: str, model: Model) -> str | None:
    """The same of a relationship; None where the label of its start is not known."""
    known = model.find_label_of_id(edge.start)
    if known is None:
        return None
    text = statement("a-relationship-with-its-ends", label=known.label, type=edge.type)
    return _write(text, {"id": edge.id, "start": edge.start, "data_set": data_set})


def _write(text: str, parameters: Mapping[str, str]) -> str:
    return "\n".join([*write_params(parameters), end_statement(text)]) + "\n"
