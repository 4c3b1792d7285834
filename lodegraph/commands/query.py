"""`lodegraph query`: list, show and run saved queries."""

from cypher.exports import ExportFormat
from cypher.exports.json_text import dumps
from cypher.guide import read_guide
from cypher.model import built_in_model
from cypher.results import Table
from cypher.saved import Answer, BadParameter, Catalog, SavedQuery, UnknownQuery, read_catalog, read_given, run, unasked
from cypher.settings import GraphSettings
from cypher.status import current_data_set, unfinished
from explorer.render import exports
from lodegraph.cli.output import Exit, Format, answer, fail, show_table, tell
from lodegraph.commands import session


def list_queries(output: Format) -> None:
    """List the saved queries by category."""
    with session.failing_well():
        queries = _catalog().queries
    rows = tuple((q.category, q.id, q.title, q.question, str(q.view)) for q in queries)
    table = Table(("category", "id", "title", "question", "view"), rows)
    if output is Format.JSON:
        answer(dumps([dict(zip(table.columns, row, strict=True)) for row in table.rows]))
    else:
        show_table(table)


def show_query(query_id: str, output: Format) -> None:
    """Show a saved query: its question, parameters and Cypher."""
    query = _find(query_id)
    answer(dumps(query.model_dump(mode="json")) if output is Format.JSON else as_text(query))


def run_query(query_id: str, param: list[str], output: str, max_rows: int) -> None:
    """Run a saved query and write its answer."""
    query = _find(query_id)
    given = _given(query, param)
    form = as_export(output)
    with session.graph() as graph:
        shown = current_data_set(graph, GraphSettings().lodegraph_data_set)
        data_set = shown.name
        try:
            query = _catalog().offered(data_set, read_guide(graph, data_set)).get(query_id)
            if form and not form.asks_graph:
                answer(form.write(unasked(query, given, data_set)))
                return
            found = run(graph, query, given, data_set, max_rows)
        except (BadParameter, UnknownQuery) as error:
            fail(str(error), Exit.USAGE)
    _write(found, form, max_rows)
    if not shown.is_complete:
        tell(unfinished(shown))


def as_export(name: str) -> ExportFormat | None:
    """The export format of that name; None for the table of the terminal."""
    return next((form for form in exports.EXPORT_FORMATS if form.name == name), None)


def as_text(query: SavedQuery) -> str:
    """The question, the parameters and the text."""
    lines = [f"{query.title} ({query.id}, {query.category}, {query.view})", query.question, ""]
    for p in query.parameters:
        bounds = f", {p.at_least} to {p.at_most}" if p.at_least is not None else ""
        kinds = f" of {', '.join(p.labels)}" if p.labels else ""
        start = "…" if p.default is None else p.default
        lines.append(f"--param {p.name}={start}   {p.meaning} ({p.type}{kinds}{bounds})")
    return "\n".join([*lines, "", query.text])


def _catalog() -> Catalog:
    return read_catalog(built_in_model())


def _find(query_id: str) -> SavedQuery:
    with session.failing_well():
        try:
            return _catalog().get(query_id)
        except UnknownQuery as error:
            fail(str(error), Exit.USAGE)


def _given(query: SavedQuery, pairs: list[str]) -> dict[str, str | int]:
    given: dict[str, str | int] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            fail(f"--param {pair}: write NAME=VALUE", Exit.USAGE)
        given[name] = value
    try:
        read_given(query.parameters, given)
    except BadParameter as error:
        fail(str(error), Exit.USAGE)
    return given


def _write(found: Answer, form: ExportFormat | None, max_rows: int) -> None:
    if form and form.draws and not found.subgraph.nodes:
        fail(f"the answer holds no nodes to draw: ask for another --format than {form.name}", Exit.USAGE)
    if form:
        answer(form.write(found))
    else:
        show_table(found.as_rows())
    if found.table.truncated:
        tell(f"the answer was cut after {max_rows} rows: ask for more with --max-rows")
