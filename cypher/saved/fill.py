"""Labels filled into a saved query when it is run: a node's id tells its label, and a label lets an index be used."""

import re
from collections.abc import Mapping

from cypher.errors import BadParameter
from cypher.results import Value
from cypher.saved.parameters import Parameter, ParameterType
from cypher.vocabulary import UnknownTerm, node_type_of

PLACE = re.compile(r"\{\{([a-z][a-z_]*)\}\}")


def filled(text: str, parameters: tuple[Parameter, ...], values: Mapping[str, Value]) -> str:
    """The text in which `{{node}}` has become the label of the node that the parameter `node` names.

    Raises BadParameter where a value is no id of a label that the parameter takes.
    """
    labels = {p.name: label_for(p, str(values[p.name])) for p in parameters if p.type is ParameterType.NODE}
    return PLACE.sub(lambda place: labels.get(place[1], place[0]), text)


def label_for(parameter: Parameter, node_id: str) -> str:
    """The label that an id's kind tells. Raises BadParameter when it is none that the parameter takes."""
    try:
        label = node_type_of(node_id).label
    except UnknownTerm:
        raise BadParameter(f"{parameter.name}: '{node_id}' is no id", _takes(parameter)) from None
    if label not in parameter.labels:
        raise BadParameter(f"{parameter.name}: {node_id} is a {label}", _takes(parameter))
    return label


def _takes(parameter: Parameter) -> str:
    return f"it takes the id of a node of {', '.join(parameter.labels)}"
