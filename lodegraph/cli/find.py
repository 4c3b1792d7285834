"""`lodegraph find`: what is called so, whatever it is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.options import DataSet
from lodegraph.cli.output import Exit, TableFormat, fail, print_answer, print_table, tell

if TYPE_CHECKING:
    from cypher.search import Findings, Found

COLUMNS = ("name", "kind", "found by", "id")

Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="What it is called, as far as you know.")]
RowsFormat = Annotated[TableFormat, typer.Option("--format", help="How to write what is found.")]
Records = Annotated[
    Path | None, typer.Option("--records", metavar="DIR", help="Look in a folder of records instead, without a graph.")
]
MostFound = Annotated[int, typer.Option("--max-rows", min=1, max=100_000, help="Cut the answer after so many rows.")]


def find(
    words: Words,
    output: RowsFormat = TableFormat.TABLE,
    max_rows: MostFound = 50,
    data_set: DataSet = None,
    records: Records = None,
) -> None:
    """Find what is called so: by name, other name, initials or id, in part too, and with a typing error."""
    import_driver()
    from ledger.names import plain_words

    typed = " ".join(words)
    if not plain_words(typed):
        fail(f"'{typed}' holds no letter or digit to look for", Exit.USAGE)
    name, found = _find_in_files(records, typed, max_rows) if records else _find_in_graph(typed, max_rows)
    _print_found(typed, found, output)
    if not found:
        tell(f"nothing in '{name}' is called '{typed}': no name, other name, initials or id, nor nearly so")
    if found.truncated:
        tell(f"there are more than these {len(found)}: ask for more with --max-rows, or for more words")


def _find_in_files(folder: Path, typed: str, most: int) -> "tuple[str, Findings]":
    from loader.set_names import find_in_records
    from lodegraph.cli.session import report_errors

    with report_errors():
        return find_in_records(folder, typed, most)


def _find_in_graph(typed: str, most: int) -> "tuple[str, Findings]":
    from cypher import search
    from cypher.model import read_model_of
    from cypher.settings import GraphSettings
    from cypher.status import current_data_set, unfinished
    from lodegraph.cli.session import open_graph

    with open_graph() as graph:
        shown = current_data_set(graph, GraphSettings().lodegraph_data_set)
        found = search.find(graph, typed, shown.name, read_model_of(graph, shown.name), most)
    if not shown.is_complete:
        tell(unfinished(shown))
    return shown.name, found


def _print_found(typed: str, found: "Findings", output: TableFormat) -> None:
    from cypher.exports.csv_text import to_csv
    from cypher.exports.json_text import dumps
    from cypher.results import Table

    table = Table(COLUMNS, tuple((f.name, f.label, _by(f), f.id) for f in found), leading=len(COLUMNS))
    if output is TableFormat.JSON:
        rows = [
            {"id": f.id, "name": f.name, "kind": f.label, "how": f.how, "matched": f.matched, "score": f.score}
            for f in found
        ]
        print_answer(dumps({"words": typed, "rows": len(rows), "truncated": found.truncated, "found": rows}))
    elif output is TableFormat.CSV:
        print_answer(to_csv(table))
    elif found:
        print_table(table, save="`--format csv`")


def _by(found: "Found") -> str:
    """By what it was found; the other or former name itself where it was by that."""
    return f"{found.how}: {found.matched}" if found.how in ("other name", "former name") else str(found.how)
