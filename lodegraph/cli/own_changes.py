"""`lodegraph query rename`, `delete` and `undo`: what can be done to a query of one's own, as on the page."""

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.options import DataSet, ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, tell
from lodegraph.cli.own_rules import read_rules

if TYPE_CHECKING:
    from cypher.own import QueryFolder

OwnId = Annotated[str, typer.Argument(metavar="ID", help="An own query; `lodegraph query list` names them.")]
OldId = Annotated[str, typer.Argument(metavar="OLD", help="An own query; `lodegraph query list` names them.")]
NewId = Annotated[str, typer.Argument(metavar="NEW", help="Its new id: small letters, digits and hyphens.")]
DeletedId = Annotated[
    str | None, typer.Argument(metavar="[ID]", help="The deleted query; the one deleted last if left out.")
]


def rename(old: OldId, new: NewId, output: ReportFormat = Format.TEXT, data_set: DataSet = None) -> None:
    """Give a query of your own another id; its file is named after it.

    Ends with status 1 where another query has that id, or the query is broken.
    """
    import_driver()
    from cypher.own import NotKept
    from cypher.saved import BadQuery

    folder = _open_folder()
    _check_is_own(folder, old, "renamed")
    rules = read_rules(data_set)
    if new in rules.taken:
        fail(f"{new} is a saved query that comes with Lodegraph: choose another id, such as my-{new}", Exit.REFUSED)
    try:
        folder.rename(old, new, rules)
    except (NotKept, BadQuery) as error:
        fail(str(error), Exit.REFUSED)
    _report(
        f"{old} is {new} now; `lodegraph query rename {new} {old}` takes that back",
        {"renamed": old, "to": new},
        folder,
        output,
    )


def delete(query_id: OwnId, output: ReportFormat = Format.TEXT) -> None:
    """Put a query of your own away; `lodegraph query undo` has it back, of the latest twenty."""
    import_driver()
    from cypher.own import NotKept

    folder = _open_folder()
    _check_is_own(folder, query_id, "deleted")
    try:
        folder.delete(query_id)
    except NotKept as error:
        fail(str(error), Exit.REFUSED)
    _report(
        f"{query_id} is deleted; `lodegraph query undo {query_id}` has it back", {"deleted": query_id}, folder, output
    )


def undo(query_id: DeletedId = None, output: ReportFormat = Format.TEXT) -> None:
    """Have a deleted query of your own back. A new id is taken back by `lodegraph query rename`.

    Ends with status 1 where another query has its id now.
    """
    import_driver()
    from cypher.own import NotKept
    from ledger.nearest import did_you_mean, nearest, shown

    folder = _open_folder()
    deleted = folder.list_deleted()
    if not deleted:
        fail(f"nothing was deleted that is still kept in {folder.path}", Exit.USAGE)
    wanted = query_id or deleted[0]
    if wanted not in deleted:
        meant = did_you_mean(nearest(wanted, deleted))
        fail(f"no deleted query {shown(wanted)} is kept{meant}: there are {', '.join(deleted)}", Exit.USAGE)
    try:
        folder.restore(wanted)
    except NotKept as error:
        fail(str(error), Exit.REFUSED)
    _report(f"{wanted} is back", {"restored": wanted}, folder, output)


def _open_folder() -> "QueryFolder":
    from cypher.own import QueryFolder, own_folder

    return QueryFolder(own_folder())


def _check_is_own(folder: "QueryFolder", query_id: str, done: str) -> None:
    """End the command where no file of the folder is that query's, broken or not."""
    there = [name.removesuffix(".cypher") for name in _list_files(folder)]
    if query_id not in there:
        _tell_not_own(query_id, there, folder, done)


def _list_files(folder: "QueryFolder") -> list[str]:
    from cypher.own.folder import list_files

    try:
        return [path.name for path in list_files(folder.path)]
    except OSError as error:
        fail(f"cannot read {folder.path}: {error.strerror or error}", Exit.REFUSED)


def _tell_not_own(query_id: str, there: list[str], folder: "QueryFolder", done: str) -> NoReturn:
    from cypher.model import built_in_model
    from cypher.own import rules_of
    from ledger.nearest import did_you_mean, nearest, shown

    if query_id in rules_of(built_in_model()).taken:
        fail(
            f"{query_id} is a saved query that comes with Lodegraph, and only your own can be {done}: keep a copy with "
            f"an id of its own, whose text `lodegraph query show {query_id}` prints",
            Exit.USAGE,
        )
    if not there:
        fail(f"there are no own queries in {folder.path}", Exit.USAGE)
    meant = did_you_mean(nearest(query_id, there))
    fail(f"there is no own query {shown(query_id)}{meant}: `lodegraph query list` names all", Exit.USAGE)


def _report(told: str, document: dict[str, str], folder: "QueryFolder", output: Format) -> None:
    from cypher.exports.json_text import dumps

    if output is Format.JSON:
        print_answer(dumps({"folder": str(folder.path), **document}))
    tell(told)
