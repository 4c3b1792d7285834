"""Rows of a saved query written as they come: what `lodegraph query run` does with long tables."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lodegraph.cli.output import print_pieces, tell, write_pieces

if TYPE_CHECKING:
    from cypher.exports import ExportFormat
    from cypher.protocols import StreamingReader
    from cypher.saved import SavedQuery


def print_stream(
    graph: "StreamingReader",
    query: "SavedQuery",
    given: Mapping[str, str | int],
    data_set: str,
    form: "ExportFormat",
    max_rows: int,
    into: Path | None,
) -> None:
    """Write the rows, then say what must be known beside them. Raises what the graph raises, also in the middle."""
    from cypher.saved.streamed import read_what_is_beside, stream

    if form.write_rows is None:
        raise TypeError(f"{form.name} is not written row by row")
    with stream(graph, query, given, data_set, max_rows) as found:
        pieces = form.write_rows(found.columns, found.rows)
        if into is None:
            print_pieces(pieces)
        else:
            write_pieces(into, pieces)
    notes, unfinished = read_what_is_beside(graph, query, given, data_set, found)
    for note in notes:
        tell(note)
    if found.truncated:
        tell(f"the answer was cut after {found.taken} rows: ask for more with --max-rows")
    if unfinished:
        tell(unfinished)
