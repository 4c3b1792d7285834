"""`lodegraph export`: a whole set of records in another form."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.options import Folder
from lodegraph.cli.output import Exit, fail, print_answer, tell
from lodegraph.shipped_records import describe_folder, find_shipped_records


class SetFormatName(StrEnum):
    """How a set is taken along."""

    JSONL = "jsonl"
    CSV = "csv"
    GRAPHML = "graphml"


IntoFolder = Annotated[Path, typer.Option("--into", metavar="DIR", help="A folder that is not there yet, or is empty.")]
ExportFormat = Annotated[SetFormatName, typer.Option("--format", help="JSON Lines load to the same graph.")]


def export(into: IntoFolder, path: Folder = None, form: ExportFormat = SetFormatName.JSONL) -> None:
    """Write a folder of records as JSON Lines, which load to the same graph, as CSV or as GraphML; needs no graph."""
    import_driver()
    from loader.export_set import SET_FORMATS, NotEmptyFolder, export_set
    from lodegraph.cli.diff import check_sound
    from lodegraph.cli.session import report_errors

    chosen = next(f for f in SET_FORMATS if f.name == form)
    with report_errors():
        folder = path or find_shipped_records()
        tell(f"reading {describe_folder(folder)}")
        try:
            written = export_set(check_sound(folder), chosen, into)
        except NotEmptyFolder as error:
            fail(f"--into {error}", Exit.USAGE)
    print_answer("\n".join(map(str, written)))
    tell(f"{chosen.name} does not hold {chosen.loses}")
