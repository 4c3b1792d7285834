"""Values that name nothing in the graph: refused with the nearest names, so that nobody takes silence for an answer."""

from collections.abc import Mapping
from difflib import get_close_matches

from cypher.errors import BadParameter
from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import Value
from cypher.saved.fill import label_for
from cypher.saved.parameters import Choice, Parameter, ParameterType, choices

CUTOFF = 0.6


def refuse_unknown(
    graph: Reader, parameters: tuple[Parameter, ...], given: Mapping[str, Value], data_set: str, model: Model
) -> None:
    """Raise BadParameter, which names the nearest, for the first given value that no node or term has.

    Defaults are not looked at: a data set may lack them without harm.
    """
    for parameter in parameters:
        value = str(given.get(parameter.name, ""))
        if parameter.name not in given or _is_there(graph, parameter, value, data_set, model):
            continue
        offered = choices(graph, parameter, data_set)
        raise BadParameter(f"{parameter.name}: there is no {value}{_nearest(value, offered)}")


def _is_there(graph: Reader, parameter: Parameter, value: str, data_set: str, model: Model) -> bool:
    if parameter.type is ParameterType.TERM:
        return any(value == c.value for c in choices(graph, parameter, data_set))
    if parameter.type is not ParameterType.NODE:
        return True
    try:
        text = statement("whether-a-node-is-there", label=label_for(parameter, value, model))
    except BadParameter:
        if "/" in value:
            raise
        return False
    return bool(graph.rows(text, {"id": value, "data_set": data_set}))


def _nearest(value: str, offered: list[Choice]) -> str:
    by_text = {c.value.casefold(): c.value for c in offered} | {c.caption.casefold(): c.value for c in offered}
    close = get_close_matches(value.casefold(), by_text, n=1, cutoff=CUTOFF)
    return f" (did you mean {by_text[close[0]]}?)" if close else ""
