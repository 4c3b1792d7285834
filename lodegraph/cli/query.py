"""`lodegraph query`: list, show and run saved queries; search and lint are in `query_files`, explain in a module."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from explorer.render import exports
from ledger.glossary import GLOSSARY
from lodegraph.cli.offered_queries import read_queries
from lodegraph.cli.options import DataSet, ListedAs, ReportFormat
from lodegraph.cli.output import (
    Exit,
    Format,
    ListFormat,
    fail,
    print_answer,
    print_bytes,
    print_list,
    print_table,
    tell,
    write_file,
)
from lodegraph.cli.own_changes import delete, rename, undo
from lodegraph.cli.own_queries import export, import_
from lodegraph.cli.query_choices import choices
from lodegraph.cli.query_explain import explain as explain_command
from lodegraph.cli.query_files import lint, search
from lodegraph.cli.query_stream import print_stream
from lodegraph.cli.query_values import Values, find_query, read_parameters

if TYPE_CHECKING:
    from cypher.exports import ExportFormat
    from cypher.saved import QueryAnswer, SavedQuery

app = typer.Typer(no_args_is_help=True, help="List, search, show, explain, run and lint saved queries, also your own.")
app.command("choices")(choices)
app.command("search")(search)
app.command("lint")(lint)
app.command("explain")(explain_command)
app.command("import")(import_)
app.command("export")(export)
app.command("rename")(rename)
app.command("delete")(delete)
app.command("undo")(undo)

QueryId = Annotated[str, typer.Argument(metavar="ID", help="The saved query; `lodegraph query list` names them.")]
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
MOST_HELD = 100_000
TOO_MANY = (
    f"more than {MOST_HELD:,} rows are written of a table alone, where no dates are reckoned with, as csv or jsonl: "
    "all others hold every row"
)
MostRows = Annotated[int, typer.Option("--max-rows", min=1, max=100_000_000, help="Cut the answer after so many rows.")]

SeenAs = Annotated[
    str | None,
    typer.Option(
        "--view", metavar="VIEW", help="See the answer in another view that suits it: `query show` names them."
    ),
]
Into = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to a file; its name tells the format."),
]


@app.command("list")
def list_(output: ListedAs = ListFormat.TABLE, data_set: DataSet = None) -> None:
    """List the saved queries by category: all of them, or those that make sense for a data set."""
    import_driver()
    queries = read_queries(data_set).queries
    rows = tuple((q.id, q.title, q.category, str(q.view), q.question) for q in queries)
    document = [q.model_dump(include=LISTED) for q in queries]
    print_list(("query", "title", "category", "view", "question"), rows, document, output, leading=2)


@app.command()
def show(query_id: QueryId, output: ReportFormat = Format.TEXT) -> None:
    """Show a saved query: its question, parameters and Cypher."""
    import_driver()
    from cypher.exports.json_text import dumps

    query = find_query(query_id)
    print_answer(dumps(query.model_dump(mode="json")) if output is Format.JSON else as_text(query))


@app.command()
def run(
    query_id: QueryId,
    param: Values = None,
    output: OutputFormat = TABLE,
    max_rows: MostRows = 1_000,
    into: Into = None,
    explain: Explain = False,
    view: SeenAs = None,
    data_set: DataSet = None,
) -> None:
    """Run a saved query and write its answer."""
    import_driver()
    from cypher.guard import Refused
    from cypher.own import read_offered_with_own
    from cypher.saved import BadParameter, UnknownQuery, refuse_unknown, unasked
    from cypher.saved import run as run_query
    from cypher.saved.streamed import can_stream
    from cypher.settings import GraphSettings
    from cypher.status import current_data_set, data_sets
    from lodegraph.cli.session import open_graph

    query = find_query(query_id)
    _check_view(query, view)
    given = read_parameters(query, param or [])
    form = find_export(_choose_format(output, into))
    with open_graph() as graph:
        wanted = GraphSettings().lodegraph_data_set
        shown = current_data_set(graph, wanted)
        others = [d.name for d in data_sets(graph) if d.name != shown.name] if wanted is None else []
        try:
            query = read_offered_with_own(graph, shown.name).get(query_id)
            query = query.seen_as(view) if view else query
            if form and form.write_rows and can_stream(query) and not explain:
                print_stream(graph, query, given, shown.name, form, max_rows, into)
                _tell_others(shown.name, others)
                return
            if max_rows > MOST_HELD:
                fail(f"--max-rows {max_rows}: {TOO_MANY}", Exit.USAGE)
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
    _tell_others(shown.name, others)
    if explain:
        _explain_words(found)
    if found.unfinished:
        tell(found.unfinished)


def _tell_others(shown: str, others: list[str]) -> None:
    if others:
        tell(f"answered from '{shown}'; --data-set chooses another: {', '.join(others)}")


def find_export(name: str) -> "ExportFormat | None":
    """The export format of that name; None for the table of the terminal."""
    return next((form for form in exports.EXPORT_FORMATS if form.name == name), None)


def as_text(query: "SavedQuery") -> str:
    """The question, the parameters and the text."""
    lines = [f"{query.title} ({query.id}, {query.category}, {query.view})", query.question, ""]
    lines += [f"Tags: {', '.join(query.tags)}", ""] if query.tags else []
    lines += [f"How to read it: {query.how_to_read}", ""] if query.how_to_read else []
    lines += (
        [f"--view VIEW   {query.view} unless given, or {', '.join(query.other_views)}"] if query.other_views else []
    )
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


def _check_view(query: "SavedQuery", view: str | None) -> None:
    """Say which views suit it before anything is asked, where another was wanted."""
    from cypher.saved import BadParameter

    try:
        query.seen_as(view or query.view)
    except BadParameter as error:
        fail(str(error), Exit.USAGE)


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
