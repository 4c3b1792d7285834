"""`query list`, `query show` and `query run`: how they are called."""

from typing import Annotated

import typer

from explorer.render import exports
from lodegraph.cli.options import DataSet, ReportFormat
from lodegraph.cli.output import Format

app = typer.Typer(no_args_is_help=True, help="List, show and run saved queries.")

QueryId = Annotated[str, typer.Argument(metavar="ID", help="The saved query; `lodegraph query list` names them.")]
Values = Annotated[
    list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A parameter; may be repeated.")
]
TABLE = "table"
"""The answer as a table for the terminal; every other format is an export."""


def answer_formats() -> tuple[str, ...]:
    """What `--format` takes."""
    return (TABLE, *(form.name for form in exports.EXPORT_FORMATS))


def _known_format(name: str) -> str:
    if name not in answer_formats():
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(answer_formats())}")
    return name


OutputFormat = Annotated[
    str,
    typer.Option(
        "--format", metavar=f"[{'|'.join(answer_formats())}]", callback=_known_format, help="How to write the answer."
    ),
]
MostRows = Annotated[int, typer.Option("--max-rows", min=1, max=100_000, help="Cut the answer after so many rows.")]


@app.command("list")
def list_(output: ReportFormat = Format.TEXT) -> None:
    """List the saved queries by category."""
    from lodegraph.commands.query import list_queries

    list_queries(output)


@app.command()
def show(query_id: QueryId, output: ReportFormat = Format.TEXT) -> None:
    """Show a saved query: its question, parameters and Cypher."""
    from lodegraph.commands.query import show_query

    show_query(query_id, output)


@app.command()
def run(
    query_id: QueryId,
    param: Values = None,
    output: OutputFormat = TABLE,
    max_rows: MostRows = 1_000,
    data_set: DataSet = None,
) -> None:
    """Run a saved query and write its answer."""
    from lodegraph.commands.query import run_query

    run_query(query_id, param or [], output, max_rows)
