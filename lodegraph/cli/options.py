"""Arguments and options that several commands take, and what they set in the environment."""

import os
from pathlib import Path
from typing import Annotated

import typer

from lodegraph.cli.output import Exit, Format, ListFormat, fail

Folder = Annotated[
    Path | None, typer.Argument(metavar="[PATH]", help="Folder of records; the ones that come with it if left out.")
]
ShownFolder = Annotated[
    Path | None, typer.Argument(metavar="[PATH]", help="Folder of records to show; whatever is there if left out.")
]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port of this machine that serves the pages.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host", metavar="NAME", help="Another name the pages are asked for by, as of a tunnel or proxy."
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without being asked.")]
ReportFormat = Annotated[Format, typer.Option("--format", help="How to report.")]
ListedAs = Annotated[ListFormat, typer.Option("--format", help="How to write the list.")]


def _choose_data_set(name: str | None) -> str | None:
    """Everything that opens the graph reads the environment, the processes that a command starts too."""
    if name:
        os.environ["LODEGRAPH_DATA_SET"] = name
    return name


DataSet = Annotated[
    str | None,
    typer.Option(
        "--data-set", metavar="NAME", callback=_choose_data_set,
        help="Which of several data sets to read; `lodegraph status` names them.",
    ),
]  # fmt: skip


def allow_hosts(names: list[str]) -> None:
    """Add names under which the explorer may be asked for to those of the environment, for the explorer's process.

    Ends the command where one of them is no name.
    """
    from explorer.access.login_settings import BadSetting
    from explorer.access.settings import ALLOW_HOSTS, read_serving

    allowed = " ".join([os.environ.get(ALLOW_HOSTS, ""), *names]).strip()
    try:
        read_serving({ALLOW_HOSTS: allowed})
    except BadSetting as error:
        fail(str(error), Exit.USAGE)
    os.environ[ALLOW_HOSTS] = allowed
