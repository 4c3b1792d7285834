"""All findings of `lodegraph doctor`, gathered in order: versions, settings, the graph, the machine."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from cypher.doctor import BECAUSE, GRAPH_CHECKS, Expected, Finding, State, examine, no_graph, not_tried
from cypher.engines.choose import serving
from cypher.engines.condition import Condition, condition_of
from cypher.errors import GraphError
from cypher.settings import GraphSettings
from loader.digest import digest
from loader.read import read_data_set
from lodegraph.doctor.configuration import check_configuration
from lodegraph.doctor.machine import check_disk, check_engine, check_port
from lodegraph.doctor.timeout import limit_time
from lodegraph.doctor.versions import check_versions
from lodegraph.shipped_records import find_shipped_records


def gather_findings(settings: GraphSettings, data: Path, port: int, tell: Callable[[str], None]) -> Iterator[Finding]:
    """All of them, in order; `tell` hears of the engine's start.

    The machine is looked at first, so that what the graph's start changes is still seen.
    """
    condition = condition_of(data) if settings.embedded else None
    machine = [check_port(port, data), check_disk(data, settings.embedded), check_engine(condition)]
    configuration = check_configuration(settings)
    yield check_versions(settings.embedded)
    yield configuration
    if configuration.state is State.WRONG:
        yield from not_tried(GRAPH_CHECKS, BECAUSE)
    else:
        yield from _examine_graph(settings, data, condition, tell)
    yield from machine


def _examine_graph(
    settings: GraphSettings, data: Path, condition: Condition | None, tell: Callable[[str], None]
) -> Iterator[Finding]:
    """The graph's findings.

    The embedded engine is started as every command does; where it keeps no graph yet, that
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
        found = examine(writer, None if reader == writer else reader, _expect_records(settings))
        yield from limit_time(found)


def _expect_records(settings: GraphSettings) -> Expected:
    seeds = find_shipped_records()
    return Expected(settings.lodegraph_data_set, read_data_set(seeds).name, digest(seeds))
