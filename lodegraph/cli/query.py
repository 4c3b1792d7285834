"""`lodegraph query`: list, show and run saved queries; search and lint are in `query_files`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from explorer.render import exports
from ledger.glossary import GLOSSARY
from lodegraph.cli.offered_queries import get_query, read_queries
from lodegraph.cli.options import DataSet, ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, print_bytes, print_table, tell, write_file
from lodegraph.cli.own_queries import export, import_
from lodegraph.cli.query_choices import choices
from lodegraph.cli.query_files import lint, search

if TYPE_CHECKING:
    from cypher.exports import ExportFormat
    from cypher.saved import QueryAnswer, SavedQuery

app = typer.Typer(no_args_is_help=True, help="List, search, show, run and lint saved queries, also your own.")
app.command("choices")(choices)
app.command("search")(search)
app.command("lint")(lint)
app.command("import")(import_)
app.command("export")(export)

QueryId = Annotated[str, typer.Argument(metavar="ID", help="The saved query; `lodegraph query list` names them.")]
Values = Annotated[
    list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A parameter; may be repeated.")
]
LISTED = {"category", "id", "title", "question", "view", "own", "tags"}
TABLE = "table"
"""The answer as a table for the terminal; every other format is an export."""


def list_answer_formats() -> tuple[str, ...]:
    """What `--format` takes."""
    return (TABLE, *(form.name for form in exports.EXPORT_FORMATS))


def _check_format(name: str) -> str:
    if name not in list_answer_formats():
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(list_answer_formats())}")
    return name


OutputFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar=f"[{'|'.join(list_answer_formats())}]",
        callback=_check_format,
        help="How to write the answer.",
    ),
]  # fmt: skip
Explain = Annotated[bool, typer.Option("--explain", help="Say after the answer what the words in it mean.")]
MostRows = Annotated[int, typer.Option("--max-rows", min=1, max=100_000, help="Cut the answer after so many rows.")]

Into = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to a file; its name tells the format."),
]


@app.command("list")
def list_(output: ReportFormat = Format.TEXT, data_set: DataSet = None) -> None:
    """List the saved queries by category: all of them, or those that make sense for a data set."""
    import_driver()
    from cypher.exports.json_text import dumps
    from cypher.results import Table

    queries = read_queries(data_set).queries
    rows = tuple((q.id, q.title, q.category, str(q.view), q.question) for q in queries)
    table = Table(("query", "title", "category", "view", "question"), rows, leading=2)
    if output is Format.JSON:
        print_answer(dumps([q.model_dump(include=LISTED) for q in queries]))
    else:
        print_table(table, save="`--format json`")


@app.command()
def show(query_id: QueryId, output: ReportFormat = Format.TEXT) -> None:
    """Show a saved query: its question, parameters and Cypher."""
    import_driver()
    from cypher.exports.json_text import dumps

    query = _find_query(query_id)
    print_answer(dumps(query.model_dump(mode="json")) if output is Format.JSON else as_text(query))


@app.command()
def run(
    query_id: QueryId,
    param: Values = None,
    output: OutputFormat = TABLE,
    max_rows: MostRows = 1_000,
    into: Into = None,
    explain: Explain = False,
    data_set: DataSet = None,
) -> None:
    """Run a saved query and write its answer."""
    import_driver()
    from cypher.guard import Refused
    from cypher.own import read_offered_with_own
    from cypher.saved import BadParameter, UnknownQuery, refuse_unknown, unasked
    from cypher.saved import run as run_query
    from cypher.settings import GraphSettings
    from cypher.status import current_data_set, data_sets
    from lodegraph.cli.session import open_graph

    query = _find_query(query_id)
    given = _read_parameters(query, param or [])
    form = find_export(_choose_format(output, into))
    with open_graph() as graph:
        wanted = GraphSettings().lodegraph_data_set
        shown = current_data_set(graph, wanted)
        others = [d.name for d in data_sets(graph) if d.name != shown.name] if wanted is None else []
        try:
            query = read_offered_with_own(graph, shown.name).get(query_id)
            if form and not form.asks_graph:
                refuse_unknown(graph, query.parameters, given, shown.name, query.model)
                _deliver(form.write(unasked(query, given, shown.name)), into)
                return
            found = run_query(graph, query, given, shown.name, max_rows)
        except (BadParameter, UnknownQuery, Refused) as error:
            fail(str(error), Exit.USAGE)
        has_what_it_shows = form is not None and not (form.needs_nodes and not found.subgraph.nodes)
        written = form.write_from(graph, found) if form and has_what_it_shows else None
    _print_found(found, form, written, max_rows, into)
    if others:
        tell(f"answered from '{shown.name}'; --data-set chooses another: {', '.join(others)}")
    if explain:
        _explain_words(found)
    if found.unfinished:
        tell(found.unfinished)


def find_export(name: str) -> "ExportFormat | None":
    """The export format of that name; None for the table of the terminal."""
    return next((form for form in exports.EXPORT_FORMATS if form.name == name), None)


def as_text(query: "SavedQuery") -> str:
    """The question, the parameters and the text."""
    lines = [f"{query.title} ({query.id}, {query.category}, {query.view})", query.question, ""]
    lines += [f"Tags: {', '.join(query.tags)}", ""] if query.tags else []
    lines += [f"How to read it: {query.how_to_read}", ""] if query.how_to_read else []
    for p in query.parameters:
        bounds = f", {p.at_least} to {p.at_most}" if p.at_least is not None else ""
        kinds = f" of {', '.join([*p.labels, *p.among])}" if p.labels or p.among else ""
        start = "…" if p.default is None else p.default
        lines.append(f"--param {p.name}={start}   {p.meaning} ({p.type}{kinds}{bounds})")
    if any(p.labels or p.of for p in query.parameters):
        lines.append(f"What each may be, with how many rows it gives: lodegraph query choices {query.id}")
    return "\n".join([*lines, "", query.text])


def _explain_words(found: "QueryAnswer") -> None:
    """The headings of the answer, and the words of totals, that do not speak for themselves; on standard error."""
    words = {*found.as_rows().columns, *(("umbrella", "whole", "part") if found.totals is not None else ())}
    for word, meaning in GLOSSARY.items():
        if word in {w.replace("_", " ") for w in words}:
            tell(f"{word}: {meaning}")


def _find_query(query_id: str) -> "SavedQuery":
    from cypher.saved import UnknownQuery
    from lodegraph.cli.session import report_errors

    with report_errors():
        try:
            return get_query(query_id)
        except UnknownQuery as error:
            fail(str(error), Exit.USAGE)


def _read_parameters(query: "SavedQuery", pairs: list[str]) -> dict[str, str | int]:
    from cypher.saved import BadParameter, read_given

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


def _choose_format(output: str, into: Path | None) -> str:
    """The format that was asked for, else the one that the ending of the file's name tells."""
    if into is None or output != TABLE:
        return output
    named = into.suffix.removeprefix(".").lower()
    if find_export(named) is None:
        endings = ", ".join(form.name for form in exports.EXPORT_FORMATS)
        fail(f"-o {into}: say the file's format with --format, or end its name with one of {endings}", Exit.USAGE)
    return named


def _deliver(content: str | bytes, into: Path | None) -> None:
    if into is not None:
        write_file(into, content)
    elif isinstance(content, bytes):
        print_bytes(content)
    else:
        print_answer(content)


def _print_found(
    found: "QueryAnswer", form: "ExportFormat | None", written: str | bytes | None, max_rows: int, into: Path | None
) -> None:
    """The answer as it was `written`, or as a table; then what must be known beside it."""
    if written is not None:
        _deliver(written, into)
    elif found.table.rows and not form:
        print_table(found.as_rows())
    for note in found.notes:
        tell(note)
    if form and written is None:
        fail(f"the answer holds no nodes to draw: ask for another --format than {form.name}", Exit.USAGE)
    if found.table.truncated:
        tell(f"the answer was cut after {max_rows} rows: ask for more with --max-rows")
