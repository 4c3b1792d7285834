"""Arguments and options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

from lodegraph.cli.output import Format

Folder = Annotated[
    Path | None, typer.Argument(metavar="[PATH]", help="Folder of records; the ones that come with it if left out.")
]
ReportFormat = Annotated[Format, typer.Option("--format", help="How to report.")]
