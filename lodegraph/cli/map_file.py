"""`lodegraph map`: a first mapping of a sheet, made by looking at it."""

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.import_errors import report_bad_files
from lodegraph.cli.output import Exit, fail, print_answer, write_file

File = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE]", help="A sheet: CSV, TSV, XLSX, JSON or JSON Lines; - is standard input."),
]
Out = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write it to a file that is not there yet.")
]
Schema = Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of mappings, for an editor, and end.")]
StandardName = Annotated[
    str, typer.Option("--name", help="What standard input would be called as a file: tells the format.")
]


def map_file(
    file: File = None, out: Out = None, schema: Schema = False, name: StandardName = "standard-input.csv"
) -> None:
    """Look at a sheet and write a first mapping of it: what each column may be, with the reason for every guess."""
    import_driver()
    from loader import imports
    from lodegraph.cli.session import report_errors

    if schema:
        print_answer(imports.make_mapping_schema())
        return
    if file is None:
        fail("name a sheet, or say --schema", Exit.USAGE)
    if out and out.exists():
        fail(f"{out} is there already, and may hold answers of yours: name another file", Exit.REFUSED)
    with ExitStack() as stack:
        stack.enter_context(report_errors())
        stack.enter_context(report_bad_files())
        path = stack.enter_context(imports.from_standard_input(name)) if str(file) == imports.STANDARD_INPUT else file
        draft = imports.draft_mapping(path)
        if out:
            write_file(out, draft)
        else:
            print_answer(draft)
