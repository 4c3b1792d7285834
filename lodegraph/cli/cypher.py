"""`lodegraph cypher`: a statement of one's own, which may only read."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.output import Exit, TableFormat, fail, print_answer, print_table, tell

if TYPE_CHECKING:
    from cypher.guard import TypedAnswer

LONGEST_WAIT = 600

Text = Annotated[str, typer.Argument(metavar="CYPHER", help="The statement; - reads it from standard input.")]
Values = Annotated[
    list[str] | None,
    typer.Option("--param", metavar="NAME=VALUE", help="A parameter, as text; NAME:=VALUE as JSON. May be repeated."),
]
RowsFormat = Annotated[TableFormat, typer.Option("--format", help="How to write the rows.")]
MostRows = Annotated[int, typer.Option("--max-rows", min=1, max=100_000, help="Cut the answer after so many rows.")]
Seconds = Annotated[float, typer.Option("--seconds", min=1, max=LONGEST_WAIT, help="How long it may take.")]


def cypher(
    text: Text,
    param: Values = None,
    output: RowsFormat = TableFormat.TABLE,
    max_rows: MostRows = 1_000,
    seconds: Seconds = 20.0,
) -> None:
    """Run a statement of your own, which may only read, and which sees the whole database, all data sets of it."""
    import_driver()
    from cypher.deadlines import Limits
    from cypher.errors import BadParameter
    from cypher.guard import Refused, check_typed, run_typed
    from lodegraph.cli.session import open_graph

    typed = sys.stdin.read() if text == "-" else text
    given = _read_parameters(param or [])
    try:
        check_typed(typed)  # before a graph is started for it
        with open_graph() as graph:
            found = run_typed(graph, typed, given, Limits(rows=max_rows, seconds=seconds))
    except (Refused, BadParameter) as error:
        fail(str(error), Exit.USAGE)
    _print_rows(found, output)
    if found.table.truncated:
        tell(f"the answer was cut after {len(found.table.rows):,} rows: ask for more with --max-rows")
    if not found.table.rows:
        tell("the answer has no rows")


def _read_parameters(pairs: list[str]) -> dict[str, object]:
    given: dict[str, object] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip(":"):
            fail(f"--param {pair}: write NAME=VALUE for text, NAME:=VALUE for JSON", Exit.USAGE)
        given[name.removesuffix(":")] = _read_json(pair, value) if name.endswith(":") else value
    return given


def _read_json(pair: str, value: str) -> object:
    try:
        return json.loads(value)
    except ValueError as error:
        fail(f"--param {pair}: {value!r} is no JSON ({error}); texts are written NAME=VALUE", Exit.USAGE)


def _print_rows(found: "TypedAnswer", output: TableFormat) -> None:
    from cypher.exports.csv_text import to_csv
    from cypher.exports.json_text import dumps
    from cypher.model import built_in_model
    from cypher.views.table import flatten

    rows = flatten(found.table, built_in_model())
    if output is TableFormat.JSON:
        print_answer(dumps([dict(zip(rows.columns, row, strict=True)) for row in rows.rows]))
    elif output is TableFormat.CSV:
        print_answer(to_csv(rows))
    elif rows.rows:
        print_table(rows)
