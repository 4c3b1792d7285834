"""What can be asked of one node: the saved queries that take it, and how much each has to say of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from cypher.errors import BadParameter
from cypher.model import Model
from cypher.network import present
from cypher.protocols import Reader
from cypher.saved.parameters import Parameter, ParameterType
from cypher.saved.query import SavedQuery
from cypher.saved.unknown import nearest_node
from cypher.text.quoting import quote
from cypher.text.template import PLACE
from ledger.nearest import did_you_mean, shown

OF_ALL = "(n:{{label}} {data_set: $data_set})"
"""How a statement that offers nodes begins: with the node itself …"""
OF_ONE = "(n:{{label}} {data_set: $data_set, id: $id})"
"""… which can be narrowed to one of them, so that the others are not read."""


@dataclass(frozen=True)
class Askable:
    """A saved query, and the parameter that takes the node; `rows`: how many the answer has, None where that depends
    on other parameters too, or is not known before it is asked."""

    query: SavedQuery
    parameter: str
    rows: int | None = None


@dataclass(frozen=True)
class AboutNode:
    """`asked`: queries that have an answer about the node, or may have; `silent`: those that take nodes like it and
    find nothing of this one."""

    asked: tuple[Askable, ...] = ()
    silent: tuple[SavedQuery, ...] = ()


def find_about_node(graph: Reader, queries: Iterable[SavedQuery], node: str, data_set: str, model: Model) -> AboutNode:
    """What the queries can be asked of a node, in their order: by its label and, where a parameter offers only some
    nodes of a label, such as articles among sources, by whether it is one of these.

    Raises BadParameter, which names the nearest, where there is no such node, and whatever the graph raises.
    """
    known = model.find_label_of_id(node)
    if known is None or node not in present(graph, [node], data_set, model):
        meant = did_you_mean(nearest_node(graph, node, data_set, model))
        raise BadParameter(f"there is no {shown(node)} in these records{meant}", "give the id of a node")
    asked: list[Askable] = []
    silent: list[SavedQuery] = []
    for query in queries:
        taking = [p for p in query.parameters if takes_label(p, known.label)]
        first = next(filter(None, (_try(graph, query, p, known.label, node, data_set) for p in taking)), None)
        if first is not None:
            asked.append(first)
        elif taking:
            silent.append(query)
    return AboutNode(tuple(asked), tuple(silent))


def takes_label(parameter: Parameter, label: str) -> bool:
    """Whether a parameter takes nodes of a label."""
    return parameter.type is ParameterType.NODE and label in parameter.labels


def _try(
    graph: Reader, query: SavedQuery, parameter: Parameter, label: str, node: str, data_set: str
) -> Askable | None:
    """The query with the node for this parameter; None where that is not offered."""
    if parameter.offers is None:
        return Askable(query, parameter.name)
    narrowed = parameter.offers.replace(OF_ALL, OF_ONE)
    text = PLACE.sub(lambda place: quote(label) if place[1] == "label" else place[0], narrowed)
    found = graph.rows(text, {"data_set": data_set, "id": node})
    row = next((row for row in found if row[0] == node), None)
    return None if row is None else Askable(query, parameter.name, None if row[2] is None else int(row[2]))
