"""The commands on a whole graph or record set: how they are called. What they do is imported when they are."""

from pathlib import Path
from typing import Annotated

import typer

from lodegraph.cli.options import DataSet, Folder, ReportFormat, Yes
from lodegraph.cli.output import Format

Port = Annotated[int, typer.Option(min=1, max=65535, help="The port of this machine that serves the pages.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Print the address only.")]
Host = Annotated[str, typer.Option(help="The address of this machine to listen on; 0.0.0.0 for all of them.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host", metavar="NAME", help="Another name the pages are asked for by, as of a tunnel or proxy."
    ),
]
IntoExisting = Annotated[
    bool,
    typer.Option("--into-existing", help="Load although the server holds nodes of others; those are never changed."),
]
Shown = Annotated[
    Path | None, typer.Argument(metavar="[PATH]", help="Folder of records to show; whatever is there if left out.")
]
DataSetName = Annotated[str, typer.Argument(metavar="NAME", help="The data set; `lodegraph status` names them.")]
Articles = Annotated[Path, typer.Option("--articles", metavar="DIR", help="Folder of the articles' text files.")]


def run(
    path: Shown = None, port: Port = 8501, no_browser: NoBrowser = False, allow_host: AllowHost = None,
    data_set: DataSet = None,
) -> None:  # fmt: skip
    """Start the graph, load records where it holds none, and serve the explorer until Ctrl-C; removes no record."""
    from lodegraph.running.run import run_explorer

    run_explorer(port, no_browser, path, allow_host or [])


def serve(
    path: Shown = None, host: Host = "127.0.0.1", port: Port = 8501, allow_host: AllowHost = None,
    data_set: DataSet = None,
) -> None:  # fmt: skip
    """Serve the explorer to several people from the server that NEO4J_URI names; reads only, and keeps no files."""
    from lodegraph.running.serve import serve_explorer

    serve_explorer(host, port, path, allow_host or [])


def load(
    path: Folder = None, into_existing: IntoExisting = False, yes: Yes = False, output: ReportFormat = Format.TEXT
) -> None:
    """Load records: write what is new or changed, remove what the set no longer holds, and touch nothing else."""
    from lodegraph.commands.load import load_records

    load_records(path, into_existing, yes, output)


def drop(name: DataSetName, yes: Yes = False, output: ReportFormat = Format.TEXT) -> None:
    """Remove a data set from the graph, and nothing else; asks first."""
    from lodegraph.commands.drop import drop_data_set

    drop_data_set(name, yes, output)


def check(path: Folder = None, output: ReportFormat = Format.TEXT) -> None:
    """Check records and report every problem with file, line, field and what to do; needs no graph."""
    from lodegraph.commands.check import check_records

    check_records(path, output)


def verify(articles: Articles, path: Folder = None, output: ReportFormat = Format.TEXT) -> None:
    """Check every cited passage against a folder of the articles, and name those that differ; needs no graph."""
    from lodegraph.commands.verify import verify_records

    verify_records(articles, path, output)


def status(output: ReportFormat = Format.TEXT, data_set: DataSet = None) -> None:
    """Say engine, version, counts, the records' version (a hash) and when they were loaded."""
    from lodegraph.commands.status import show_status

    show_status(output)


def doctor(port: Port = 8501, output: ReportFormat = Format.TEXT) -> None:
    """Look over machine, settings and graph, and say what is wrong and how to mend it; changes nothing."""
    from lodegraph.commands.doctor import look_over

    look_over(port, output)
