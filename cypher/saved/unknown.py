"""Values that name nothing in the graph: refused with the nearest names, so that nobody takes silence for an answer."""

from collections.abc import Mapping

from cypher.errors import BadParameter
from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import Value
from cypher.saved.labels import label_for
from cypher.saved.parameters import Parameter, ParameterType, choices
from cypher.search import find
from ledger.names import plain_words
from ledger.nearest import did_you_mean, nearest, shown

MOST_MEANT = 5
"""Nodes of one name that are offered for it."""


def refuse_unknown(
    graph: Reader, parameters: tuple[Parameter, ...], given: Mapping[str, Value], data_set: str, model: Model
) -> None:
    """Raise BadParameter, which names the nearest, for the first given value that no node or term has.

    Defaults are not looked at: a data set may lack them without harm.
    """
    for parameter in parameters:
        if parameter.name not in given:
            continue
        value = str(given[parameter.name])
        if parameter.may_be_empty and value == "":
            continue
        if parameter.type is ParameterType.NODE:
            _refuse_unknown_node(graph, parameter, value, data_set, model)
        elif parameter.type is ParameterType.TERM:
            _refuse_unknown_term(graph, parameter, value, data_set)


def nearest_node(graph: Reader, value: str, data_set: str, model: Model, labels: tuple[str, ...] = ()) -> str | None:
    """The id of the node that is most likely meant by an id or name that no node has; of some labels, or of any."""
    found = find(graph, value, data_set, model, 1, labels)
    return found[0].id if found else None


def _refuse_unknown_node(graph: Reader, parameter: Parameter, value: str, data_set: str, model: Model) -> None:
    known = model.find_label_of_id(value) if "/" in value else None
    if known is not None and known.label not in parameter.labels and _is_there(graph, known.label, value, data_set):
        label_for(parameter, value, model)  # raises: it is of another kind
    if known is not None and known.label in parameter.labels and _is_there(graph, known.label, value, data_set):
        return
    meant = _nearest_nodes(graph, value, data_set, model, parameter.labels)
    remedy = "" if meant else f"it takes the id of a node of {', '.join(parameter.labels)}"
    raise BadParameter(f"{parameter.name}: there is no {shown(value)}{did_you_mean(_join_choices(meant))}", remedy)


def _nearest_nodes(graph: Reader, value: str, data_set: str, model: Model, labels: tuple[str, ...]) -> list[str]:
    """The id of the node that is most likely meant, and of the few others that have its name."""
    found = find(graph, value, data_set, model, MOST_MEANT, labels)
    return [f.id for f in found if plain_words(f.name) == plain_words(found[0].name)]


def _join_choices(ids: list[str]) -> str | None:
    """Some ids as what one may choose from."""
    return " or ".join(part for part in (", ".join(ids[:-1]), *ids[-1:]) if part) or None


def _refuse_unknown_term(graph: Reader, parameter: Parameter, value: str, data_set: str) -> None:
    there = [c.value for c in choices(graph, parameter, data_set)]
    if value not in there:
        meant = nearest(value, there)
        remedy = "" if meant else f"there is {', '.join(there) or 'none in these records'}"
        raise BadParameter(f"{parameter.name}: there is no {shown(value)}{did_you_mean(meant)}", remedy)


def _is_there(graph: Reader, label: str, node_id: str, data_set: str) -> bool:
    text = statement("whether-a-node-is-there", label=label)
    return bool(graph.rows(text, {"id": node_id, "data_set": data_set}))
