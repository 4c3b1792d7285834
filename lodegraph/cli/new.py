"""`lodegraph new`: a set of records to begin with."""

from pathlib import Path
from typing import Annotated

import typer

from lodegraph.cli.output import Exit, fail, print_answer

NewFolder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet, or is empty.")]
SetName = Annotated[str | None, typer.Option("--name", help="What the set is called; the folder's name if left out.")]


def new(path: NewFolder, name: SetName = None) -> None:
    """Make a set of records that checks at once: an example with comments, to write one's own over; needs no graph."""
    from loader.new_set import NotEmpty, is_set_name, name_set, write_new_set

    chosen = name or name_set(path)
    if not is_set_name(chosen):
        fail(f"--name {chosen}: is no name of a set: write one word, such as my-minerals", Exit.USAGE)
    try:
        written = write_new_set(path, chosen)
    except NotEmpty as error:
        fail(str(error), Exit.USAGE)
    except OSError as error:
        fail(f"cannot write into {path}: {error.strerror or error}", Exit.REFUSED)
    steps = (
        f"lodegraph check {path}",
        f"lodegraph verify {path} --articles {path / 'articles'}",
        f"lodegraph run {path}",
    )
    print_answer(
        "\n".join([f"'{chosen}' stands in:", *(f"  {w}" for w in written), "", "next:", *(f"  {s}" for s in steps)])
    )
