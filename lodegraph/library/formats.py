"""Answers in the formats of `lodegraph query run --format`, for programs."""

from collections.abc import Mapping

from cypher.exports import ExportFormat
from cypher.protocols import Reader
from cypher.saved import SavedQuery, refuse_unknown, run, unasked
from explorer.render import exports
from ledger.nearest import did_you_mean, nearest, shown
from lodegraph.library.errors import UnknownName, WrongView


def find_format(name: str) -> ExportFormat:
    """The export format of that name. Raises UnknownName that lists them, and names the nearest."""
    known = {form.name: form for form in exports.EXPORT_FORMATS}
    if name not in known:
        meant = did_you_mean(nearest(str(name), known))
        raise UnknownName(f"there is no format '{shown(str(name))}'{meant}: there is {', '.join(known)}")
    return known[name]


def export_answer(
    graph: Reader, query: SavedQuery, form: ExportFormat, given: Mapping[str, str | int], data_set: str, max_rows: int
) -> str | bytes:
    """The answer of a saved query in a format, or the question where the format writes that alone.

    Raises WrongView where the answer holds no nodes and the format shows nothing else.
    """
    if not form.asks_graph:
        refuse_unknown(graph, query.parameters, given, data_set, query.model)
        return form.write(unasked(query, given, data_set))
    found = run(graph, query, given, data_set, max_rows)
    if form.needs_nodes and not found.subgraph.nodes:
        raise WrongView(f"the answer of '{query.id}' holds no nodes for {form.name}", "ask for another format")
    return form.write_from(graph, found)
