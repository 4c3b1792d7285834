"""The command line as a whole: its commands, and the options that all of them take."""

import importlib
import os
import sys
from typing import Annotated

import typer

import lodegraph
from ledger.logs import FORMAT, VERBOSE, LogFormat, export_log_settings, start_log
from lodegraph.cli import article, query
from lodegraph.cli.ask import ask
from lodegraph.cli.check import check
from lodegraph.cli.cite import cite
from lodegraph.cli.cypher import cypher
from lodegraph.cli.diff import diff
from lodegraph.cli.disputes import disputes
from lodegraph.cli.doctor import doctor
from lodegraph.cli.drop import drop
from lodegraph.cli.export import export
from lodegraph.cli.find import find
from lodegraph.cli.import_file import import_file
from lodegraph.cli.lines import lines
from lodegraph.cli.load import load
from lodegraph.cli.map_file import map_file
from lodegraph.cli.model import model
from lodegraph.cli.new import new
from lodegraph.cli.output import Exit, fail, messages, set_encodings
from lodegraph.cli.run import run
from lodegraph.cli.serve import serve
from lodegraph.cli.status import status
from lodegraph.cli.verify import verify

SERVER = "serve"
"""Nobody sits before it: it logs without being asked."""
VERBOSE_HELP = "Tell what happens, when and to which data set, on standard error."
FORMAT_HELP = "The same as lines of text or of JSON, and nothing else beside them."

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="A relationship explorer for critical-minerals diplomacy and finance.",
)
app.command()(run)
app.command()(serve)
app.command()(load)
app.command()(diff)
app.command()(drop)
app.command("map")(map_file)
app.command("import")(import_file)
app.command()(export)
app.command()(check)
app.command()(verify)
app.command()(model)
app.command()(new)
app.command()(lines)
app.command()(cite)
app.command()(find)
app.command()(ask)
app.command()(disputes)
app.command()(status)
app.command()(doctor)
app.command()(cypher)
app.add_typer(query.app, name="query")
app.add_typer(article.app, name="article")


def main() -> None:
    """Run the command that the arguments name."""
    set_encodings()
    try:
        _refuse_stranger()
        app()
    except typer.Exit as refusal:
        raise SystemExit(refusal.exit_code) from None
    except KeyboardInterrupt:
        messages.print("stopped")
        raise SystemExit(int(Exit.INTERRUPTED)) from None


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", envvar=VERBOSE, help=VERBOSE_HELP)] = False,
    log_format: Annotated[LogFormat | None, typer.Option(envvar=FORMAT, help=FORMAT_HELP)] = None,
) -> None:
    shape = log_format or LogFormat.TEXT
    every = verbose or log_format is not None or context.invoked_subcommand == SERVER
    start_log(sys.stderr, shape, verbose=every)
    os.environ.update(export_log_settings(shape, verbose=every))  # for the processes that we start
    if version:
        typer.echo(lodegraph.__version__)
        raise typer.Exit()


def _refuse_stranger() -> None:
    """Another distribution installs a package called `cypher` too: say so rather than fail oddly later."""
    package = importlib.import_module("cypher")
    if "the graph's contract" not in (package.__doc__ or "").lower():
        fail(
            f"the package `cypher` at {package.__file__} is not Lodegraph's (ipython-cypher installs one of the same "
            "name): install Lodegraph into an environment of its own",
            Exit.REFUSED,
        )
