"""`lodegraph model`: the labels, relationship types, properties and terms that records may have."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.options import DataSet, Folder, ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, print_table, write_file

if TYPE_CHECKING:
    from cypher.model import Model

AsSchema = Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of its files, for editors.")]
Into = Annotated[
    Path | None, typer.Option("--schemas-into", metavar="DIR", help="Write a JSON Schema for each sort of file there.")
]


def model(
    path: Folder = None,
    output: ReportFormat = Format.TEXT,
    schema: AsSchema = False,
    schemas_into: Into = None,
    data_set: DataSet = None,
) -> None:
    """Tell which labels, types, properties and terms records may have: in a folder, or as a data set was loaded."""
    import_driver()
    from cypher.exports.json_text import dumps
    from lodegraph.cli.model_tables import as_json, as_tables

    if path is not None and data_set is not None:
        fail("name a folder or --data-set, one of them", Exit.USAGE)
    found = _read_loaded(data_set) if data_set else _read_folder(path)
    if schema or schemas_into:
        _give_schemas(found, schemas_into)
    elif output is Format.JSON:
        print_answer(dumps(as_json(found)))
    else:
        for title, table in as_tables(found):
            print_answer(title)
            print_table(table, save="`--format json`")


def _read_folder(path: Path | None) -> "Model":
    """The model of a folder's records; without a folder that of the program. Ends the command where it has problems."""
    from cypher.model import built_in_model
    from loader.read import read_data_set, read_own_model
    from loader.records import BadRecords
    from lodegraph.cli.session import report_errors

    if path is None:
        return built_in_model()
    with report_errors():
        read_data_set(path)
        own = read_own_model(path, built_in_model(), {})
        if own.problems:
            raise BadRecords(list(own.problems))
    return own.model


def _read_loaded(data_set: str) -> "Model":
    from cypher.model import read_model_of
    from cypher.status import current_data_set
    from lodegraph.cli.session import open_graph

    with open_graph() as graph:
        return read_model_of(graph, current_data_set(graph, data_set).name)


def _give_schemas(found: "Model", into: Path | None) -> None:
    from loader.editor_schema import make_file_schemas, make_schema

    if into is None:
        print_answer(make_schema(found))
        return
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"cannot make {into}: {error.strerror or error}", Exit.REFUSED)
    for name, text in make_file_schemas(found).items():
        write_file(into / name, text)
