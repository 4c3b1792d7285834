"""`lodegraph query search` finds saved queries by words, `lodegraph query lint` looks at files of one's own."""

from pathlib import Path
from typing import Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.offered_queries import read_queries
from lodegraph.cli.options import DataSet, ListedAs, ReportFormat
from lodegraph.cli.output import Exit, Format, ListFormat, fail, print_answer, print_error, print_list, tell

Words = Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="Words of a title, a question or the Cypher.")]
About = Annotated[
    str | None,
    typer.Option("--about", metavar="NODE", help="The id of a node: only queries that say something of it."),
]
Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Files of saved queries.")]
COLUMNS = ("query", "title", "found_in", "question")
ABOUT_COLUMNS = ("query", "title", "rows", "parameter", "question")


def search(
    words: Words = None, about: About = None, output: ListedAs = ListFormat.TABLE, data_set: DataSet = None
) -> None:
    """Find saved queries that have all of some words, in title, question, parameters or Cypher, or that can be asked
    about a node."""
    import_driver()
    asked = " ".join(words or ())
    if about is not None:
        _search_about(asked, about, output)
    elif asked:
        _search_words(asked, output, data_set)
    else:
        fail("say some words to look for, or --about NODE", Exit.USAGE)


def _search_words(asked: str, output: ListFormat, data_set: str | None) -> None:
    from cypher.saved.find_queries import find_queries

    found = find_queries(read_queries(data_set).queries, asked)
    rows = tuple((f.query.id, f.query.title, ", ".join(f.found_in), f.query.question) for f in found)
    document = [
        {"id": f.query.id, "title": f.query.title, "question": f.query.question, "found_in": f.found_in} for f in found
    ]
    print_list(COLUMNS, rows, document, output, leading=2)
    if not found:
        tell(f"no saved query has '{asked}': `lodegraph query list` names all")


def _search_about(asked: str, node: str, output: ListFormat) -> None:
    from cypher.saved import BadParameter, find_about_node, read_offered
    from cypher.saved.find_queries import find_queries
    from cypher.settings import GraphSettings
    from cypher.status import current_data_set
    from lodegraph.cli.session import open_graph

    with open_graph() as graph:
        shown = current_data_set(graph, GraphSettings().lodegraph_data_set)
        catalog = read_offered(graph, shown.name)
        queries = [f.query for f in find_queries(catalog.queries, asked)] if asked else catalog.queries
        try:
            found = find_about_node(graph, queries, node, shown.name, catalog.model)
        except BadParameter as error:
            fail(str(error), Exit.USAGE)
    rows = tuple((a.query.id, a.query.title, a.rows, f"{a.parameter}={node}", a.query.question) for a in found.asked)
    document = [
        {
            "id": a.query.id,
            "title": a.query.title,
            "question": a.query.question,
            "parameters": {a.parameter: node},
            "rows": a.rows,
        }
        for a in found.asked
    ]
    print_list(ABOUT_COLUMNS, rows, document, output, leading=2)
    if not found.asked:
        tell(f"no saved query that fits says anything of {node}")
    if found.silent:
        tell(f"they take such a node and find nothing of this one: {', '.join(q.id for q in found.silent)}")


def lint(files: Files, output: ReportFormat = Format.TEXT) -> None:
    """Look at files of saved queries, without a graph: header, labels, types, parameters, and that they only read.

    Ends with status 1 where there is something to mend.
    """
    import_driver()
    from cypher.exports.json_text import dumps
    from cypher.model import built_in_model
    from cypher.saved.lint import lint_query

    problems: list[str] = []
    for path in files:
        try:
            problems += lint_query(path, built_in_model())
        except OSError as error:
            fail(f"cannot read {path}: {error.strerror or error}", Exit.USAGE)
    if output is Format.JSON:
        print_answer(dumps({"files": len(files), "problems": problems}))
    else:
        for problem in problems:
            print_error(problem)
    if problems:
        raise typer.Exit(int(Exit.REFUSED))
    tell(f"{len(files)} {'file' if len(files) == 1 else 'files'}: nothing found to mend")
