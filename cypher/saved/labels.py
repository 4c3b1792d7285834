"""Labels filled into a saved query when it is run: a node's id tells its label, and a label lets an index be used."""

import re
from collections.abc import Collection, Mapping

from cypher.errors import BadParameter
from cypher.model import Model
from cypher.results import Value
from cypher.saved.parameters import YES, Parameter, ParameterType
from cypher.text.quoting import quote
from cypher.text.template import PLACE
from ledger.nearest import did_you_mean, nearest, shown
from ledger.text import shorten, with_article

CONDITION = re.compile(r"(with|without) ([a-z][a-z_]*)")
MARKED = re.compile(rf"(?P<line>.*\S) // (?P<when>{CONDITION.pattern}(?: {CONDITION.pattern})*)")


def fill_labels(text: str, parameters: tuple[Parameter, ...], values: Mapping[str, Value], model: Model) -> str:
    """The text in which `{{node}}` has become the label of the node that the parameter `node` names, or the
    relationship type that it is.

    A line that ends with `// with node` stands only where it is given, one with `// without node` where it is left out,
    so that an index finds a node that is given; of a parameter of yes or no, where it is yes or no. Several such
    conditions hold together.
    Raises BadParameter where a value is no id of a label that the parameter takes, or no relationship type.
    """
    labels = {name: quote(label) for name, label in labels_of(parameters, values, model).items()}
    types = (p for p in parameters if p.type is ParameterType.RELATIONSHIP_TYPE)
    labels |= {p.name: quote(type_for(p, str(values[p.name]), model)) for p in types}
    given = {p.name for p in parameters if _is_given(p, values.get(p.name, ""))}
    return PLACE.sub(lambda place: labels.get(place[1], place[0]), _keep_lines(text, given))


def labels_of(parameters: tuple[Parameter, ...], values: Mapping[str, Value], model: Model) -> dict[str, str]:
    """By parameter, the label of the node that it names. Raises BadParameter as `label_for` does."""
    nodes = (p for p in parameters if p.type is ParameterType.NODE)
    given = (p for p in nodes if not (p.may_be_empty and values[p.name] == ""))
    return {p.name: label_for(p, str(values[p.name]), model) for p in given}


def find_conditions(text: str) -> set[str]:
    """The parameters on which lines of a query depend."""
    marked = (MARKED.fullmatch(line) for line in text.splitlines())
    return {name for line in marked if line for _, name in CONDITION.findall(line["when"])}


def _is_given(parameter: Parameter, value: Value) -> bool:
    return bool(value == YES if parameter.type is ParameterType.YES_NO else value != "")


def _keep_lines(text: str, given: Collection[str]) -> str:
    """The lines that stand where some parameters are given and the others are not, without the mark that says so."""
    kept = []
    for line in text.splitlines():
        marked = MARKED.fullmatch(line)
        conditions = CONDITION.findall(marked["when"]) if marked else []
        if all((word == "with") == (name in given) for word, name in conditions):
            kept.append(marked["line"] if marked else line)
    return "\n".join(kept)


def label_for(parameter: Parameter, node_id: str, model: Model) -> str:
    """The label that an id's kind tells. Raises BadParameter when it is none that the parameter takes."""
    found = model.find_label_of_id(node_id)
    if found is None:
        raise BadParameter(f"{parameter.name}: '{shorten(node_id)}' is no id", _takes(parameter))
    if found.label not in parameter.labels:
        raise BadParameter(f"{parameter.name}: {shorten(node_id)} is {with_article(found.label)}", _takes(parameter))
    return found.label


def type_for(parameter: Parameter, name: str, model: Model) -> str:
    """The name of a relationship type. Raises BadParameter, which names the nearest, where the model has none such."""
    if model.find_relationship_type(name) is None:
        types = [r.name for r in model.relationship_types]
        meant = nearest(name, types)
        remedy = "" if meant else f"there is {', '.join(types)}"
        raise BadParameter(f"{parameter.name}: there is no {shown(name)}{did_you_mean(meant)}", remedy)
    return name


def _takes(parameter: Parameter) -> str:
    return f"it takes the id of a node of {', '.join(parameter.labels)}"
