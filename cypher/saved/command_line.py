"""A question as the command that asks it, with its parameters, to be pasted into a shell."""

import shlex
from collections.abc import Mapping

from cypher.results import Value
from cypher.saved.query import SavedQuery


def write_command(query: SavedQuery, parameters: Mapping[str, Value], data_set: str | None = None) -> str:
    """`lodegraph query run ID --param name=value …`: every value that is given, quoted as shells take it.

    An empty value is left out where a query takes none by itself. `data_set`: which of several to ask.
    """
    usual = {p.name: p.default for p in query.parameters}
    words = ["lodegraph", "query", "run", query.id]
    for name, value in parameters.items():
        if value != "" or usual.get(name) != "":
            words += ["--param", f"{name}={value}"]
    if data_set is not None:
        words += ["--data-set", data_set]
    return shlex.join(words)
