"""A data set out of a graph, as the rows that stand there: read one by one, and kept where they need no memory."""

from collections.abc import Iterator

from pydantic import ValidationError

from cypher.errors import GraphError
from cypher.guide import guide_of
from cypher.internal import statement
from cypher.model import Extension, Family, Model, read_model_of
from cypher.protocols import Writer
from cypher.results import GraphEdge, GraphNode, Value
from cypher.status import DataSetState, current_data_set
from ledger.units import Unit
from loader.exports.taken import TakenSet
from loader.records import DataSet
from loader.rows import Row, collect_rows

NOT_TOLD = "not told in the graph"
"""What a unit counts: the graph keeps its name alone."""


class ChangedMeanwhile(GraphError):
    """A data set that was loaded anew while it was read."""


def take_from_graph(graph: Writer, wanted: str | None) -> TakenSet:
    """A data set by its name, or the one that was loaded last.

    Raises EmptyGraph where it is not there, and ChangedMeanwhile where a load came between.
    """
    state = current_data_set(graph, wanted)
    model = read_model_of(graph, state.name)
    signature = _read_signature(graph, state.name)
    rows = collect_rows(_nodes(graph, state.name, model), _relationships(graph, state.name, model))
    if current_data_set(graph, state.name).key != state.key:
        raise ChangedMeanwhile(f"'{state.name}' was loaded anew while it was read: say it again")
    return TakenSet(_data_set(state, signature), model, _extension(signature), rows, signature)


def _nodes(graph: Writer, name: str, model: Model) -> Iterator[Row]:
    for label in (n.label for n in model.labels if n.family is not Family.BOOKKEEPING):
        for (node,) in graph.stream(statement("nodes-of-a-label", label=label), {"data_set": name}):
            assert isinstance(node, GraphNode)
            yield Row(node.id, (label,), _hash_of(node), node.properties)


def _relationships(graph: Writer, name: str, model: Model) -> Iterator[Row]:
    for type_ in (r.name for r in model.relationship_types):
        for (edge,) in graph.stream(statement("relationships-of-a-type", type=type_), {"data_set": name}):
            assert isinstance(edge, GraphEdge)
            ends = (model.label_of_id(edge.start).label, model.label_of_id(edge.end).label)
            yield Row(edge.id, (type_, *ends), _hash_of(edge), edge.properties, edge.start, edge.end)


def _hash_of(thing: GraphNode | GraphEdge) -> str:
    return str(thing.properties.get("record_hash", ""))


def _read_signature(graph: Writer, name: str) -> dict[str, Value]:
    rows = graph.rows(statement("nodes-of-a-label", label="DataSet"), {"data_set": name})
    return dict(rows[0][0].properties)


def _data_set(state: DataSetState, signature: dict[str, Value]) -> DataSet:
    units = tuple(Unit(str(unit), NOT_TOLD) for unit in signature.get("units") or ())
    return DataSet(state.name, state.title, units, guide_of(str(signature.get("guide") or "{}")))


def _extension(signature: dict[str, Value]) -> Extension:
    try:
        return Extension.model_validate_json(str(signature.get("model") or "{}"))
    except ValidationError:  # as the model is read then: the one that is built in
        return Extension()
