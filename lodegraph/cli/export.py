"""`lodegraph export`: a whole set, of a folder or of the graph, in another form."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from ledger.text import count_things, list_some
from lodegraph.cli.output import Exit, fail, print_answer, print_error, tell
from lodegraph.shipped_records import find_shipped_records

if TYPE_CHECKING:
    from loader.exports import ReadBack, TakenSet


class SetFormatName(StrEnum):
    """How a set is taken along."""

    JSONL = "jsonl"
    CSV = "csv"
    GRAPHML = "graphml"
    CYPHER = "cypher"
    ADMIN = "admin"


MOST = 10
"""Problems and ids that are told."""
FROM = Annotated[
    Path | None,
    typer.Argument(
        metavar="[PATH]",
        help="Folder of records, or graph:NAME for a data set of the graph (graph: for the one shown); the records "
        "that come with it if left out.",
    ),
]
IntoFolder = Annotated[Path, typer.Option("--into", metavar="DIR", help="A folder that is not there yet, or is empty.")]
ExportFormat = Annotated[
    SetFormatName,
    typer.Option(
        "--format",
        help="JSON Lines load to the same graph, CSV is read back by `lodegraph import`; cypher is a script to paste, "
        "admin are files for neo4j-admin.",
    ),
]


def export(into: IntoFolder, path: FROM = None, form: ExportFormat = SetFormatName.JSONL) -> None:
    """Write a whole set, of a folder or of the graph, as records, tables, GraphML, a script or Neo4j's import files."""
    import_driver()
    from loader.exports import SET_FORMATS, NotEmptyFolder, export_set
    from loader.exports.admin_files import COMMAND
    from lodegraph.cli.places import take_set
    from lodegraph.cli.session import report_errors

    chosen = next(f for f in SET_FORMATS if f.name == form)
    with report_errors():
        taken = take_set(path or find_shipped_records())
        try:
            written = export_set(taken, chosen, into)
        except NotEmptyFolder as error:
            fail(f"--into {error}", Exit.USAGE)
        print_answer("\n".join(map(str, written)))
        if form is SetFormatName.ADMIN:
            tell(f"in that folder, on a server that is stopped or a database that is not there yet:\n"
                 f"{(into / COMMAND).read_text(encoding='utf-8')}")  # fmt: skip
        tell(f"{chosen.name} does not hold {chosen.loses}")
        if form is SetFormatName.JSONL:
            tell_read_back(into, taken)


def tell_read_back(folder: Path, taken: "TakenSet") -> None:
    """Say whether a written folder loads to the same graph; ends the command where it does not."""
    from loader.exports import read_back

    found = read_back(folder, taken)
    for problem in found.problems[:MOST]:
        print_error(str(problem))
    if not found.is_same:
        fail(_differs(found), Exit.REFUSED)
    tell(f"read back, they give the same graph: {found.number:,} nodes and relationships")


def _differs(found: "ReadBack") -> str:
    if found.problems:
        what = count_things(len(found.problems), "problem")
        return f"the records are written, and have {what}, as what they are of was changed: mend them by hand"
    which = list_some(found.differ, MOST)
    return f"the records are written, and would load to another graph, as somebody changed this one: {which}"
