"""`lodegraph query search` finds saved queries by words, `lodegraph query lint` looks at files of one's own."""

from pathlib import Path
from typing import Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.offered_queries import read_all_queries, read_queries
from lodegraph.cli.options import DataSet, ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, print_error, print_table, tell

Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="Words of a title, a question or the Cypher.")]
Files = Annotated[
    list[Path] | None, typer.Argument(metavar="[FILE]", help="Files of saved queries; your own ones if left out.")
]


def search(words: Words, output: ReportFormat = Format.TEXT, data_set: DataSet = None) -> None:
    """Find saved queries that have all of some words, in title, question, parameters or Cypher."""
    import_driver()
    from cypher.exports.json_text import dumps
    from cypher.results import Table
    from cypher.saved.find_queries import find_queries

    asked = " ".join(words)
    found = find_queries(read_queries(data_set).queries, asked)
    if output is Format.JSON:
        print_answer(
            dumps(
                [
                    {"id": f.query.id, "title": f.query.title, "question": f.query.question, "found_in": f.found_in}
                    for f in found
                ]
            )
        )
    elif found:
        rows = tuple((f.query.id, f.query.title, ", ".join(f.found_in), f.query.question) for f in found)
        print_table(Table(("query", "title", "found_in", "question"), rows, leading=2), save="`--format json`")
    if not found:
        tell(f"no saved query has '{asked}': `lodegraph query list` names all")


def lint(files: Files = None, output: ReportFormat = Format.TEXT) -> None:
    """Look at files of saved queries, without a graph: header, labels, types, parameters, and that they only read.

    Ends with status 1 where there is something to mend.
    """
    import_driver()
    from cypher.exports.json_text import dumps
    from cypher.model import built_in_model
    from cypher.own.folder import list_files, own_folder
    from cypher.saved.lint import lint_query

    problems: list[str] = []
    for path in files or ():
        try:
            problems += lint_query(path, built_in_model())
        except OSError as error:
            fail(f"cannot read {path}: {error.strerror or error}", Exit.USAGE)
    if not files:
        problems = [broken.problem for broken in read_all_queries().broken]
    looked_at = len(files) if files else len(list(list_files(own_folder())))
    if output is Format.JSON:
        print_answer(dumps({"files": looked_at, "problems": problems}))
    else:
        for problem in problems:
            print_error(problem)
    if problems:
        raise typer.Exit(int(Exit.REFUSED))
    tell(f"{looked_at} {'file' if looked_at == 1 else 'files'}: nothing found to mend")
