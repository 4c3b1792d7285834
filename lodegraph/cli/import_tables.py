"""`lodegraph import` of the two tables that `lodegraph export --format csv` wrote: they become records again."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from lodegraph.cli.export import tell_read_back
from lodegraph.cli.output import Exit, fail, print_answer, tell


def bring_tables_in(tables: Path, into: Path | None, load: bool, yes: bool) -> None:
    """Write the tables of a folder as records, and load these where that is asked for.

    Raises BadRecords for tables that cannot be read, BadFolder, and OSError.
    """
    from loader.exports import SET_FORMATS, NotEmptyFolder, export_set, take_from_tables
    from lodegraph.cli.load import load_and_tell

    with ExitStack() as stack:
        folder = into or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lodegraph-")), "set")
        taken = take_from_tables(tables)
        try:
            written = export_set(taken, SET_FORMATS[0], folder)
        except NotEmptyFolder as error:
            fail(f"--into {error}", Exit.USAGE)
        tell_read_back(folder, taken)
        if into:
            print_answer("\n".join(map(str, written)))
        if load:
            print_answer(load_and_tell(folder, yes))
        else:
            tell(f"`lodegraph load {folder}` loads it")
