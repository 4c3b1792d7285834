"""The graph that a command works on, with every failure turned into a message and an exit status."""

from collections.abc import Iterator
from contextlib import contextmanager

from cypher.connection import Graph, Server, connect
from cypher.engines.choose import serving
from cypher.engines.folder import data_dir
from cypher.errors import BadSettings, EngineError, GraphError, LoginRefused, ServerUnreachable, UnknownDatabase
from cypher.settings import GraphSettings
from loader.read import BadFolder
from loader.records import BadRecords
from lodegraph.cli.output import Exit, fail, print_error, tell

NO_GRAPH_ERRORS = (EngineError, BadSettings, ServerUnreachable, LoginRefused, UnknownDatabase)


@contextmanager
def open_server(*, writing: bool) -> Iterator[Server]:
    """The server that the environment names, or the embedded engine."""
    with serving(GraphSettings(), data_dir, tell, writing=writing) as chosen:
        yield chosen


@contextmanager
def open_graph(*, writing: bool = False) -> Iterator[Graph]:
    """An open graph for one command; what goes wrong ends the command with its status."""
    with report_errors(), open_server(writing=writing) as chosen, connect(chosen, writing=writing) as opened:
        yield opened


@contextmanager
def report_errors() -> Iterator[None]:
    """Turn our errors into messages: 1 when something was refused, 3 when there is no graph to be had."""
    try:
        yield
    except NO_GRAPH_ERRORS as error:
        fail(str(error), Exit.NO_GRAPH)
    except BadRecords as error:
        for problem in error.problems:
            print_error(str(problem))
        fail(str(error), Exit.REFUSED)
    except (GraphError, BadFolder) as error:
        fail(str(error), Exit.REFUSED)
    except OSError as error:
        fail(f"{error.filename or 'the system'}: {error.strerror or error}", Exit.REFUSED)
