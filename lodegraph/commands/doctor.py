"""`lodegraph doctor`: goes through machine, settings and graph, and says what is wrong and how to mend it."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from cypher.doctor import BECAUSE, GRAPH_CHECKS, Expected, Finding, State, examine, no_graph, not_tried
from cypher.engines.choose import serving
from cypher.engines.condition import Condition, condition_of
from cypher.engines.folder import data_dir
from cypher.errors import GraphError
from cypher.exports.json_text import dumps
from cypher.settings import GraphSettings
from loader.digest import digest
from loader.read import read_data_set
from lodegraph.cli.output import Format, answer, tell
from lodegraph.commands.session import failing_well
from lodegraph.doctor.configuration import check_configuration
from lodegraph.doctor.machine import check_disk, check_engine, check_port
from lodegraph.doctor.patience import patiently
from lodegraph.doctor.report import as_json, as_text, exit_status
from lodegraph.doctor.versions import check_versions
from lodegraph.seeds import seeds_folder


def look_over(port: int, output: Format) -> None:
    """Report every finding; ends with status 1 when something is wrong, 3 when no graph can be had."""
    with failing_well():
        findings = list(_findings(GraphSettings(), data_dir(), port))
    if output is Format.JSON:
        answer(dumps(as_json(findings)))
    else:
        watched = sys.stdout.isatty()
        answer(as_text(findings, shutil.get_terminal_size().columns, watched))
    raise typer.Exit(exit_status(findings))


def _findings(settings: GraphSettings, data: Path, port: int) -> Iterator[Finding]:
    """All of them, in order. The machine is looked at first, so that what the graph's start changes is still seen."""
    condition = condition_of(data) if settings.embedded else None
    machine = [check_port(port, data), check_disk(data, settings.embedded), check_engine(condition)]
    configuration = check_configuration(settings)
    yield check_versions(settings.embedded)
    yield configuration
    if configuration.state is State.WRONG:
        yield from not_tried(GRAPH_CHECKS, BECAUSE)
    else:
        yield from _graph(settings, data, condition)
    yield from machine


def _graph(settings: GraphSettings, data: Path, condition: Condition | None) -> Iterator[Finding]:
    """The graph's findings. The embedded engine is started as every command does; where it keeps no graph yet, that
    is tried in a temporary folder, so that nothing is left behind.
    """
    with ExitStack() as stack:
        if condition is not None and not condition.has_data:
            data = Path(stack.enter_context(TemporaryDirectory(prefix="lodegraph-")))
        try:
            writer = stack.enter_context(serving(settings, lambda: data, tell, writing=True))
            reader = stack.enter_context(serving(settings, lambda: data, tell, writing=False))
        except GraphError as error:
            yield from no_graph(error)
            return
        found = examine(writer, None if reader == writer else reader, _expected(settings))
        yield from patiently(found)


def _expected(settings: GraphSettings) -> Expected:
    seeds = seeds_folder()
    return Expected(settings.lodegraph_data_set, read_data_set(seeds).name, digest(seeds))
