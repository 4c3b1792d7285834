"""Arguments and options that several commands take."""

import os
from pathlib import Path
from typing import Annotated

import typer

from lodegraph.cli.output import Format

Folder = Annotated[
    Path | None, typer.Argument(metavar="[PATH]", help="Folder of records; the ones that come with it if left out.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without being asked.")]


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
ReportFormat = Annotated[Format, typer.Option("--format", help="How to report.")]
