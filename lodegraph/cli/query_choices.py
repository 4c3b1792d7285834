"""`lodegraph query choices`: the values that a saved query's parameters may take."""

from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.options import DataSet
from lodegraph.cli.output import Exit, TableFormat, fail, print_answer, print_table, tell

if TYPE_CHECKING:
    from cypher.saved import Parameter

COLUMNS = ("parameter", "name", "kind", "rows", "value")

QueryId = Annotated[str, typer.Argument(metavar="ID", help="The saved query; `lodegraph query list` names them.")]
ParameterName = Annotated[
    str | None, typer.Argument(metavar="[PARAMETER]", help="One of its parameters; all if left out.")
]
RowsFormat = Annotated[TableFormat, typer.Option("--format", help="How to write them.")]


def choices(
    query_id: QueryId, parameter: ParameterName = None, output: RowsFormat = TableFormat.TABLE, data_set: DataSet = None
) -> None:
    """List all values that a saved query's parameters may take, each with how many rows it gives."""
    import_driver()
    from cypher import saved
    from cypher.own import read_offered_with_own
    from cypher.settings import GraphSettings
    from cypher.status import current_data_set, unfinished
    from lodegraph.cli.session import open_graph

    with open_graph() as graph:
        shown = current_data_set(graph, GraphSettings().lodegraph_data_set)
        catalog = read_offered_with_own(graph, shown.name)
        try:
            every = catalog.get(query_id).parameters
            wanted = every if parameter is None else (saved.find_parameter(every, parameter),)
        except (saved.BadParameter, saved.UnknownQuery) as error:
            fail(str(error), Exit.USAGE)
        offered = [(p, saved.choices(graph, p, shown.name)) for p in wanted]
    rows = tuple((p.name, c.caption, c.label or None, c.rows, c.value) for p, found in offered for c in found)
    _print_rows(query_id, rows, output)
    if not every:
        tell(f"{query_id} takes no parameter")
    for one, found in offered:
        if not found:
            tell(f"{one.name}: {_without_choices(one)}")
    if not shown.is_complete:
        tell(unfinished(shown))


def _without_choices(parameter: "Parameter") -> str:
    if parameter.at_least is not None:
        return f"any whole number from {parameter.at_least} to {parameter.at_most}"
    if parameter.type == "yes_no":
        return "yes or no"
    if parameter.type == "day":
        return "any day, such as 2026-03-01"
    if parameter.labels or parameter.of:
        return "these records have no value that gives an answer"
    if parameter.type == "day":
        return "any day, month or year, such as 2025-06-30; left out, how the records stand today"
    return "any text"


def _print_rows(query_id: str, rows: tuple[tuple[str | int | None, ...], ...], output: TableFormat) -> None:
    from cypher.exports.csv_text import to_csv
    from cypher.exports.json_text import dumps
    from cypher.results import Table

    if output is TableFormat.JSON:
        found = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        print_answer(dumps({"query": query_id, "choices": found}))
    elif output is TableFormat.CSV:
        print_answer(to_csv(Table(COLUMNS, rows)))
    elif rows:
        print_table(Table(COLUMNS, rows, leading=len(COLUMNS)), save="`--format csv`")
