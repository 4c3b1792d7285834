"""A saved query with its parameters, to paste into Neo4j Browser or cypher-shell."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cypher.exports.cypher_literals import write_params
from cypher.exports.export_format import ExportFormat
from cypher.results import Value

if TYPE_CHECKING:
    from cypher.saved import QueryAnswer, SavedQuery


def to_cypher(query: "SavedQuery", parameters: Mapping[str, Value], data_set: str) -> str:
    """`:param` lines for everything that the text uses, then the text.

    It reckons with no dates: the day on which sums or rows are seen is none of its parameters.
    """
    from cypher.saved.cypher_words import parameters_in
    from cypher.saved.labels import fill_labels
    from cypher.saved.run import MAX_ROWS

    used = parameters_in(query.text)
    reserved = {"data_set": data_set, "most": MAX_ROWS}
    reckoned = {query.as_of, query.between}
    asked = {name: value for name, value in parameters.items() if name not in reckoned or name in used}
    values = {**asked, **{name: value for name, value in reserved.items() if name in used}}
    text = fill_labels(query.text, query.parameters, parameters, query.model)
    return "\n".join([*write_params(values), end_statement(text)]) + "\n"


def end_statement(text: str) -> str:
    """The text with its semicolon, on a line of its own where the last one holds a comment, which would swallow it."""
    last = text.rsplit("\n", 1)[-1]
    return f"{text}\n;" if "//" in last else f"{text};"


def _write(answer: "QueryAnswer") -> str:
    return to_cypher(answer.query, answer.parameters, answer.data_set)


CYPHER = ExportFormat("cypher", "Cypher", "text/plain", _write, asks_graph=False)
