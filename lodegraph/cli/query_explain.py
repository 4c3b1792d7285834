"""`lodegraph query explain`: how a saved query would be answered, without running it."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from ledger.text import count_things, shorten
from lodegraph.cli.options import DataSet, ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer
from lodegraph.cli.query_values import Values, find_query, read_parameters

if TYPE_CHECKING:
    from cypher.saved import SavedQuery
    from cypher.saved.explained import Explanation, PlanStep, ReadPart

QueryId = Annotated[str, typer.Argument(metavar="ID", help="The saved query; `lodegraph query list` names them.")]
LONGEST = 100
"""Characters of a step's details on a line."""


def explain(
    query_id: QueryId, param: Values = None, output: ReportFormat = Format.TEXT, data_set: DataSet = None
) -> None:
    """Say how the server would answer a saved query: by its plan, where it shows one, and by which index."""
    import_driver()
    from cypher.exports.json_text import dumps
    from cypher.saved import BadParameter, UnknownQuery, read_offered
    from cypher.saved.explained import explain as explain_query
    from cypher.settings import GraphSettings
    from cypher.status import current_data_set
    from lodegraph.cli.session import open_graph

    given = read_parameters(find_query(query_id), param or [])
    with open_graph() as graph:
        shown = current_data_set(graph, GraphSettings().lodegraph_data_set)
        try:
            query = read_offered(graph, shown.name).get(query_id)
            told = explain_query(graph, query, given, shown.name)
        except (BadParameter, UnknownQuery) as error:
            fail(str(error), Exit.USAGE)
    if output is Format.JSON:
        print_answer(dumps({"query": query.id, "data_set": shown.name, **asdict(told)}))
    else:
        print_answer(_write(query, told))


def _write(query: "SavedQuery", told: "Explanation") -> str:
    lines = [f"{query.title} ({query.id})", "", "What its text begins to read at:"]
    lines += [f"  {_describe_part(part)}" for part in told.reads] or ["  nothing that names an id or a data set"]
    if told.plan:
        lines += ["", "The server's plan, the last step first; * looks at everything of a kind:"]
        lines += [_describe_step(step) for step in told.plan]
    else:
        lines += ["", "The server shows no plan that tells anything: the above is what the text says."]
    if told.besides:
        lines += ["", f"For what the answer leaves out it also asks: {', '.join(told.besides)}"]
    return "\n".join([*lines, "", told.text])


def _describe_part(part: "ReadPart") -> str:
    if part.by_index:
        return f"{part.what}: one, by the index of its ids"
    return f"{part.what}: all of them" + (f", {count_things(part.number, 'node')}" if part.number is not None else "")


def _describe_step(step: "PlanStep") -> str:
    mark = "*" if step.looks_at_all else " "
    rows = f"  about {step.estimated_rows:,.0f}" if step.estimated_rows is not None else ""
    return f"{mark} {'  ' * step.depth}{step.operator} {shorten(step.details, LONGEST)}".rstrip() + rows
