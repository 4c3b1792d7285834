"""`lodegraph query import` keeps queries in one's own folder, `lodegraph query export` takes them along."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.options import DataSet, ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, print_error, tell, write_file
from lodegraph.cli.own_rules import read_rules

if TYPE_CHECKING:
    from cypher.own import Imported

Source = Annotated[Path, typer.Argument(metavar="PATH", help="A file of a query, a folder of them, or a ZIP.")]
Target = Annotated[Path, typer.Argument(metavar="PATH", help="A folder, or a file that ends in .zip.")]
Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID]", help="Own queries; all if left out.")]
Replace = Annotated[bool, typer.Option("--replace", help="Write over queries of the same id.")]


def import_(
    path: Source, replace: Replace = False, output: ReportFormat = Format.TEXT, data_set: DataSet = None
) -> None:
    """Keep queries from a file, a folder or a ZIP in your own folder, which LODEGRAPH_QUERIES names.

    Ends with status 1 where one was not taken: it is broken, or its id is another's and --replace was not said.
    """
    import_driver()
    from cypher.own import BadBundle, NotKept, QueryFolder, own_folder, read_path

    folder = QueryFolder(own_folder())
    try:
        texts = read_path(path)
    except BadBundle as error:
        fail(f"{path}: {error}: nothing was taken", Exit.REFUSED)
    except OSError as error:
        fail(f"cannot read {path}: {error.strerror or error}", Exit.USAGE)
    if not texts:
        fail(f"{path} holds no file that ends in .cypher", Exit.USAGE)
    try:
        taken = folder.take_in(texts, read_rules(data_set), replaces=replace)
    except NotKept as error:
        fail(str(error), Exit.REFUSED)
    _report(taken, folder.path, output, already="--replace writes over it")


def export(path: Target, ids: Ids = None, replace: Replace = False, output: ReportFormat = Format.TEXT) -> None:
    """Write your own queries into a folder or a ZIP, broken ones too.

    Ends with status 1 where the folder has another query of an id and --replace was not said.
    """
    import_driver()
    from cypher.own import NotKept, QueryFolder, own_folder, pack

    folder = QueryFolder(own_folder())
    try:
        texts = folder.collect()
    except OSError as error:
        fail(f"cannot read {folder.path}: {error.strerror or error}", Exit.REFUSED)
    if missing := [i for i in ids or () if f"{i}.cypher" not in texts]:
        fail(f"there is no own query {', '.join(missing)}: `lodegraph query list` names all", Exit.USAGE)
    chosen = {f"{i}.cypher": texts[f"{i}.cypher"] for i in ids} if ids else texts
    if not chosen:
        fail(f"there are no own queries in {folder.path}", Exit.USAGE)
    if path.suffix.lower() == ".zip":
        if path.exists() and not replace:
            fail(f"{path} is there already: --replace writes over it", Exit.REFUSED)
        write_file(path, pack(chosen))
        return
    try:
        written = QueryFolder(path).take_in(chosen, None, replaces=replace)
    except NotKept as error:
        fail(str(error), Exit.REFUSED)
    _report(written, path, output, already="--replace writes over it")


def _report(found: "Imported", folder: Path, output: Format, already: str) -> None:
    from cypher.exports.json_text import dumps

    told = {"added": found.added, "replaced": found.replaced, "same": found.same, "other": found.other}
    if output is Format.JSON:
        problems = [{"file": b.file, "problem": b.problem} for b in found.broken]
        print_answer(dumps({"folder": str(folder), **told, "broken": problems}))
    for broken in found.broken:
        print_error(broken.problem)
    for name in found.other:
        print_error(f"{name}: another query of this id is in {folder}: {already}")
    tell(f"{len(found.added)} new, {len(found.replaced)} replaced, {len(found.same)} there already, in {folder}")
    if found.broken or found.other:
        raise typer.Exit(int(Exit.REFUSED))
